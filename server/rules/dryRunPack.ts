import { setImmediate as nextTurn } from 'node:timers/promises'
import { openStoredPack } from './openStoredPack'
import type { RulePackParts } from './proposePack'
import type { RuleBook } from './ruleBook'
import { apiRefusal, type ApiRefusal } from '../http/apiRefusal'
import { findCase } from '../store/cases'
import { pageOfCases, storeDryRun, type FoundChange } from '../store/dryRuns'
import { auditPack, findPack, lockPacks } from '../store/rulePacks'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { CASE_STATES, isInReview } from '../../shared/filing/caseStates'
import type { User } from '../../shared/protocol/apiModels'
import type { Case } from '../../shared/protocol/case'
import { success, type Result } from '../../shared/result'
import { compareChecklists, isJudgedChange } from '../../shared/rules/checklistChanges'
import { evaluateChecklist } from '../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../shared/rules/rulePack'

/** States of the open queue: cases that somebody at the desk will decide. */
export const OPEN_STATES = CASE_STATES.filter(isInReview)

/** Cases listed at once; other requests are answered between any two of them. */
const PAGE = 50

interface Found {
  readonly cases: number
  readonly unjudged: number
  readonly changes: readonly FoundChange[]
}

/**
 * Judges every case of the open queue by the pack it is pinned to and by the proposal, and stores what would change.
 * Takes as long as the queue is; a second one replaces what the first has found.
 */
export async function dryRunPack(
  parts: RulePackParts,
  person: User,
  packId: string,
): Promise<Result<null, ApiRefusal>> {
  const { database, library, clock } = parts
  await library.refresh(database)
  const stored = await findPack(database, packId)
  if (stored?.state !== 'proposed') {
    return stored
      ? apiRefusal('conflict', 'The pack is no proposal')
      : apiRefusal('not-found', 'No such pack')
  }
  const base = library.book.latest().version
  const found = await judgeQueue(parts, (await openStoredPack(database, stored)).pack)
  return database.transaction(async (tx) => {
    await lockPacks(tx)
    const now = clock.now()
    if ((await findPack(tx, packId))?.state !== 'proposed') {
      return apiRefusal('conflict', 'The pack was settled meanwhile')
    }
    await storeDryRun(tx, { packId, base, by: person.id, ...found }, now)
    await auditPack(tx, 'rule-pack-dry-run', stored, person.id, now)
    return success(null)
  })
}

async function judgeQueue({ database, library, clock }: RulePackParts, proposal: RulePack): Promise<Found> {
  const today = chinaDate(clock.now())
  const changes: FoundChange[] = []
  let cases = 0
  let unjudged = 0
  let last: string | null = null
  for (;;) {
    const page: readonly string[] = await pageOfCases(database, OPEN_STATES, last, PAGE)
    for (const caseId of page) {
      const held = await findCase(database, caseId, clock.now())
      const found = held ? judgeCase(library.book, proposal, held.filingCase, today) : []
      cases += held ? 1 : 0
      unjudged += found === null ? 1 : 0
      changes.push(...(found ?? []))
      await nextTurn()
    }
    if (page.length < PAGE) {
      return { cases, unjudged, changes }
    }
    last = page.at(-1) ?? null
  }
}

/** Null: the pack by which the case is judged is not known here. */
function judgeCase(
  book: RuleBook,
  proposal: RulePack,
  filingCase: Case,
  today: string,
): readonly FoundChange[] | null {
  const pinned = book.find(filingCase.rulePack)
  if (!pinned) {
    return null
  }
  return compareChecklists(
    evaluateChecklist(pinned, filingCase, today),
    evaluateChecklist(proposal, filingCase, today),
  )
    .filter(isJudgedChange)
    .map(({ lineId: ruleId, kind, before, after }) => ({
      caseId: filingCase.id,
      ruleId,
      kind,
      before,
      after,
    }))
}
