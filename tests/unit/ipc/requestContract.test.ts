import { describe, expect, it } from 'vitest'
import { createIpcRouter } from '../../../electron/ipc/ipcRouter'
import { ipcCalls, type CallName, type Handlers } from '../../../shared/ipc/contract'
import { malformedRequests } from './malformedRequests'
import { validRequests } from './validRequests'

const callNames = Object.keys(ipcCalls) as CallName[]

/** Handlers that only say what reached them. */
function watchedHandlers() {
  const reached: { name: string; request: unknown }[] = []
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (request: unknown) => {
        reached.push({ name, request })
        return Promise.reject(new Error('reached'))
      },
    ]),
  ) as unknown as Handlers
  return { reached, route: createIpcRouter(handlers, () => undefined) }
}

describe('requests at the gate', () => {
  it.each(callNames)('%s: a valid request reaches its handler and no other', async (name) => {
    const { reached, route } = watchedHandlers()
    await route(name, validRequests[name])
    expect(reached).toEqual([{ name, request: validRequests[name] }])
  })

  it.each(callNames)('%s: no malformed request reaches a handler', async (name) => {
    const { reached, route } = watchedHandlers()
    const malformed = malformedRequests(ipcCalls[name].request, validRequests[name])
    // Six values that are not even an object, and at least one unknown field.
    expect(malformed.length).toBeGreaterThan(6)
    for (const { what, request } of malformed) {
      const answer = await route(name, request)
      expect(answer, what).toMatchObject({ ok: false, error: { code: 'invalid-request', retryable: false } })
    }
    expect(reached).toEqual([])
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'case',
    'case.read ',
    'CASE.READ',
    '',
    'x'.repeat(1_000_000),
    undefined,
    null,
    7,
    {},
    ['case.read'],
    Symbol('case.read'),
  ])('a call that nobody named is refused (%#)', async (name) => {
    const { reached, route } = watchedHandlers()
    expect(await route(name, {})).toEqual({
      ok: false,
      error: { code: 'invalid-request', message: 'Unknown call', retryable: false },
    })
    expect(reached).toEqual([])
  })

  it('an own __proto__ field never becomes a prototype', async () => {
    const { route } = watchedHandlers()
    await route('case.read', JSON.parse('{"caseId":"x","__proto__":{"polluted":true}}'))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('what was sent is not repeated in the refusal', async () => {
    const { route } = watchedHandlers()
    const answer = await route('session.signIn', { username: '王小明', password: 4711_0815, extra: '330102' })
    expect(JSON.stringify(answer)).not.toMatch(/王小明|47110815|330102/)
  })
})
