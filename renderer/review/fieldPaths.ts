import { isWithin, normalPath } from '../../shared/domain/fieldPaths'

/** Values that are shown together with another: the start of a validity stands at its end. */
const SHOWN_WITH: ReadonlyArray<readonly [RegExp, string]> = [
  [/\.validFrom$/, '.validTo'],
  [/\.entity\.kind$/, '.entity.nature'],
]

/**
 * The field of the form at which a path is shown: the field itself, the one that contains it (a language inside the
 * list of languages), or else the first one inside it (the number of a certificate). Undefined when there is none.
 */
export function fieldAt(path: string, fieldPaths: readonly string[]): string | undefined {
  const wanted = SHOWN_WITH.reduce((own, [end, other]) => own.replace(end, other), normalPath(path))
  return (
    fieldPaths.find((candidate) => candidate === wanted) ??
    fieldPaths.find((candidate) => isWithin(wanted, candidate)) ??
    fieldPaths.find((candidate) => isWithin(candidate, wanted))
  )
}
