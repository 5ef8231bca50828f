import type { RejectionReason } from '../../domain/notice'
import type { ChecklistLine } from '../../rules/checklist'

/**
 * Which rule a reason of the administration speaks of; null when none does, or more than one could: a guess would make a
 * rule answer for what it did not let through. A code names a rule, or a reason of the catalogue that one line alone
 * gives; without either, the field is that of one line's evidence alone.
 */
export function ruleOfReason(
  { code, field }: RejectionReason,
  lines: ReadonlyArray<Pick<ChecklistLine, 'id' | 'reasonIds' | 'machine'>>,
): string | null {
  if (code !== undefined) {
    return onlyOf(lines.filter(({ id, reasonIds }) => id === code || reasonIds.includes(code)))
  }
  return onlyOf(
    lines.filter(({ machine }) =>
      machine?.evidence.some((evidence) =>
        evidence.kind === 'field'
          ? evidence.path === field
          : evidence.kind === 'document' && evidence.documentId === field,
      ),
    ),
  )
}

function onlyOf(lines: ReadonlyArray<{ readonly id: string }>): string | null {
  const [first, second] = lines
  return first !== undefined && second === undefined ? first.id : null
}
