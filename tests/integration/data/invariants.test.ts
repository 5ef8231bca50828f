import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { CASE_STATES } from '../../../shared/filing/caseStates'
import type { Command } from '../../../shared/protocol/commands'
import { openDesk } from './dataDesk'
import { COMPLETE_DRAFT, LINES, makeCase, makeHold, makeRow, NOW, REVIEWER, uuid } from './sampleData'

const CASES = [1, 2, 3]

type Step =
  | { readonly kind: 'feed'; readonly number: number; readonly version: number; readonly state: number }
  | { readonly kind: 'holds'; readonly numbers: readonly number[] }
  | { readonly kind: 'store'; readonly number: number; readonly version: number; readonly isHeld: boolean }
  | { readonly kind: 'drop'; readonly number: number }
  | { readonly kind: 'draft'; readonly number: number; readonly note: number }
  | { readonly kind: 'decide'; readonly number: number }
  | { readonly kind: 'take' | 'requeue' }
  | { readonly kind: 'settle'; readonly outcome: 'applied' | 'refused' }
  | { readonly kind: 'settle-refused' }

const number = fc.constantFrom(...CASES)
const version = fc.integer({ min: 1, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('feed' as const), number, version, state: fc.nat(CASE_STATES.length - 1) }),
  fc.record({ kind: fc.constant('holds' as const), numbers: fc.subarray(CASES) }),
  fc.record({ kind: fc.constant('store' as const), number, version, isHeld: fc.boolean() }),
  fc.record({ kind: fc.constant('drop' as const), number }),
  fc.record({ kind: fc.constant('draft' as const), number, note: fc.nat(99) }),
  fc.record({ kind: fc.constant('decide' as const), number }),
  fc.record({ kind: fc.constantFrom('take' as const, 'requeue' as const) }),
  fc.record({
    kind: fc.constant('settle' as const),
    outcome: fc.constantFrom('applied' as const, 'refused' as const),
  }),
  fc.record({ kind: fc.constant('settle-refused' as const) }),
)

/** What must be true of the desk after any steps, kept beside it. */
interface Ledger {
  nextCommand: number
  cursor: number
  /** Confirmed decisions that no server has answered with yes and no person has taken back. */
  readonly unsettled: Map<string, number>
  readonly underWay: Set<string>
  readonly versions: Map<number, number>
  readonly storedVersions: Map<number, number>
}

function run(data: DataOperations, ledger: Ledger, action: Step): void {
  switch (action.kind) {
    case 'feed': {
      ledger.cursor += 1
      const state = CASE_STATES[action.state] ?? 'pending-review'
      const page = {
        rows: [makeRow(action.number, { version: action.version, state })],
        cursor: ledger.cursor,
        userId: REVIEWER.id,
      }
      data.applyFeed(page)
      expect(data.applyFeed(page), 'the same page again').toEqual({ changed: 0 })
      ledger.versions.set(action.number, Math.max(ledger.versions.get(action.number) ?? 0, action.version))
      return
    }
    case 'holds':
      data.applyHolds({ holds: action.numbers.map((held) => makeHold(held)), now: NOW })
      return
    case 'store': {
      const hold = action.isHeld ? makeHold(action.number) : null
      data.storeCase({ filingCase: makeCase(action.number, { version: action.version }), hold, now: NOW })
      return
    }
    case 'drop':
      data.dropCase(uuid(action.number))
      return
    case 'draft':
      if (data.readCase(uuid(action.number)) !== null) {
        const draft = { ...COMPLETE_DRAFT, internalNote: `note ${action.note}` }
        data.saveDraft({ caseId: uuid(action.number), draft, now: NOW })
      }
      return
    case 'decide':
      decide(data, ledger, action.number)
      return
    case 'take':
      data.takeOutbox(2).forEach((command: Command) => ledger.underWay.add(command.id))
      return
    case 'requeue':
      data.requeueOutbox([...ledger.underWay])
      ledger.underWay.clear()
      return
    case 'settle':
      settle(data, ledger, action.outcome)
      return
    case 'settle-refused':
      for (const item of data.listOutbox().filter((listed) => listed.state === 'refused')) {
        expect(data.settleRefused({ commandId: item.id, now: NOW }).ok).toBe(true)
        ledger.unsettled.delete(item.id)
      }
  }
}

function decide(data: DataOperations, ledger: Ledger, about: number): void {
  ledger.nextCommand += 1
  const decided = data.decide({
    commandId: uuid(ledger.nextCommand),
    caseId: uuid(about),
    verdict: 'escalate',
    reasons: [],
    internalNote: '请看',
    lines: LINES,
    carried: [],
    now: NOW,
  })
  if (decided.ok) {
    ledger.unsettled.set(uuid(ledger.nextCommand), about)
  }
}

function settle(data: DataOperations, ledger: Ledger, outcome: 'applied' | 'refused'): void {
  const outcomes = [...ledger.underWay].map((id) =>
    outcome === 'applied'
      ? { id, outcome, caseVersion: 9, auditHash: 'f'.repeat(64) }
      : { id, outcome, code: 'stale-version' as const, message: '' },
  )
  data.settleOutbox({ outcomes, now: NOW })
  if (outcome === 'applied') {
    ledger.underWay.forEach((id) => ledger.unsettled.delete(id))
  }
  ledger.underWay.clear()
}

function check(data: DataOperations, ledger: Ledger): void {
  const waiting = data.listOutbox().filter((item) => item.state !== 'applied')
  expect(waiting.map((item) => item.id).sort(), 'no unsent work is lost').toEqual(
    [...ledger.unsettled.keys()].sort(),
  )
  for (const [id, about] of ledger.unsettled) {
    expect(data.readCase(uuid(about)), `the case of ${id} stays`).not.toBeNull()
  }
  for (const [about, highest] of ledger.versions) {
    expect(data.queueItem({ caseId: uuid(about), now: NOW })?.version, 'the newest row stands').toBe(highest)
  }
  for (const about of CASES) {
    const stored = data.readCase(uuid(about))?.filingCase.version
    const before = ledger.storedVersions.get(about)
    if (stored !== undefined && before !== undefined) {
      expect(stored, 'a stored case never gets older').toBeGreaterThanOrEqual(before)
    }
    if (stored === undefined) {
      ledger.storedVersions.delete(about)
    } else {
      ledger.storedVersions.set(about, stored)
    }
  }
  expect(data.readCursor()).toBe(ledger.cursor)
  const perCase = waiting.map((item) => item.caseId)
  expect(new Set(perCase).size, 'one decision a case and round').toBe(perCase.length)
}

describe('any sequence of operations', () => {
  it('loses no unsent work, never goes back to an older version and applies the feed once', async () => {
    const data = await openDesk()
    let base = 0x100000
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const ledger = freshLedger(data, base)
        steps.forEach((action) => {
          run(data, ledger, action)
          check(data, ledger)
        })
        base = ledger.nextCommand
      }),
      { numRuns: 60 },
    )
  })
})

/** Clears the desk as a person would: every refusal settled, everything sent, nothing held. */
function freshLedger(data: DataOperations, nextCommand: number): Ledger {
  for (let commands = data.takeOutbox(50); commands.length > 0; commands = data.takeOutbox(50)) {
    data.settleOutbox({ outcomes: commands.map((command) => applied(command.id)), now: NOW })
  }
  data.settleOutbox({ outcomes: data.listOutbox().map((item) => applied(item.id)), now: NOW })
  data.applyHolds({ holds: [], now: NOW })
  CASES.forEach((about) => data.dropCase(uuid(about)))
  const versions = CASES.flatMap((about) => {
    const row = data.queueItem({ caseId: uuid(about), now: NOW })
    return row === null ? [] : [[about, row.version] as const]
  })
  return {
    nextCommand,
    cursor: data.readCursor(),
    unsettled: new Map(),
    underWay: new Set(),
    versions: new Map(versions),
    storedVersions: new Map(),
  }
}

function applied(id: string) {
  return { id, outcome: 'applied' as const, caseVersion: 9, auditHash: 'f'.repeat(64) }
}
