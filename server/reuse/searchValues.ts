import type { Relations } from './relations'
import type { ReuseParts } from './searchReuse'
import type { KnownCase } from '../store/reusedDocuments'
import { findToken, tokensOf, type ValueToken } from '../store/reuseValues'
import {
  MOST_HITS,
  REUSED_VALUES,
  VALUE_FIELDS,
  type ValueHit,
  type ValuePlace,
  type ValueReuse,
} from '../../shared/protocol/reuse'

/** Of one value. An office with many companies has more; that it has is what matters. */
const MOST_ROWS = 200

type Placed = ValueToken & { readonly caseId: string; readonly round: number }

export interface FoundValue {
  readonly kind: ValueReuse['kind']
  readonly ours: readonly Placed[]
  /** The newest place of each other case. */
  readonly theirs: readonly Placed[]
}

/** Looks for each number and address of a round in all other cases; one that stands in several fields once. */
export async function findValues(
  { database }: ReuseParts,
  own: { readonly caseId: string; readonly round: number },
): Promise<readonly FoundValue[]> {
  const tokens = (await tokensOf(database, own)).map((token) => ({ ...own, ...token }))
  const found: FoundValue[] = []
  for (const kind of REUSED_VALUES) {
    const ofKind = tokens.filter((token) => token.kind === kind)
    for (const token of new Set(ofKind.map((own) => own.token))) {
      const newest = new Map<string, Placed>()
      for (const row of await findToken(database, token, own.caseId, MOST_ROWS)) {
        newest.set(row.caseId, newest.get(row.caseId) ?? row)
      }
      found.push({ kind, ours: ofKind.filter((own) => own.token === token), theirs: [...newest.values()] })
    }
  }
  return found
}

/** As the workstation gets it: without the value, what concerns somebody else first. */
export function describeValue(
  { kind, ours, theirs }: FoundValue,
  relations: Relations,
  cases: ReadonlyMap<string, KnownCase>,
  isReady: boolean,
): ValueReuse {
  const [first] = ours
  const hits = theirs.flatMap((place): ValueHit[] => {
    const other = cases.get(place.caseId)
    const compare = kind === 'certificate' ? relations.ofCertificate : relations.of
    return other === undefined || first === undefined
      ? []
      : [
          {
            relation: compare(first, place),
            other: { ...other, serviceNames: [...other.serviceNames], round: place.round },
            place: valuePlace(place),
          },
        ]
  })
  const isOthers = ({ relation }: ValueHit): number => (relation === 'other' ? 0 : 1)
  hits.sort((one, other) => isOthers(one) - isOthers(other))
  return {
    kind,
    places: ours.map(valuePlace),
    state: hits.length > 0 ? 'found' : isReady ? 'none' : 'not-searched',
    hits: hits.slice(0, MOST_HITS),
    total: hits.length,
  }
}

function valuePlace({ subject, field, serviceId }: ValueToken): ValuePlace {
  const known = VALUE_FIELDS.find((candidate) => candidate === field)
  if (known === undefined) {
    throw new Error(`No field ${field} is searched for`)
  }
  return { subject, field: known, serviceId: serviceId === '' ? null : serviceId }
}
