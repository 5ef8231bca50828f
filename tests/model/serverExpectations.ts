import { expect } from './expect'
import type { ToldWorld } from './world'
import { verifyAuditChain } from '../../server/store/auditChain'
import type { Database } from '../../server/store/database'
import { CASE_ACTIONS, nextState, type CaseActor, type CaseState } from '../../shared/filing/caseStates'

interface DecisionRow {
  readonly id: string
  readonly case_id: string
  readonly case_version: number
  readonly account_id: string
  readonly verdict: string
}

interface Entry {
  readonly sequence: number
  readonly kind: string
  readonly case_id: string
  readonly actor_id: string | null
  readonly role: CaseActor | null
  readonly detail: string
}

interface Stand {
  /** States in which the case can be by what has been recorded. */
  readonly states: readonly CaseState[]
  readonly version: number
  readonly holder: { readonly actorId: string | null; readonly token: number } | null
}

/** What the server must be able to show for itself. Answers its decisions by the id of their command. */
export async function expectServerSound({ server, issued }: ToldWorld) {
  const { database } = server
  const chain = await verifyAuditChain(database)
  expect(chain.intact, 'the audit chain of the server is broken', chain)
  const refused = await database.query<{ why: string }>(
    'SELECT refused_for AS why FROM device WHERE refused_for IS NOT NULL',
  )
  expect(refused.length === 0, 'the audit chain of a desk was refused', refused)
  const decisions = await database.query<DecisionRow>(
    `SELECT command_id AS id, case_id, case_version, account_id, content ->> 'verdict' AS verdict FROM decision`,
  )
  for (const { id } of decisions) {
    expect(issued.has(id), 'a decision that nobody made', id)
  }
  await expectHistories(database, decisions)
  return new Map(decisions.map(({ id, case_id: caseId, verdict }) => [id, { caseId, verdict }]))
}

/** Replays what was recorded of each case: legal moves, version after version, each decision by whoever had the case. */
async function expectHistories(database: Database, decisions: readonly DecisionRow[]): Promise<void> {
  const entries = await database.query<Entry>(
    `SELECT sequence, kind, case_id, actor_id, account.role, detail FROM audit_entry
     LEFT JOIN account ON account.id = actor_id WHERE case_id IS NOT NULL ORDER BY sequence`,
  )
  const stands = new Map<string, Stand>()
  const made = new Map(decisions.map((decision) => [decision.id, decision]))
  for (const entry of entries) {
    const before = stands.get(entry.case_id) ?? { states: ['pending-review'], version: 1, holder: null }
    stands.set(entry.case_id, follow(before, entry, made))
  }
  expect(made.size === 0, 'decisions without an entry of the audit', [...made.values()])
  const cases = await database.query<{ id: string; state: CaseState; version: number }>(
    'SELECT id, state, version FROM filing_case',
  )
  for (const { id, state, version } of cases) {
    const stand = stands.get(id)
    expect(stand?.version === version, 'a version that no entry explains', { id, version, stand })
    expect(stand.states.includes(state), 'a state that no entry explains', { id, state, stand })
  }
}

const VERDICTS: Readonly<Record<string, string>> = {
  passed: 'pass',
  returned: 'return',
  escalated: 'escalate',
}
const GIVING: readonly string[] = ['drawn', 'held', 'reserved']
const ENDING: readonly string[] = ['released', 'hold-expired', 'hold-broken']

function follow(before: Stand, entry: Entry, made: Map<string, DecisionRow>): Stand {
  const detail = JSON.parse(entry.detail) as Readonly<Record<string, unknown>>
  if (GIVING.includes(entry.kind)) {
    const token = Number(detail['token'])
    const isNewer = before.holder === null || token >= before.holder.token
    expect(isNewer, 'an older token was given again', { before, entry })
    return { ...before, holder: { actorId: entry.actor_id, token } }
  }
  if (entry.kind === 'handed-over') {
    return { ...before, holder: { actorId: String(detail['toId']), token: Number(detail['token']) } }
  }
  if (ENDING.includes(entry.kind)) {
    return { ...before, holder: null }
  }
  const decided = typeof detail['commandId'] === 'string' ? made.get(detail['commandId']) : undefined
  if (decided !== undefined) {
    made.delete(decided.id)
    const isHolder =
      before.holder?.actorId === entry.actor_id && before.holder.token === Number(detail['holdToken'])
    expect(isHolder, 'a decision by somebody who did not have the case', { before, entry })
    expect(decided.case_version === before.version + 1, 'a version was left out', { before, entry })
    const states = reachable(before, decided.verdict, entry.role ?? 'reviewer')
    expect(states.length > 0, 'a move that is not legal', { before, entry })
    const verdict = VERDICTS[entry.kind] ?? 'pass'
    expect(verdict === decided.verdict, 'the entry tells another verdict', { entry, decided })
    return { states, version: decided.case_version, holder: null }
  }
  if (entry.kind === 'withdrawn') {
    const states = reachable(before, 'withdraw', 'intake')
    expect(states.length > 0, 'a move that is not legal', { before, entry })
    return { states, version: before.version + 1, holder: null }
  }
  return before
}

/** Every state to which the action can lead, whatever else is true of the filing. */
function reachable(before: Stand, action: string, actor: CaseActor): readonly CaseState[] {
  const known = CASE_ACTIONS.find((candidate) => candidate === action)
  if (known === undefined) {
    return []
  }
  const states = before.states.flatMap((state) =>
    [true, false].flatMap((photoMissing) =>
      (['none', 'required'] as const).map((secondReview) =>
        nextState(state, known, actor, {
          ...{ filingType: 'first-filing' as const, photoMissing, secondReview, sms: 'none' as const },
        }),
      ),
    ),
  )
  return [...new Set(states.filter((state) => state !== null))]
}
