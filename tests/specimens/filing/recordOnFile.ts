import type { Entity, Person, RecordedPerson, RecordOnFile, Service } from '../../../shared/domain/filing'
import { addDays } from '../../../shared/calendar/chinaTime'
import type { Plan } from '../options'
import { makeMobile } from '../people/person'
import { formerName } from './formerName'

interface Filed {
  readonly entity: Entity
  readonly services: readonly Service[]
  readonly entityIcpNumber: string
  /** What a change order changes, as it was. */
  readonly formerMobile: string | undefined
}

/**
 * What the administration shows of an earlier filing. It agrees with the form but for what a change order is about and
 * for the defect that makes principal and name differ.
 */
export function makeRecordOnFile(plan: Plan, filed: Filed): RecordOnFile {
  const { entity, services, entityIcpNumber, formerMobile } = filed
  const random = plan.random.fork('record')
  const differs = plan.defects.has('record-differs')
  const renamed = plan.filingType === 'change' && entity.nature === 'enterprise'
  const principal = recorded({
    ...entity.principal,
    ...(formerMobile === undefined ? {} : { mobile: formerMobile }),
  })
  const onFile = services.filter(({ icpNumber }) => icpNumber !== undefined)
  const rows = onFile.map((service) => ({
    icpNumber: service.icpNumber ?? '',
    name: service.name,
    domains: service.domains.map(({ name }) => name),
    principal: recorded(service.principal),
  }))
  // Somebody who adds a service has one already, which is not part of this order.
  const other = {
    icpNumber: `${entityIcpNumber}-${String(onFile.length + 1)}`,
    name: `${entity.nature === 'individual' ? '随笔' : entity.name}旧站`,
    principal,
  }
  const keeps = onFile.length === 0 || random.chance(0.5)
  return {
    readOn: addDays(plan.today, -1),
    entity: {
      name: renamed ? formerName(entity.name) : differs ? `${entity.name}筹备处` : entity.name,
      nature: entity.nature,
      certificateType: entity.certificate.type,
      certificateNumber: entity.certificate.number,
      ...(entity.certificate.address === undefined ? {} : { certificateAddress: entity.certificate.address }),
      mailingAddress: entity.mailingAddress,
      principal: differs ? { ...principal, mobile: makeMobile(random.fork('mobile')) } : principal,
    },
    services: keeps ? [...rows, other] : rows,
  }
}

function recorded({ name, certificate, mobile, email }: Person): RecordedPerson {
  return { name, certificateNumber: certificate.number, mobile, email }
}
