import type { Database } from '../store/database'
import { identitiesOf, tokensOf, type ValueToken } from '../store/reuseValues'
import type { DOCUMENT_OWNERS } from '../../shared/domain/documentKinds'
import type { ReuseRelation, ValuePlace } from '../../shared/protocol/reuse'

interface At {
  readonly caseId: string
  readonly round: number
  readonly subject: ValuePlace['subject']
  readonly serviceId: string
}

/** Says whose a found thing is beside ours, by certificate numbers and names. */
export interface Relations {
  /** `ours` and `theirs`: whose number, address or paper it is in either case. */
  readonly of: (ours: At, theirs: At) => ReuseRelation
  /** The same for a certificate number itself: only an equal name makes it the same person. */
  readonly ofCertificate: (ours: At, theirs: At) => ReuseRelation
}

export async function readRelations(
  database: Database,
  own: { readonly caseId: string; readonly round: number },
  otherCases: readonly string[],
): Promise<Relations> {
  const identities = [
    ...(await tokensOf(database, own)).map((token) => ({ ...own, ...token })),
    ...(otherCases.length === 0 ? [] : await identitiesOf(database, otherCases)),
  ]
  const tokens = new Map(identities.map((identity) => [placeOf(identity, identity.kind), identity.token]))
  for (const identity of identities) {
    // A paper that names no service belongs to the only one there is, or to the first.
    const unnamed = placeOf({ ...identity, serviceId: '' }, identity.kind)
    tokens.set(unnamed, tokens.get(unnamed) ?? identity.token)
  }
  const tokenOf = (at: At, kind: ValueToken['kind']): string | undefined => tokens.get(placeOf(at, kind))
  const same = (kind: ValueToken['kind'], ours: At, theirs: At): boolean => {
    const token = tokenOf(ours, kind)
    return token !== undefined && token === tokenOf(theirs, kind)
  }
  const sameEntity = (ours: At, theirs: At): boolean => {
    const entity = { subject: 'entity', serviceId: '' } as const
    return same('certificate', { ...ours, ...entity }, { ...theirs, ...entity })
  }
  const relation = (kind: ValueToken['kind'], ours: At, theirs: At): ReuseRelation => {
    if (sameEntity(ours, theirs)) {
      return 'same-entity'
    }
    return same(kind, ours, theirs) ? 'same-person' : 'other'
  }
  return {
    of: (ours, theirs) => relation('certificate', ours, theirs),
    ofCertificate: (ours, theirs) => relation('name', ours, theirs),
  }
}

/** Whom a paper belongs to; that of a legal representative, of whom no number is known, to the entity. */
export function subjectOf(
  owner: (typeof DOCUMENT_OWNERS)[number],
  serviceId: string,
): Pick<At, 'subject' | 'serviceId'> {
  switch (owner) {
    case 'entity-principal':
      return { subject: 'entity-principal', serviceId: '' }
    case 'service-principal':
      return { subject: 'service-principal', serviceId }
    default:
      return { subject: 'entity', serviceId: '' }
  }
}

function placeOf({ caseId, round, subject, serviceId }: At, kind: ValueToken['kind']): string {
  return `${caseId} ${String(round)} ${subject} ${serviceId} ${kind}`
}
