import { describe, expect, it } from 'vitest'
import { granted, serverFailure, tokenFor } from '../../../electron/workflows/serverAnswer'
import { refusal, success } from '../../../shared/result'

const failureOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return (error as { readonly failure: unknown }).failure
  }
}

describe('an answer of the server that a person waits for', () => {
  it.each([
    ['offline', 'offline', true],
    ['busy', 'server-busy', true],
    ['unauthenticated', 'not-signed-in', false],
    ['forbidden', 'forbidden', false],
    ['not-found', 'not-found', false],
    ['self-approval', 'self-approval', false],
    ['conflict', 'unexpected', true],
    ['protocol', 'unexpected', true],
  ] as const)('tells a person of %s as %s', (problem, code, retryable) => {
    expect(serverFailure(problem).failure).toMatchObject({ code, retryable })
  })

  it('is given, or thrown as what it means where it was asked for', () => {
    expect(granted(success(7))).toBe(7)
    const meanings = { conflict: 'held-by-other' } as const
    expect(failureOf(() => granted(refusal('conflict'), meanings))).toMatchObject({
      code: 'held-by-other',
      retryable: false,
    })
    expect(failureOf(() => granted(refusal('forbidden'), meanings))).toMatchObject({ code: 'forbidden' })
  })

  it('is asked for with a token, by who has the right, and not without a network', () => {
    const asked: string[] = []
    const session = (token: string | null) => ({
      requireRight: (right: string) => {
        asked.push(right)
        return { id: '1', username: 'li', displayName: '李娜', role: 'reviewer' as const }
      },
      token: () => token,
    })
    expect(tokenFor(session('a token'), 'call')).toBe('a token')
    expect(failureOf(() => tokenFor(session(null), 'export'))).toMatchObject({
      code: 'offline',
      retryable: true,
    })
    expect(asked).toEqual(['call', 'export'])
  })
})
