import { chinaDate } from '../../shared/calendar/chinaTime'
import type { Case } from '../../shared/protocol/case'
import { resubmissionOf, type Resubmission } from '../../shared/review/resubmission'
import type { ChecklistLine } from '../../shared/rules/checklist'
import { evaluateChecklist } from '../../shared/rules/evaluateChecklist'
import { smsDuty, type SmsDuty } from '../../shared/rules/smsDuty'
import { refusal, success, type Result } from '../../shared/result'
import type { JudgedCase } from '../../shared/rules/judgedCase'
import { comparePacks, packInForce, type RulePack } from '../../shared/rules/rulePack'

/** The rule packs by which this server judges. It grows: what two persons put into force is added, nothing leaves. */
export interface RuleBook {
  /** The pack of this version, or null when it is not known here. */
  find(version: string): RulePack | null
  /** The pack by which filings submitted at this instant (epoch ms) are judged. */
  inForce(at: number): RulePack
  /** The pack that no other takes the place of, in force already or not. */
  latest(): RulePack
  /** From now on filings are judged by this one as well. */
  add(pack: RulePack): void
  /** Version by which a round submitted at this instant is judged; before the first pack, the first. */
  versionFor(submittedAt: string): string
  /** The checklist as it stood on the China date of `at` (epoch ms), or null when the case's pack is not known here. */
  checklistOf(filingCase: Case, at: number): readonly ChecklistLine[] | null
  /** What the case's round takes over from the one before, on that date; null for a first round. */
  resubmissionOf(filingCase: Case, at: number): Resubmission | null
  /** The SMS verification due for a case handed over at `at` (epoch ms); refused when the case's pack is not known here. */
  smsDutyOf(filingCase: Case, at: number): Result<SmsDuty | null, 'rule-pack-unknown'>
}

/** Throws when there is no pack at all: without one no filing can be judged, so none should be taken. */
export function createRuleBook(packs: readonly RulePack[]): RuleBook {
  const first = firstOf(packs)
  const byVersion = new Map(packs.map((pack) => [pack.version, pack]))

  function packOn(day: string): RulePack {
    return packInForce([...byVersion.values()], day) ?? first
  }

  function checklistBy(version: string, judged: JudgedCase, at: number): readonly ChecklistLine[] | null {
    const pack = byVersion.get(version)
    return pack ? evaluateChecklist(pack, judged, chinaDate(at)) : null
  }

  return {
    find: (version) => byVersion.get(version) ?? null,
    inForce: (at) => packOn(chinaDate(at)),
    latest: () => [...byVersion.values()].toSorted(comparePacks).at(-1) ?? first,
    add: (pack) => {
      byVersion.set(pack.version, pack)
    },
    versionFor: (submittedAt) => packOn(chinaDate(Date.parse(submittedAt))).version,
    checklistOf: (filingCase, at) => checklistBy(filingCase.rulePack, filingCase, at),
    resubmissionOf: (filingCase, at) =>
      resubmissionOf(filingCase, (version, judged) => checklistBy(version, judged, at)),
    smsDutyOf: (filingCase, at) => {
      const pack = byVersion.get(filingCase.rulePack)
      return pack ? success(smsDuty(pack, filingCase, chinaDate(at))) : refusal('rule-pack-unknown')
    },
  }
}

function firstOf(packs: readonly RulePack[]): RulePack {
  const [first] = packs.toSorted(comparePacks)
  if (!first) {
    throw new Error('There is no rule pack')
  }
  return first
}
