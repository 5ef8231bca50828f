import type { CaseRound } from '../../shared/protocol/case'
import type { DocumentKind } from '../../shared/domain/documentKinds'

/** What an applicant changed from one round to the next. */
export type RoundChange =
  | { readonly kind: 'field'; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'document-added' | 'document-removed' | 'document-replaced'
      readonly documentId: string
      readonly documentKind: DocumentKind
    }

/** Differences of `later` against `earlier`, form fields first. */
export function roundChanges(earlier: CaseRound, later: CaseRound): readonly RoundChange[] {
  return [...fieldChanges(earlier, later), ...documentChanges(earlier, later)]
}

function fieldChanges(earlier: CaseRound, later: CaseRound): readonly RoundChange[] {
  const before = leaves(earlier.application, 'application')
  const after = leaves(later.application, 'application')
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({
      kind: 'field',
      path,
      before: before.get(path) ?? '',
      after: after.get(path) ?? '',
    }))
}

/** Every value of the application by its path; JSON has no others than these. */
function leaves(value: unknown, path: string): Map<string, string> {
  switch (typeof value) {
    case 'string':
      return new Map([[path, value]])
    case 'number':
    case 'boolean':
      return new Map([[path, String(value)]])
    case 'object':
      return new Map(
        Object.entries(value ?? {}).flatMap(([key, inner]) => [...leaves(inner, `${path}.${key}`)]),
      )
    default:
      return new Map()
  }
}

function documentChanges(earlier: CaseRound, later: CaseRound): readonly RoundChange[] {
  const before = new Map(earlier.documents.map((document) => [document.id, document]))
  const after = new Map(later.documents.map((document) => [document.id, document]))
  const removed = earlier.documents
    .filter((document) => !after.has(document.id))
    .map((document) => ({
      kind: 'document-removed' as const,
      documentId: document.id,
      documentKind: document.kind,
    }))
  const changed = later.documents.flatMap((document) => {
    const old = before.get(document.id)
    if (old?.sha256 === document.sha256) {
      return []
    }
    const kind = old === undefined ? ('document-added' as const) : ('document-replaced' as const)
    return [{ kind, documentId: document.id, documentKind: document.kind }]
  })
  return [...changed, ...removed]
}
