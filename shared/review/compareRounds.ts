import { alignApplications } from './alignApplications'
import type { Application } from '../domain/filing'
import type { JudgedDocument } from '../rules/judgedCase'

/** A value that the form holds: text, number or yes and no. */
type FieldValue = string | number | boolean

/** A value of the form that is not what it was. A null path and value: that round does not have it. */
export interface FieldChange {
  readonly pathBefore: string | null
  readonly path: string | null
  readonly before: FieldValue | null
  readonly after: FieldValue | null
}

/** A document of either round, beside what it was. Unchanged means the same bytes. */
export type DocumentChange<D> =
  | { readonly kind: 'added'; readonly before: null; readonly after: D }
  | { readonly kind: 'removed'; readonly before: D; readonly after: null }
  | { readonly kind: 'replaced' | 'unchanged'; readonly before: D; readonly after: D }

export interface RoundComparison<D> {
  readonly fields: readonly FieldChange[]
  readonly documents: ReadonlyArray<DocumentChange<D>>
}

export interface ComparedRound<D> {
  readonly application: Application
  readonly documents: readonly D[]
}

/**
 * What differs between two rounds of a filing. Fields: each differing value once, lists matched by key. Documents: all
 * of both rounds, matched by kind, face, owner and service; within one place the same bytes find each other first, then
 * the same id, then the order. Sorted as the later round has them, then what only the earlier one has.
 */
export function compareRounds<D extends JudgedDocument>(
  before: ComparedRound<D>,
  after: ComparedRound<D>,
): RoundComparison<D> {
  return {
    fields: compareForms(before.application, after.application),
    documents: compareDocuments(before.documents, after.documents),
  }
}

function compareForms(before: Application, after: Application): readonly FieldChange[] {
  return alignApplications(before, after).flatMap((pair) => {
    const earlier = leafOf(pair.before?.value)
    const later = leafOf(pair.after?.value)
    return earlier === later
      ? []
      : [
          {
            pathBefore: pair.before?.path ?? null,
            path: pair.after?.path ?? null,
            before: earlier,
            after: later,
          },
        ]
  })
}

/** Containers are told by what is in them. */
function leafOf(value: unknown): FieldValue | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function compareDocuments<D extends JudgedDocument>(
  before: readonly D[],
  after: readonly D[],
): ReadonlyArray<DocumentChange<D>> {
  const partners = new Map<D, D>()
  const taken = new Set<D>()
  const isSame: ReadonlyArray<(earlier: D, later: D) => boolean> = [
    (earlier, later) => earlier.sha256 === later.sha256,
    (earlier, later) => earlier.id === later.id,
    () => true,
  ]
  for (const matches of isSame) {
    for (const later of after.filter((document) => !partners.has(document))) {
      const earlier = before.find(
        (own) => !taken.has(own) && placeOf(own) === placeOf(later) && matches(own, later),
      )
      if (earlier !== undefined) {
        partners.set(later, earlier)
        taken.add(earlier)
      }
    }
  }
  const kept = after.map((later): DocumentChange<D> => {
    const earlier = partners.get(later)
    if (earlier === undefined) {
      return { kind: 'added', before: null, after: later }
    }
    return {
      kind: earlier.sha256 === later.sha256 ? 'unchanged' : 'replaced',
      before: earlier,
      after: later,
    }
  })
  const gone = before.filter((document) => !taken.has(document))
  return [...kept, ...gone.map((own): DocumentChange<D> => ({ kind: 'removed', before: own, after: null }))]
}

function placeOf({ kind, face, owner, serviceId }: JudgedDocument): string {
  return JSON.stringify([kind, face, owner, serviceId])
}
