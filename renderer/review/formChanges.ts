import { fieldAt } from './fieldPaths'
import { formSections } from './formSections'
import type { FormField, FormSection } from './formField'
import type { Case, CaseRound } from '../../shared/protocol/case'
import { alignApplications, pathInLater, type Aligned } from '../../shared/review/alignApplications'
import { compareRounds } from '../../shared/review/compareRounds'

/** A field with the section it stands in. */
interface PlacedField {
  readonly section: FormSection
  readonly field: FormField
}

/** A field of the form whose value is not what it was; null where the round does not have the field. */
export type FormChange =
  | { readonly before: PlacedField | null; readonly after: PlacedField }
  | { readonly before: PlacedField; readonly after: null }

/**
 * What changed between two rounds as the form shows it: one entry a field, in the form's order, then what is gone.
 * Values that the form shows together (a list, both ends of a validity) change together.
 */
export function formChanges(
  filing: Pick<Case, 'province' | 'accountId'>,
  before: CaseRound,
  after: CaseRound,
): readonly FormChange[] {
  const earlier = placedFields(filing, before)
  const later = placedFields(filing, after)
  const { fields } = compareRounds(before, after)
  const there = alignApplications(before.application, after.application)
  const back = alignApplications(after.application, before.application)
  const changedBefore = shownAt(
    earlier,
    fields.map(({ pathBefore }) => pathBefore),
  )
  const changedAfter = shownAt(
    later,
    fields.map(({ path }) => path),
  )
  const lost = earlier.filter((own) => changedBefore.has(own.field.path))
  for (const own of lost) {
    const now = counterpart(own, there, later)
    if (now !== null) {
      changedAfter.add(now.field.path)
    }
  }
  return [
    ...later
      .filter((own) => changedAfter.has(own.field.path))
      .map((own) => ({ before: counterpart(own, back, earlier), after: own })),
    ...lost
      .filter((own) => counterpart(own, there, later) === null)
      .map((own) => ({ before: own, after: null })),
  ]
}

function placedFields(
  { province, accountId }: Pick<Case, 'province' | 'accountId'>,
  round: CaseRound,
): readonly PlacedField[] {
  return formSections({ ...round, province, accountId }).flatMap((section) =>
    section.fields.map((field) => ({ section, field })),
  )
}

/** Paths of the form's fields at which these values are shown. */
function shownAt(fields: readonly PlacedField[], paths: ReadonlyArray<string | null>): Set<string> {
  const known = fields.map(({ field }) => field.path)
  const shown = paths.map((path) => (path === null ? undefined : fieldAt(path, known)))
  return new Set(shown.filter((path) => path !== undefined))
}

/** The same field in the other round. */
function counterpart(
  { field }: PlacedField,
  aligned: readonly Aligned[],
  others: readonly PlacedField[],
): PlacedField | null {
  const path = pathInLater(aligned, field.path)
  return others.find((other) => other.field.path === path) ?? null
}
