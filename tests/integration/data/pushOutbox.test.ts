import { describe, expect, it } from 'vitest'
import { openDesk, passCase } from './dataDesk'
import { NOW, uuid } from './sampleData'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { DataPort } from '../../../electron/workflows/ports/dataPort'
import type { ReviewServerPort, ServerProblem } from '../../../electron/workflows/ports/reviewServerPort'
import { pushOutbox } from '../../../electron/workflows/sync/pushOutbox'
import type { SyncDependencies } from '../../../electron/workflows/sync/syncOnce'
import { refusal, success } from '../../../shared/result'

function callOf(data: DataOperations, name: keyof DataOperations): (...args: never[]) => unknown {
  return data[name].bind(data)
}

/** The same operations as promises, as the thread of the data worker gives them. */
function portOf(data: DataOperations): DataPort {
  const names = Object.keys(data) as ReadonlyArray<keyof DataOperations>
  return Object.fromEntries(
    names.map((name) => [name, (...args: never[]) => Promise.resolve(callOf(data, name)(...args))]),
  ) as unknown as DataPort
}

/** A server that answers everything but deliveries with one of these cases among them. */
function dependenciesOf(data: DataOperations, problem: ServerProblem, poisoned: readonly string[]) {
  const delivered: string[][] = []
  const deliver: ReviewServerPort['deliver'] = (_token, commands) => {
    delivered.push(commands.map(({ caseId }) => caseId))
    return Promise.resolve(
      commands.some(({ caseId }) => poisoned.includes(caseId))
        ? refusal(problem)
        : success(
            commands.map(({ id }) => ({
              id,
              outcome: 'applied' as const,
              caseVersion: 2,
              auditHash: 'c'.repeat(64),
            })),
          ),
    )
  }
  const parts = {
    data: portOf(data),
    server: { deliver },
    now: () => NOW,
    random: () => 0,
    notify: () => undefined,
  }
  return { delivered, dependencies: parts as unknown as SyncDependencies }
}

describe('sending the outbox', () => {
  it('lets a command that the server cannot answer keep no other case back', async () => {
    const data = await openDesk()
    for (const number of [1, 2, 3]) {
      passCase(data, number)
    }
    const { delivered, dependencies } = dependenciesOf(data, 'unexpected', [uuid(2)])
    expect(await pushOutbox(dependencies, 'token')).toEqual({ ok: true, value: null })
    expect(delivered).toEqual([[uuid(1), uuid(2), uuid(3)], [uuid(1)], [uuid(2)], [uuid(3)]])
    const states = Object.fromEntries(data.listOutbox().map(({ caseId, state }) => [caseId, state]))
    expect(states).toEqual({ [uuid(1)]: 'applied', [uuid(2)]: 'queued', [uuid(3)]: 'applied' })
    const waiting = data.listOutbox().find(({ caseId }) => caseId === uuid(2))
    expect(waiting).toMatchObject({
      attempts: 1,
      nextTryAt: new Date(Date.parse(NOW) + 2000).toISOString(),
    })
    // Not due yet: nothing is asked.
    await pushOutbox(dependencies, 'token')
    expect(delivered).toHaveLength(4)
  })

  it.each(['offline', 'protocol', 'unauthenticated'] as const)(
    'puts everything back when nothing is wrong with what was sent (%s)',
    async (problem) => {
      const data = await openDesk()
      passCase(data, 1)
      passCase(data, 2)
      const { delivered, dependencies } = dependenciesOf(data, problem, [uuid(1)])
      expect(await pushOutbox(dependencies, 'token')).toEqual({ ok: false, error: problem })
      expect(delivered).toHaveLength(1)
      expect(data.listOutbox()).toMatchObject([
        { state: 'queued', attempts: 1 },
        { state: 'queued', attempts: 1 },
      ])
      expect(data.listOutbox().every(({ nextTryAt }) => nextTryAt === undefined)).toBe(true)
    },
  )
})
