import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createExternalDoor } from '../../../electron/main/openExternal'
import { listenForAnswer } from '../../../electron/main/loopbackAnswer'
import type { AnswerListener } from '../../../electron/workflows/ports/browserPort'

const STATE = 'state-that-nobody-else-knows'

const open: AnswerListener[] = []
afterEach(() => {
  for (const listener of open.splice(0)) {
    listener.close()
  }
})

async function listen(patienceMs?: number): Promise<AnswerListener> {
  const listener = await listenForAnswer(STATE, patienceMs)
  open.push(listener)
  return listener
}

function addressOf({ redirectUri }: AnswerListener, query: string): string {
  return `${redirectUri}?${query}`
}

async function statusOf(address: string, options: RequestInit = {}): Promise<number> {
  const response = await fetch(address, options)
  await response.arrayBuffer()
  return response.status
}

/** A request whose `Host` and path are chosen as they are: `fetch` does not let one. */
function askAs(host: string, address: string, path?: string): Promise<number> {
  const options = { headers: { host }, ...(path === undefined ? {} : { path }) }
  return new Promise((resolve, reject) => {
    request(address, options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('The listener on this machine', () => {
  it('takes the one answer with the state, and is gone then', async () => {
    const listener = await listen()
    expect(listener.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/)
    const query = `code=one&state=${STATE}&iss=https%3A%2F%2Fidentity.example`
    const response = await fetch(addressOf(listener, query))
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toContain('one&')
    expect(await listener.answer).toEqual({
      ok: true,
      value: { code: 'one', iss: 'https://identity.example' },
    })
    await expect(fetch(addressOf(listener, query))).rejects.toThrow('fetch failed')
  })

  it('lets nothing else end it: it still takes the right answer afterwards', async () => {
    const listener = await listen()
    const other = new URL(listener.redirectUri)
    const refused = [
      await statusOf(addressOf(listener, 'code=theirs&state=guessed')),
      await statusOf(addressOf(listener, 'code=theirs')),
      await statusOf(addressOf(listener, `code=&state=${STATE}`)),
      await statusOf(addressOf(listener, `state=${STATE}`)),
      await statusOf(addressOf(listener, 'error=access_denied&state=guessed')),
      // Twice the same name, so that two readers may take different ones.
      await statusOf(addressOf(listener, `code=theirs&code=ours&state=${STATE}`)),
      await statusOf(addressOf(listener, `code=theirs&state=guessed&state=${STATE}`)),
      await statusOf(addressOf(listener, `code=ours&state=${STATE}`), { method: 'POST', body: 'x' }),
      await statusOf(addressOf(listener, `code=${'x'.repeat(9000)}&state=${STATE}`)),
      await askAs('desk.example', addressOf(listener, `code=theirs&state=${STATE}`)),
      await askAs(`localhost:${other.port}`, addressOf(listener, `code=theirs&state=${STATE}`)),
      // No address at all, which must not end the process either.
      await askAs(other.host, other.href, '//'),
      await askAs(other.host, other.href, 'http://['),
    ]
    expect(refused).toEqual(refused.map(() => 400))
    other.pathname = '/elsewhere'
    other.search = `code=theirs&state=${STATE}`
    expect(await statusOf(other.href)).toBe(404)
    expect(await statusOf(addressOf(listener, `code=ours&state=${STATE}`))).toBe(200)
    expect(await listener.answer).toEqual({ ok: true, value: { code: 'ours', iss: null } })
  })

  it('hears that the person was refused', async () => {
    const listener = await listen()
    expect(await statusOf(addressOf(listener, `error=access_denied&state=${STATE}`))).toBe(200)
    expect(await listener.answer).toEqual({ ok: false, error: 'refused' })
  })

  it('stops listening when nobody comes, and when the person goes back', async () => {
    const late = await listen(20)
    expect(await late.answer).toEqual({ ok: false, error: 'timed-out' })
    const cancelled = await listen()
    cancelled.close()
    expect(await cancelled.answer).toEqual({ ok: false, error: 'cancelled' })
    await expect(fetch(addressOf(cancelled, `code=x&state=${STATE}`))).rejects.toThrow('fetch failed')
  })

  it('is not reached from another machine', async () => {
    const { redirectUri } = await listen()
    const elsewhere = new URL(redirectUri)
    elsewhere.hostname = '127.0.0.2'
    await expect(fetch(elsewhere)).rejects.toThrow('fetch failed')
  })
})

describe('The door for the sign-in page', () => {
  const opened: string[] = []
  const door = createExternalDoor((url) => {
    opened.push(url)
    return Promise.resolve()
  })

  it.each([
    'http://identity.example/auth',
    'http://127.0.0.1.example/auth',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://files.example/share',
    'ms-settings:',
    'https://person:secret@identity.example/auth',
    'not an address',
    '',
  ])('stays shut for %s', async (address) => {
    await expect(door.signInPage(address)).rejects.toThrow(Error)
    expect(opened).toEqual([])
  })

  it('opens for https, and for a provider on this machine', async () => {
    await door.signInPage('https://identity.example/auth?client_id=desk')
    await door.signInPage('http://127.0.0.1:4000/auth')
    expect(opened.splice(0)).toEqual([
      'https://identity.example/auth?client_id=desk',
      'http://127.0.0.1:4000/auth',
    ])
  })
})
