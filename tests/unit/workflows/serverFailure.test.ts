import { describe, expect, it } from 'vitest'
import { serverFailure } from '../../../electron/workflows/packages/serverFailure'

describe('a question about packages that the server does not answer', () => {
  it.each([
    ['offline', 'offline', true],
    ['busy', 'server-busy', true],
    ['unauthenticated', 'not-signed-in', false],
    ['forbidden', 'forbidden', false],
    ['not-found', 'not-found', false],
    ['protocol', 'unexpected', true],
  ] as const)('tells a person of %s as %s', (problem, code, retryable) => {
    expect(serverFailure(problem).failure).toMatchObject({ code, retryable })
  })
})
