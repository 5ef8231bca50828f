import type { RecordedPerson, RecordOnFile, Person } from '../../../../shared/domain/filing'
import { submittedOn } from './days'
import type { Draft } from './draft'

type RecordedService = RecordOnFile['services'][number]

/** The record that says what the form says. A service that is not filed yet has none; another one stands there. */
export function recordLike(draft: Draft): RecordOnFile {
  const { entity, services, entityIcpNumber } = draft
  const { certificate } = entity
  return {
    readOn: submittedOn(draft),
    entity: {
      name: entity.name,
      nature: entity.nature,
      certificateType: certificate.type,
      certificateNumber: certificate.number,
      certificateAddress: certificate.address,
      mailingAddress: entity.mailingAddress,
      principal: recorded(entity.principal),
    },
    services: services.map((service) =>
      service.icpNumber === undefined
        ? { icpNumber: `${entityIcpNumber}-9`, name: '样例星海小记', principal: recorded(service.principal) }
        : {
            icpNumber: service.icpNumber,
            name: service.name,
            domains: service.domains.map(({ name }) => name),
            principal: recorded(service.principal),
          },
    ),
  }
}

function recorded({ name, certificate, mobile, email }: Person): RecordedPerson {
  return { name, certificateNumber: certificate.number, mobile, email }
}

/** The draft with its record changed in the part about the entity. */
export function recordedEntity(draft: Draft, change: Partial<RecordOnFile['entity']>): Draft {
  const record = draft.record ?? recordLike(draft)
  return { ...draft, record: { ...record, entity: { ...record.entity, ...change } } }
}

export function recordedPrincipal(draft: Draft, change: Partial<RecordedPerson>): Draft {
  const { principal } = (draft.record ?? recordLike(draft)).entity
  return recordedEntity(draft, { principal: { name: draft.entity.principal.name, ...principal, ...change } })
}

export function recordedServices(draft: Draft, change: Partial<RecordedService>): Draft {
  const record = draft.record ?? recordLike(draft)
  return { ...draft, record: { ...record, services: record.services.map((row) => ({ ...row, ...change })) } }
}
