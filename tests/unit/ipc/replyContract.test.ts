import { describe, expect, it } from 'vitest'
import { createIpcRouter } from '../../../electron/ipc/ipcRouter'
import { InstallationError, logUnexpected } from '../../../electron/main/log'
import { AppError } from '../../../electron/workflows/appError'
import { ipcCalls, type CallName, type Handlers } from '../../../shared/ipc/contract'
import type { IpcResult } from '../../../shared/ipc/result'
import { validRequests } from './validRequests'

const callNames = Object.keys(ipcCalls) as CallName[]
const SECRET = '欧阳晓330102199003078812'
const ID = '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001'

const unexpected = { ok: false, error: { code: 'unexpected', message: 'Unexpected error', retryable: false } }

interface Answered {
  readonly answer: IpcResult<unknown>
  readonly logged: readonly { readonly call: string; readonly cause: unknown }[]
}

/** Sends a valid request to a handler that answers what the test says. */
async function answered(name: CallName, handler: () => Promise<unknown>): Promise<Answered> {
  const logged: { call: string; cause: unknown }[] = []
  const route = createIpcRouter({ [name]: handler } as unknown as Handlers, (call, cause) => {
    logged.push({ call, cause })
  })
  return { answer: await route(name, validRequests[name]), logged }
}

/** The line that ends up in the log for a cause. */
function logLine(cause: unknown): string {
  const written: string[] = []
  logUnexpected('case.read', cause, (line) => {
    written.push(line)
  })
  return written.join('')
}

describe('replies at the gate', () => {
  it.each(callNames)('%s: a reply with a field nobody named does not leave', async (name) => {
    const { answer, logged } = await answered(name, () => Promise.resolve({ leaked: SECRET }))
    expect(answer).toEqual(unexpected)
    expect(logged.map(({ call }) => call)).toEqual([name])
    expect(logLine(logged[0]?.cause)).not.toContain(SECRET)
  })

  it.each([
    ['session.read', { state: 'signed-out', serverUrl: 'http://desk.example', lastUsername: null }],
    ['case.draw', { caseId: ID }],
    ['case.saveDraft', { savedAt: '2026-11-21T10:00:00.000Z' }],
    ['package.chooseFolder', { folder: null }],
    ['settings.read', { language: 'zh', theme: 'dark', density: 'dense', lockAfterMinutes: 10 }],
  ] as const)('%s: a valid reply leaves, the same with one field more does not', async (name, reply) => {
    const valid = await answered(name, () => Promise.resolve(reply))
    expect(valid.answer).toEqual({ ok: true, value: reply })
    const more = await answered(name, () => Promise.resolve({ ...reply, token: SECRET }))
    expect(more.answer).toEqual(unexpected)
  })

  it('a bug answers without a word of its cause, and its log line carries no message either', async () => {
    const bug = new Error(`constraint failed for ${SECRET}\nsecond line ${SECRET}`, {
      cause: new Error(SECRET),
    })
    const { answer, logged } = await answered('case.read', () => Promise.reject(bug))
    expect(answer).toEqual(unexpected)
    expect(logged).toEqual([{ call: 'case.read', cause: bug }])
    expect(logLine(bug)).toContain('"scope":"case.read"')
    expect(logLine(bug)).toMatch(/at .*replyContract/)
    expect(logLine(bug)).not.toContain(SECRET)
  })

  it('what is wrong with the installation is said in words', () => {
    expect(logLine(new InstallationError('Rule pack 2026-11-21: national.json'))).toContain('national.json')
  })

  it('something thrown that is not an error is a bug like any other', async () => {
    const { answer, logged } = await answered('case.read', () =>
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- libraries do this
      Promise.reject(SECRET),
    )
    expect(answer).toEqual(unexpected)
    expect(logLine(logged[0]?.cause)).not.toContain(SECRET)
  })

  it('a handler that throws before it answers a promise is a bug like any other', async () => {
    const { answer } = await answered('case.read', () => {
      throw new TypeError(SECRET)
    })
    expect(answer).toEqual(unexpected)
  })

  it('an expected failure keeps its closed code and what is needed to act on it', async () => {
    const problems = [{ code: 'reasons-missing', lineIds: [] }]
    const { answer, logged } = await answered('case.decide', () =>
      Promise.reject(new AppError('gate', 'Not yet', { problems })),
    )
    expect(answer).toEqual({
      ok: false,
      error: { code: 'gate', message: 'Not yet', retryable: false, problems },
    })
    expect(logged).toEqual([])
  })
})
