import { createProfileOperations } from '../../electron/data/operations/profileOperations'
import type { OpenProfile } from '../../electron/data/profile/openProfile'
import type { DataPort } from '../../electron/workflows/ports/dataPort'
import type { ReviewServerPort } from '../../electron/workflows/ports/reviewServerPort'

/** Thrown to whatever a desk was doing when its process ended; nothing of it goes on. */
export class Crashed extends Error {
  override readonly name = 'Crashed'
}

/** How long a process lives. */
interface Life {
  /** Counts one operation or request; throws once the process has ended. */
  step(): void
  endAfter(steps: number): void
  end(): void
}

/** A process that can be ended after so many operations and requests. */
export function createLife(): Life {
  let left = Number.POSITIVE_INFINITY
  return {
    step() {
      left -= 1
      if (left < 0) {
        throw new Crashed('The process has ended')
      }
    },
    endAfter(steps) {
      left = steps
    },
    end() {
      left = 0
    },
  }
}

/** Calls of a process: none begins, and none is answered, once it has ended. */
export function mortal(life: Life, server: ReviewServerPort): ReviewServerPort {
  const calls = Object.entries(server).map(([name, call]): [string, unknown] => [
    name,
    name === 'abandon'
      ? call
      : async (...args: unknown[]) => {
          life.step()
          const answer = await (call as (...all: unknown[]) => Promise<unknown>)(...args)
          life.step()
          return answer
        },
  ])
  // Built from the port's own names, so every member is there.
  return Object.fromEntries(calls) as unknown as ReviewServerPort
}

interface Opening {
  readonly open: DataPort['openProfile']
  readonly current: () => OpenProfile
  readonly close: () => void
}

/** The operations as the worker's client shows them: each answers a promise, failures included. */
export function createDataPort(life: Life, { open, current, close }: Opening): DataPort {
  let operations: Readonly<Record<string, (...args: unknown[]) => unknown>> | null = null
  const ends: Partial<DataPort> = {
    async openProfile(request) {
      life.step()
      operations = null
      return open(request)
    },
    rewrapProfile: ({ password }) => current().rewrap(password),
    closeProfile() {
      life.step()
      operations = null
      close()
      return Promise.resolve()
    },
  }
  return new Proxy(ends, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) {
        return Reflect.get(target, name) as unknown
      }
      return async (...args: unknown[]) => {
        life.step()
        operations ??= createProfileOperations(current().context) as unknown as NonNullable<typeof operations>
        const run = operations[name]
        if (run === undefined) {
          throw new Error(`There is no operation ${name}`)
        }
        const answer = await Promise.resolve(run(...args))
        life.step()
        return answer
      }
    },
  }) as DataPort
}
