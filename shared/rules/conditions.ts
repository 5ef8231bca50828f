import { z } from 'zod'
import { provinceOfAddress } from './checks/addressParts'
import { isLegalRepresentative, isSamePerson, PERSON_ROLES, personsOf, servicesOf } from './checks/caseFacts'
import { domainsOf } from './checks/caseDomains'
import { changesOf } from './checks/changes'
import type { CheckContext } from './checks/checkContext'
import { registrantOf, registrantSchema } from './checks/registrant'
import { TEXT_PLACES, textsAt, wordsIn, wordsSchema } from './checks/textPlaces'
import { field, type Ground } from './checks/verdicts'
import { CERTIFICATE_TYPES, ENTITY_NATURES, provinceCodeSchema } from '../domain/filing'
import { gather } from './gather'

const persons = z.array(z.enum(PERSON_ROLES)).min(1)

/**
 * When a rule concerns a case at all, beyond filing type, entity and service. A rule whose condition does not hold
 * stays in the list as not applicable, with what was found instead.
 */
export const conditionSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('nature'), anyOf: z.array(z.enum(ENTITY_NATURES)).min(1) }),
  z.strictObject({ is: z.literal('nature-other-than'), anyOf: z.array(z.enum(ENTITY_NATURES)).min(1) }),
  z.strictObject({ is: z.literal('province'), anyOf: z.array(provinceCodeSchema).min(1) }),
  z.strictObject({ is: z.literal('principal-other-than-legal-representative'), persons }),
  z.strictObject({ is: z.literal('principals-differ') }),
  z.strictObject({
    is: z.literal('person-certificate'),
    persons,
    anyOf: z.array(z.enum(CERTIFICATE_TYPES)).optional(),
    noneOf: z.array(z.enum(CERTIFICATE_TYPES)).optional(),
  }),
  z.strictObject({
    is: z.literal('words'),
    in: z.array(z.enum(TEXT_PLACES)),
    anyOf: wordsSchema.min(1),
    ignoring: wordsSchema.default([]),
  }),
  z.strictObject({ is: z.literal('content'), anyOf: z.array(z.string()).min(1) }),
  z.strictObject({
    is: z.literal('outside-province'),
    of: z.enum(['entity', 'entity-principal']).default('entity'),
  }),
  z.strictObject({
    is: z.literal('changed'),
    fields: z.array(z.string()).min(1),
    /** Filings of other types than a change are concerned in any case. */
    orOtherType: z.boolean().default(false),
  }),
  z.strictObject({
    is: z.literal('more-than'),
    counts: z.enum(['services', 'domains', 'addresses']),
    individual: z.number().int().min(0).optional(),
    organization: z.number().int().min(0).optional(),
    /** The number counts what is on file already, which only a first filing is known not to have. */
    includesFiled: z.boolean().default(false),
  }),
  z.strictObject({ is: z.literal('registrant-other-than'), anyOf: z.array(registrantSchema) }),
  z.strictObject({ is: z.literal('pre-approval-declared') }),
])
type Condition = z.output<typeof conditionSchema>

/** How a condition stands. `unknown` where the case lacks the fact: what is on file elsewhere, say. */
type ConditionState = Ground & { readonly holds: boolean | 'unknown' }
type Look = ConditionState

export function conditionState(condition: Condition, context: CheckContext): ConditionState {
  const { application } = context
  switch (condition.is) {
    case 'nature':
    case 'nature-other-than':
      return lookAtNature(condition, context)
    case 'province':
      return { holds: condition.anyOf.includes(context.province), evidence: [], measured: context.province }
    case 'principal-other-than-legal-representative':
    case 'principals-differ':
    case 'person-certificate':
      return lookAtPersons(condition, context)
    case 'words':
      return lookForWords(condition, context)
    case 'content': {
      const chosen = gather(servicesOf(context), ({ service }) => service.contentCategories)
      const holds = chosen.some((category) => condition.anyOf.includes(category))
      return { holds, evidence: [field('application.services')], measured: chosen.join(', ') }
    }
    case 'outside-province': {
      const [holder, path] =
        condition.of === 'entity'
          ? ([application.entity, 'application.entity'] as const)
          : ([application.entity.principal, 'application.entity.principal'] as const)
      const { address = '' } = holder.certificate
      const found = provinceOfAddress(address)
      const evidence = [field(`${path}.certificate.address`)]
      return {
        holds: found === undefined ? 'unknown' : found !== context.province,
        evidence,
        measured: address,
      }
    }
    case 'changed': {
      const changed = changesOf(application, condition.fields).length > 0
      const holds = changed || (condition.orOtherType && application.filingType !== 'change')
      return { holds, evidence: [field('application.changes')], expected: condition.fields.join(' / ') }
    }
    case 'more-than':
      return lookAtCount(condition, context)
    case 'registrant-other-than': {
      const domains = domainsOf(context)
      const holds = domains.some(({ domain }) => {
        const registrant = registrantOf(application, domain)
        return registrant === undefined || !condition.anyOf.includes(registrant)
      })
      const evidence = domains.map(({ path }) => field(`${path}.registrantName`))
      return { holds, evidence, measured: domains.map(({ domain }) => domain.registrantName).join(', ') }
    }
    case 'pre-approval-declared': {
      const declared = gather(servicesOf(context), ({ service }) => service.preApprovals)
      const uploaded = context.documents.some(({ kind }) => kind === 'pre-approval')
      return {
        holds: declared.length > 0 || uploaded,
        evidence: [field('application.services')],
        measured: '0',
      }
    }
  }
}

type Of<Name extends Condition['is']> = Extract<Condition, { is: Name }>

function lookAtNature(
  condition: Of<'nature'> | Of<'nature-other-than'>,
  { application }: CheckContext,
): Look {
  const { nature } = application.entity
  const among = condition.anyOf.includes(nature)
  return {
    holds: condition.is === 'nature' ? among : !among,
    evidence: [field('application.entity.nature')],
    measured: nature,
  }
}

function lookAtPersons(
  condition:
    Of<'principal-other-than-legal-representative'> | Of<'principals-differ'> | Of<'person-certificate'>,
  context: CheckContext,
): Look {
  const { application } = context
  switch (condition.is) {
    case 'principal-other-than-legal-representative': {
      const asked = personsOf(context, condition.persons)
      return {
        // Unknown counts as another person: the line is then looked at rather than skipped.
        holds: asked.some(({ person }) => isLegalRepresentative(context, person) !== true),
        evidence: asked.map(({ path }) => field(`${path}.name`)),
        measured: application.entity.legalRepresentative,
      }
    }
    case 'principals-differ': {
      const { principal } = application.entity
      const others = personsOf(context, ['service-principals'])
      return {
        holds: others.some(({ person }) => !isSamePerson(person, principal)),
        evidence: others.map(({ path }) => field(`${path}.name`)),
        measured: principal.name,
      }
    }
    case 'person-certificate': {
      const { anyOf, noneOf } = condition
      const asked = personsOf(context, condition.persons)
      const types = asked.map(({ person }) => person.certificate.type)
      const concerns = (type: (typeof types)[number]): boolean =>
        (anyOf === undefined || anyOf.includes(type)) && noneOf?.includes(type) !== true
      return {
        holds: types.some(concerns),
        evidence: asked.map(({ path }) => field(`${path}.certificate.type`)),
        measured: [...new Set(types)].join(', '),
      }
    }
  }
}

function lookForWords(condition: Of<'words'>, context: CheckContext): Look {
  const texts = textsAt(context, condition.in)
  return {
    holds: texts.some(({ text }) => wordsIn(text, condition.anyOf, condition.ignoring).length > 0),
    evidence: texts.map(({ path }) => field(path)),
    measured: texts.map(({ text }) => text).join(', '),
  }
}

function lookAtCount(condition: Of<'more-than'>, context: CheckContext): Look {
  const { entity, filingType } = context.application
  const addresses = servicesOf(context).map(({ service }) => service.access?.ipAddresses.length ?? 0)
  const counts = {
    services: servicesOf(context).length,
    domains: domainsOf(context).length,
    addresses: Math.max(0, ...addresses),
  }
  const count = counts[condition.counts]
  const bound = condition[entity.kind]
  const unknown = condition.includesFiled && filingType !== 'first-filing'
  return {
    holds: bound !== undefined && (count > bound || (unknown && 'unknown')),
    evidence: [field('application.services')],
    measured: String(count),
    expected: bound === undefined ? undefined : `> ${String(bound)}`,
  }
}
