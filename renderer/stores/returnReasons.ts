import { ref, type Ref } from 'vue'
import { defectReasons, type DraftReason } from '../review/defectReasons'
import type { Answers } from '../review/lineStatus'
import type { CaseRound } from '../../shared/protocol/case'
import type { ChecklistLine } from '../../shared/rules/checklist'

interface ReturnReasonsInput {
  readonly lines: Readonly<Ref<readonly ChecklistLine[]>>
  readonly answers: Readonly<Ref<Answers>>
  readonly round: Readonly<Ref<CaseRound | null>>
  readonly onChange: () => void
}

/** The reasons of a return while they are written: those that defects bring, and those written by hand. */
export function createReturnReasons({ lines, answers, round, onChange }: ReturnReasonsInput) {
  const reasons = ref<DraftReason[]>([])
  /** Lines that have brought their reason; a reason that a person removes stays removed. */
  let brought: ReadonlySet<string> = new Set()

  function replace(next: DraftReason[]): void {
    reasons.value = next
    onChange()
  }

  /** Brings the reasons of every defect that has none yet. */
  function collect(): void {
    const found = defectReasons(lines.value, answers.value, round.value?.documents ?? []).filter(
      ({ lineId }) => !brought.has(lineId),
    )
    brought = new Set([...brought, ...found.map((item) => item.lineId)])
    const next = [...reasons.value]
    for (const { reason } of found) {
      if (!next.some((own) => isSame(own, reason))) {
        next.push(reason)
      }
    }
    if (next.length > reasons.value.length) {
      replace(next)
    }
  }

  function add(reason: DraftReason): void {
    replace([...reasons.value, reason])
  }

  /** Whether the same reason is there already, whatever its words have become. */
  function has(reason: DraftReason): boolean {
    return reasons.value.some((own) => isSame(own, reason))
  }

  function change(index: number, part: Partial<DraftReason>): void {
    replace(reasons.value.map((reason, at) => (at === index ? { ...reason, ...part } : reason)))
  }

  function remove(index: number): void {
    replace(reasons.value.filter((_, at) => at !== index))
  }

  /** The line was answered anew: it may bring its reason again. */
  function reconsider(lineId: string): void {
    brought = new Set([...brought].filter((id) => id !== lineId))
  }

  function reset(): void {
    brought = new Set()
  }

  return { reasons, collect, add, has, change, remove, reconsider, reset }
}

function isSame(a: DraftReason, b: DraftReason): boolean {
  return a.field === b.field && (a.reasonId ?? a.problem) === (b.reasonId ?? b.problem)
}
