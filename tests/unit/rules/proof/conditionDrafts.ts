import { CERTIFICATE_TYPES, ENTITY_NATURES } from '../../../../shared/domain/filing'
import { PROVINCES } from '../../../../shared/domain/provinces'
import type { Rule } from '../../../../shared/rules/rule'
import { addressIn, type Draft } from './draft'
import {
  changed,
  domains,
  domainTimes,
  entity,
  principal,
  servicePrincipals,
  services,
  serviceTimes,
  twoPersons,
} from './edits'
import { withWord, withoutWords } from './words'

export type Condition = NonNullable<Rule['when']>[number]
type Of<Name extends Condition['is']> = Extract<Condition, { is: Name }>

const ELSEWHERE = '赵别'

/** A filing carries no more services than this (bundle format). */
const MOST_SERVICES = 20

/** The draft changed so that the condition holds. */
export function meeting(draft: Draft, condition: Condition): Draft {
  switch (condition.is) {
    case 'nature':
      return entity(draft, { nature: condition.anyOf[0] ?? 'other' })
    case 'nature-other-than':
      return entity(draft, { nature: natureOutside(condition.anyOf) })
    case 'province':
      return { ...draft, province: condition.anyOf[0] ?? draft.province }
    case 'principal-other-than-legal-representative':
      return entity(draft, { legalRepresentative: ELSEWHERE })
    case 'principals-differ':
      return twoPersons(draft)
    case 'person-certificate':
      return withPersonType(draft, condition, typeInside(condition))
    case 'words':
      return withWord(draft, condition.in, condition.anyOf[0] ?? '')
    case 'content':
      return services(draft, { contentCategories: condition.anyOf.slice(0, 1) })
    case 'outside-province':
      return withAddress(draft, condition, addressIn(otherProvince(draft.province)))
    case 'changed':
      return withChangeOf(draft, condition.fields[0] ?? '')
    case 'more-than':
      return withCount(draft, condition, (condition[draft.entity.kind] ?? 0) + 1)
    case 'registrant-other-than':
      return domains(draft, { registrantName: ELSEWHERE })
    case 'pre-approval-declared':
      return services(draft, { preApprovals: [{ category: '新闻', number: 'EXAMPLE-1' }] })
  }
}

/** The draft changed by as little as makes the condition not hold. */
export function missing(draft: Draft, condition: Condition): Draft {
  switch (condition.is) {
    case 'nature':
      return entity(draft, { nature: natureOutside(condition.anyOf) })
    case 'nature-other-than':
      return entity(draft, { nature: condition.anyOf[0] ?? 'other' })
    case 'province':
      return { ...draft, province: provinceOutside(condition.anyOf) }
    case 'principal-other-than-legal-representative':
      return withLegalRepresentative(draft, condition)
    case 'principals-differ':
      return servicePrincipals(draft, draft.entity.principal)
    case 'person-certificate':
      return withPersonType(draft, condition, typeOutside(condition))
    case 'words':
      return withoutWords(draft, condition.in)
    case 'content':
      return services(draft, { contentCategories: ['样例类型'] })
    case 'outside-province':
      return withAddress(draft, condition, addressIn(draft.province))
    case 'changed':
      // Of the other filing types a rule may speak in any case: the change order is what it leaves out.
      return changed({ ...draft, filingType: 'change' }, ['entity.principal.landline', '1', '2'])
    case 'more-than':
      return withCount(draft, condition, Math.min(condition[draft.entity.kind] ?? 1, MOST_SERVICES))
    case 'registrant-other-than':
      return domains(draft, { registrantName: draft.entity.name })
    case 'pre-approval-declared':
      return { ...services(draft, { preApprovals: [] }), documents: [] }
  }
}

/**
 * Whether the case can settle the condition at all. What the entity has on file elsewhere counts in some, and only a
 * first filing is known not to have any.
 */
export function isOpen(draft: Draft, condition: Condition): boolean {
  if (condition.is !== 'more-than' || !condition.includesFiled || draft.filingType === 'first-filing') {
    return false
  }
  const bound = condition[draft.entity.kind]
  return bound !== undefined && countOf(draft, condition) <= bound
}

/** Whether a filing of this kind can meet the condition, and be known to. */
export function canMeet(draft: Draft, condition: Condition): boolean {
  if (condition.is === 'more-than') {
    const bound = condition[draft.entity.kind]
    return bound !== undefined && (condition.counts !== 'services' || bound < MOST_SERVICES)
  }
  return (
    condition.is !== 'nature' ||
    draft.entity.kind === 'organization' ||
    condition.anyOf.includes('individual')
  )
}

function countOf(draft: Draft, { counts }: Of<'more-than'>): number {
  switch (counts) {
    case 'services':
      return draft.services.length
    case 'domains':
      return draft.services.flatMap((service) => service.domains).length
    case 'addresses':
      return Math.max(0, ...draft.services.map(({ access }) => access?.ipAddresses.length ?? 0))
  }
}

function withCount(draft: Draft, { counts }: Of<'more-than'>, count: number): Draft {
  switch (counts) {
    case 'services':
      return serviceTimes(draft, Math.min(count, MOST_SERVICES))
    case 'domains':
      return domainTimes(draft, count)
    case 'addresses': {
      const ipAddresses = Array.from({ length: count }, (_, index) => `203.0.113.${String(index + 1)}`)
      return services(draft, (service) =>
        service.access === undefined ? service : { ...service, access: { ...service.access, ipAddresses } },
      )
    }
  }
}

function natureOutside(natures: Of<'nature'>['anyOf']): Draft['entity']['nature'] {
  return ENTITY_NATURES.find((nature) => nature !== 'individual' && !natures.includes(nature)) ?? 'individual'
}

function otherProvince(province: string): string {
  return provinceOutside([province])
}

function provinceOutside(codes: readonly string[]): string {
  return PROVINCES.find(({ code }) => !codes.includes(code))?.code ?? ''
}

function withLegalRepresentative(
  draft: Draft,
  { persons }: Of<'principal-other-than-legal-representative'>,
): Draft {
  const [service] = draft.services
  const person =
    persons.includes('entity-principal') || service === undefined ? draft.entity.principal : service.principal
  const named = entity(draft, { legalRepresentative: person.name })
  return persons.length > 1 ? servicePrincipals(named, person) : named
}

function withPersonType(
  draft: Draft,
  { persons }: Of<'person-certificate'>,
  type: (typeof CERTIFICATE_TYPES)[number],
): Draft {
  const first = persons.includes('entity-principal')
    ? principal(draft, { certificate: { ...draft.entity.principal.certificate, type } })
    : draft
  return persons.includes('service-principals')
    ? services(first, (service) => ({
        ...service,
        principal: { ...service.principal, certificate: { ...service.principal.certificate, type } },
      }))
    : first
}

function typeInside({ anyOf, noneOf = [] }: Of<'person-certificate'>): (typeof CERTIFICATE_TYPES)[number] {
  return (anyOf ?? CERTIFICATE_TYPES).find((type) => !noneOf.includes(type)) ?? 'other'
}

function typeOutside({ anyOf, noneOf }: Of<'person-certificate'>): (typeof CERTIFICATE_TYPES)[number] {
  return noneOf?.[0] ?? CERTIFICATE_TYPES.find((type) => anyOf?.includes(type) !== true) ?? 'other'
}

function withAddress(draft: Draft, { of }: Of<'outside-province'>, address: string): Draft {
  return of === 'entity'
    ? entity(draft, { certificate: { ...draft.entity.certificate, address } })
    : principal(draft, { certificate: { ...draft.entity.principal.certificate, address } })
}

function withChangeOf(draft: Draft, name: string): Draft {
  return {
    ...draft,
    changes: [...draft.changes, { field: name.replaceAll('*', '0'), before: '甲', after: '乙' }],
  }
}
