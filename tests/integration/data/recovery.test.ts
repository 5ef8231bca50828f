import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHEAP_KDF, NATIVE_BINDING, passCase, PASSWORD } from './dataDesk'
import { makeProfile, profileFolder, reopen, snapshot } from './profileSteps'
import { NOW, SESSION } from './sampleData'
import { makeRecoveryKey } from '../../../electron/common/crypto/recoveryWrap'
import { recoverProfile } from '../../../electron/data/profile/recoverProfile'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'

const NEW_PASSWORD = 'a new one for the desk'
let key: Awaited<ReturnType<typeof makeRecoveryKey>>
let otherKey: typeof key

beforeAll(async () => {
  key = await makeRecoveryKey()
  otherKey = await makeRecoveryKey()
})

function recover(folder: string, identity = key.identity) {
  return recoverProfile(
    { folder, identity, newPassword: NEW_PASSWORD, now: NOW },
    {
      nativeBinding: NATIVE_BINDING,
      randomBytes: (count) => Buffer.from(crypto.getRandomValues(new Uint8Array(count))),
      kdfCost: CHEAP_KDF,
      calendar: createDeskCalendar(),
    },
  )
}

/** A desk with a decision that waits, wrapped for the team's recovery key. */
async function deskWithUnsentWork(): Promise<{ folder: string; commandId: string }> {
  const folder = profileFolder()
  let commandId = ''
  await makeProfile(folder, (data) => {
    ;({ commandId } = passCase(data, 1))
  })
  const { data } = await reopen(folder)
  await data.provideRecovery({ recipient: key.recipient })
  data.closeProfile()
  return { folder, commandId }
}

interface KeyringFile {
  wraps: { kind: string; recipient?: string }[]
}

function keyringOf(folder: string): KeyringFile {
  return JSON.parse(readFileSync(path.join(folder, 'keyring.json'), 'utf8')) as KeyringFile
}

describe('a profile whose password is lost', () => {
  it('opens by the recovery key with all that was unsent, under the new password and no longer the old', async () => {
    const { folder, commandId } = await deskWithUnsentWork()
    const recovered = await recover(folder)
    expect(recovered).toMatchObject({
      ok: true,
      value: {
        user: SESSION.user,
        unsent: [{ command: { id: commandId, kind: 'decide' }, state: 'queued' }],
      },
    })
    expect((await reopen(folder, PASSWORD)).result).toEqual({ ok: false, error: 'wrong-password' })
    const { data, result } = await reopen(folder, NEW_PASSWORD)
    expect(result.ok).toBe(true)
    expect(data.takeOutbox(10).map(({ id }) => id)).toEqual([commandId])
    data.closeProfile()
  })

  it('can be recovered again: the new password took the place of the old one alone', async () => {
    const { folder } = await deskWithUnsentWork()
    await recover(folder)
    expect(keyringOf(folder).wraps.map(({ kind }) => kind)).toEqual(['password', 'recovery'])
    expect((await recover(folder)).ok).toBe(true)
  })

  it('writes into its audit chain that it was recovered', async () => {
    const { folder, commandId } = await deskWithUnsentWork()
    await recover(folder)
    const { data } = await reopen(folder, NEW_PASSWORD)
    expect(JSON.stringify(data.auditToSend())).toContain('desk-recovered')
    expect(commandId).not.toBe('')
    data.closeProfile()
  })

  it('stays shut, untouched, for another key and where it was never wrapped for one', async () => {
    const { folder } = await deskWithUnsentWork()
    const before = snapshot(folder)
    expect(await recover(folder, otherKey.identity)).toEqual({ ok: false, error: 'wrong-key' })
    expect(snapshot(folder)).toEqual(before)
    const plain = profileFolder()
    await makeProfile(plain)
    expect(await recover(plain)).toEqual({ ok: false, error: 'no-recovery' })
    expect(await recover(profileFolder())).toEqual({ ok: false, error: 'no-profile' })
  })

  it('is no longer opened by a key that another has replaced', async () => {
    const { folder } = await deskWithUnsentWork()
    const { data } = await reopen(folder)
    await data.provideRecovery({ recipient: otherKey.recipient })
    data.closeProfile()
    expect(await recover(folder)).toEqual({ ok: false, error: 'wrong-key' })
    expect((await recover(folder, otherKey.identity)).ok).toBe(true)
  })

  it('keeps its wrap for the recovery key when the password changes', async () => {
    const { folder } = await deskWithUnsentWork()
    const { data } = await reopen(folder)
    await data.rewrapProfile({ password: 'changed by its person' })
    data.closeProfile()
    expect((await recover(folder)).ok).toBe(true)
  })
})

describe('the keyring', () => {
  it('of an earlier version is read and taken further', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const file = path.join(folder, 'keyring.json')
    const written = JSON.parse(readFileSync(file, 'utf8')) as { version: number }
    expect(written.version).toBe(2)
    writeFileSync(file, JSON.stringify({ ...written, version: 1 }))
    const { data, result } = await reopen(folder)
    expect(result.ok).toBe(true)
    await data.provideRecovery({ recipient: key.recipient })
    data.closeProfile()
    expect((await recover(folder)).ok).toBe(true)
  })

  it('without a wrap by password is damaged, and a missing one is never made anew beside a database', async () => {
    const { folder } = await deskWithUnsentWork()
    const file = path.join(folder, 'keyring.json')
    const whole = readFileSync(file, 'utf8')
    const ring = JSON.parse(whole) as KeyringFile
    writeFileSync(
      file,
      JSON.stringify({ ...ring, wraps: ring.wraps.filter(({ kind }) => kind === 'recovery') }),
    )
    expect((await reopen(folder, PASSWORD, true)).result).toEqual({ ok: false, error: 'damaged' })
    expect(await recover(folder)).toEqual({ ok: false, error: 'damaged' })
    rmSync(file)
    // No key, no desk: nothing falls back to a fresh or a clear one.
    expect((await reopen(folder, PASSWORD, true)).result).toEqual({ ok: false, error: 'damaged' })
    writeFileSync(file, whole)
    expect((await reopen(folder)).result.ok).toBe(true)
  })
})
