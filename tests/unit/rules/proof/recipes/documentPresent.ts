import { DOCUMENT_KINDS } from '../../../../../shared/domain/documentKinds'
import type { Draft } from '../draft'
import { papers, serviceTimes } from '../edits'
import { asks, fails, passes, type ProofCase, type Recipe } from '../proofCases'

export const documentPresent: Recipe<'document-present'> = ({ documents: wanted, then }, draft) => {
  const settled = then === 'pass' ? passes : asks
  const empty = { ...draft, documents: [] }
  const all = wanted.flatMap(({ anyOf }) => anyOf.slice(0, 1))
  const wantedKinds = wanted.flatMap(({ anyOf }) => anyOf)
  const others = DOCUMENT_KINDS.filter((kind) => !wantedKinds.includes(kind))
  const substitutes = wanted.flatMap(({ anyOf }, place) =>
    anyOf.slice(1).map((kind) => settled(`${kind} does as well`, papers(empty, ...all.with(place, kind)))),
  )
  return {
    breaks: [fails('no paper', empty)],
    keeps: [settled('every paper', papers(empty, ...all))],
    boundary: [
      fails('every paper but the wanted one', papers(empty, ...others)),
      fails('one paper less', papers(empty, ...all.slice(1))),
      ...substitutes,
      ...(wanted.some(({ perService }) => perService !== undefined)
        ? perServiceCases(empty, all, settled)
        : []),
    ],
  }
}

/** A paper that is due for each service, in a filing of two. */
function perServiceCases(
  draft: Draft,
  kinds: ReadonlyArray<(typeof DOCUMENT_KINDS)[number]>,
  settled: (about: string, draft: Draft) => ProofCase,
): readonly ProofCase[] {
  const two = serviceTimes(draft, Math.max(2, draft.services.length))
  const first = kinds.map((kind) => ({ kind, serviceId: 's1' }))
  const each = two.services.flatMap(({ id }) => kinds.map((kind) => ({ kind, serviceId: id })))
  return [
    fails('two services and a paper for one', { ...two, documents: first }),
    settled('two services and a paper for each', { ...two, documents: each }),
  ]
}
