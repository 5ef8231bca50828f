import { afterEach, beforeEach, vi } from 'vitest'
import type { BrowserPort } from '../../../../electron/workflows/ports/browserPort'
import type { RulePacks } from '../../../../electron/workflows/rules/checklistSource'
import type { PackTrust } from '../../../../electron/workflows/rules/rulePackShelf'
import type { User } from '../../../../shared/protocol/apiModels'
import { createMemoryServer } from './memoryServer'
import { createNetwork } from './network'
import { specimenCase } from './specimenCase'
import { createTestDesk, until, type TestDesk } from './testDesk'
import { readShippedRulePacks } from '../../../helpers/shippedRulePack'

/** A working hour: Friday in China, 10:30. */
export const START = Date.parse('2026-11-20T02:30:00.000Z')
export const PASSWORD = 'correct horse battery'

export const REVIEWER: User = {
  id: '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001',
  username: 'chen',
  displayName: '陈静',
  role: 'reviewer',
}
export const COLLEAGUE: User = {
  id: '01999f3c-7a10-7cc1-8a55-0d5f5a1f0002',
  username: 'liu',
  displayName: '刘洋',
  role: 'reviewer',
}
export const SUPERVISOR: User = {
  id: '01999f3c-7a10-7cc1-8a55-0d5f5a1f0003',
  username: 'zhou',
  displayName: '周敏',
  role: 'supervisor',
}

/**
 * A server with cases, a network and desks, on a clock that stands until a test moves it. Timers are the test's too;
 * everything else (encrypted SQLite, key derivation) is real.
 */
export async function setScene({
  cases = 4,
  reservations = 2,
}: { cases?: number; reservations?: number } = {}) {
  const rulePacks = await shippedRulePacks()
  const [rulePack = ''] = rulePacks.keys()
  const now = (): string => new Date(Date.now()).toISOString()
  const server = createMemoryServer({ now, reservations })
  for (const user of [REVIEWER, COLLEAGUE, SUPERVISOR]) {
    server.addAccount(user, PASSWORD)
  }
  for (let seed = 1; seed <= cases; seed += 1) {
    const dueAt = new Date(START + seed * 600_000).toISOString()
    server.receive(
      await specimenCase({ seed, filingType: 'first-filing', nature: 'enterprise', dueAt, rulePack }),
    )
  }
  const desks: TestDesk[] = []
  return {
    server,
    rulePack,
    /** A workstation with a network of its own. */
    async placeDesk(folder?: string, packTrust?: PackTrust, browser?: BrowserPort) {
      const network = createNetwork(server.port)
      const desk = await createTestDesk({
        network,
        rulePacks,
        now,
        ...(folder === undefined ? {} : { folder }),
        ...(packTrust === undefined ? {} : { packTrust }),
        ...(browser === undefined ? {} : { browser }),
      })
      desks.push(desk)
      return { desk, network }
    },
    async clear(): Promise<void> {
      for (const desk of desks) {
        await desk.close()
        await desk.remove()
      }
    },
  }
}
export type Scene = Awaited<ReturnType<typeof setScene>>

/** Makes clock and timers the test's; `setImmediate` stays real, so that `until` can let work happen. */
export function useStandingClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Waits until the desk's exchange with the server has come to its pause. */
export function untilIdle(): Promise<void> {
  return until('the pause between two exchanges', () => vi.getTimerCount() > 0)
}

/** Ends the pause: the next exchange runs, and is over when this resolves. */
export async function nextExchange(): Promise<void> {
  await untilIdle()
  await vi.runOnlyPendingTimersAsync()
  await untilIdle()
}

let packs: Promise<RulePacks> | undefined

function shippedRulePacks(): Promise<RulePacks> {
  packs ??= readPacksByVersion()
  return packs
}

async function readPacksByVersion(): Promise<RulePacks> {
  return new Map((await readShippedRulePacks()).map(({ pack }) => [pack.version, pack]))
}
