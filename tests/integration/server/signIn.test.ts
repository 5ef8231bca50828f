import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'

describe.each(DATABASE_KINDS)('Signing in (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer(kind)
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function attempt(username: string, password: string): Promise<unknown> {
    return server.visitor().refused('signIn', { body: { username, password } })
  }

  it('opens a session that names the person and the server', async () => {
    const reply = await server
      .visitor()
      .granted('signIn', { body: { username: 'li.na', password: PASSWORD } })
    expect(reply.user).toMatchObject({ username: 'li.na', displayName: '李娜', role: 'reviewer' })
    expect(Date.parse(reply.expiresAt) - server.now()).toBe(15 * MINUTE)
    const again = await server
      .visitor()
      .granted('signIn', { body: { username: 'wang.lei', password: PASSWORD } })
    expect(again.serverId).toBe(reply.serverId)
    expect(again.token).not.toBe(reply.token)
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const refused = { status: 401, code: 'wrong-credentials' }
    expect(await attempt('zhang.wei', 'not the passphrase')).toEqual(refused)
    expect(await attempt('nobody', 'not the passphrase')).toEqual(refused)
  })

  it('locks a name after five wrong passwords, the right one included, for a quarter of an hour', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await attempt('wang.lei', `guess ${count}`)).toEqual({ status: 401, code: 'wrong-credentials' })
    }
    expect(await attempt('wang.lei', PASSWORD)).toEqual({ status: 429, code: 'locked-out' })
    server.advance(15 * MINUTE - 1)
    expect(await attempt('wang.lei', PASSWORD)).toEqual({ status: 429, code: 'locked-out' })
    server.advance(1)
    expect((await server.signIn('wang.lei')).userId).not.toBe('')
  })

  it('locks an unknown name in the same way, so that the lock does not tell who exists', async () => {
    for (let count = 0; count < 5; count += 1) {
      await attempt('ghost', `guess ${count}`)
    }
    expect(await attempt('ghost', 'guess')).toEqual({ status: 429, code: 'locked-out' })
  })

  it('counts guesses that are sent side by side', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, count) => attempt('zhang.san', `guess ${count}`)),
    )
    const wrong = answers.filter((answer) => JSON.stringify(answer).includes('wrong-credentials'))
    expect(wrong).toHaveLength(5)
  })

  it('forgets failures at a success', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 4; count += 1) {
        await attempt('li.na', `guess ${count}`)
      }
      await server.signIn('li.na')
    }
    expect(await attempt('li.na', 'guess')).toEqual({ status: 401, code: 'wrong-credentials' })
    await server.signIn('li.na')
  })

  it('ends a session at sign-out and after twelve hours', async () => {
    const left = await server.signIn('li.na')
    const kept = await server.signIn('li.na')
    await left.granted('signOut')
    const feed = { query: { after: 0 } }
    expect(await left.refused('feed', feed)).toEqual({ status: 401, code: 'unauthenticated' })
    server.advance(12 * HOUR - 1)
    // The client renews its tokens by itself, but no longer than the sign-in lives.
    await kept.granted('feed', feed)
    server.advance(1)
    expect(await kept.refused('feed', feed)).toEqual({ status: 401, code: 'unauthenticated' })
  })

  it('limits attempts from one address', async () => {
    server.advance(MINUTE)
    const answers: unknown[] = []
    for (let count = 0; count < 61; count += 1) {
      answers.push(await attempt('same.name', 'guess'))
    }
    const token = await server
      .visitor()
      .refused('signIn', { body: { username: 'li.na', password: PASSWORD } })
    expect(token).toEqual({ status: 429, code: 'locked-out' })
    server.advance(MINUTE)
    expect((await server.signIn('li.na')).userId).not.toBe('')
  })

  it(
    'creates accounts of the file that are missing and leaves the others alone',
    async () => {
      const file = path.join(server.place.folder, 'more-accounts.json')
      const more = [
        { username: 'li.na', displayName: '别人', role: 'supervisor', password: 'another passphrase' },
        { username: 'zhao.min', displayName: '赵敏', role: 'reviewer', password: 'another passphrase' },
      ]
      await writeFile(file, JSON.stringify(more))
      await server.restart({ accountsFile: file })
      const known = await server
        .visitor()
        .granted('signIn', { body: { username: 'li.na', password: PASSWORD } })
      expect(known.user).toMatchObject({ displayName: '李娜', role: 'reviewer' })
      const added = { username: 'zhao.min', password: 'another passphrase' }
      expect((await server.visitor().granted('signIn', { body: added })).user.displayName).toBe('赵敏')
    },
    START_TIMEOUT,
  )

  it(
    'does not start with an accounts file that is none, and does not quote it',
    async () => {
      const file = path.join(server.place.folder, 'broken.json')
      await writeFile(file, '[{"username":"x","password":"secret-of-somebody"')
      await expect(server.restart({ accountsFile: file })).rejects.toThrow(
        /ACCOUNTS_FILE .* is not a list of accounts/,
      )
      await expect(server.restart({ accountsFile: file })).rejects.not.toThrow(/secret-of-somebody/)
      await server.restart()
    },
    START_TIMEOUT,
  )
})
