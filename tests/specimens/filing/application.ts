import type { Application, Service } from '../../../shared/domain/filing'
import type { Plan } from '../options'
import { makeMobile } from '../people/person'
import type { Random } from '../random'
import type { Applicant } from './applicant'
import { formerName } from './formerName'
import { makeRecordOnFile } from './recordOnFile'

type HostedService = Extract<Application, { filingType: 'first-filing' }>['services'][number]
type ChangeOrder = Extract<Application, { filingType: 'change' }>
type Change = ChangeOrder['changes'][number]

const CANCEL_REASONS = [
  '网站不再使用，域名已停止解析。',
  '业务调整，主体下网站均已关闭。',
  '公司业务迁移，不再运营该网站。',
] as const
const REMOVE_REASONS = [
  '网站已迁移至其他接入服务商，新接入备案已完成。',
  '云服务到期不再续费，已在其他接入商办理接入。',
] as const

/** The form as an honest and careful applicant fills it in. */
export function makeApplication(plan: Plan, applicant: Applicant): Application {
  const { entity } = applicant
  const random = plan.random.fork('application')
  const services = [...applicant.services]
  switch (plan.filingType) {
    case 'first-filing':
      return { filingType: 'first-filing', entity, services: services.map(asHosted) }
    case 'add-provider':
    case 'new-service-filed-elsewhere':
    case 'new-service-filed-here':
      return {
        filingType: plan.filingType,
        existing: existingOf(plan, applicant),
        entity,
        services: services.map(asHosted),
      }
    case 'change': {
      const change = makeChange(random, applicant)
      return {
        filingType: 'change',
        existing: existingOf(plan, applicant, change),
        entity,
        services,
        changes: [change],
      }
    }
    case 'claim':
      return {
        filingType: 'claim',
        existing: existingOf(plan, applicant),
        claimed: {
          filedWith: '万网',
          filedOn: `200${random.int(6, 9)}-0${random.int(1, 9)}-15`,
          wasTransferred: false,
          madeOn: 'computer',
        },
        entity,
        services,
      }
    case 'cancel-entity':
      return {
        filingType: 'cancel-entity',
        existing: existingOf(plan, applicant),
        entity,
        reason: random.pick(CANCEL_REASONS),
      }
    case 'cancel-service':
      return {
        filingType: 'cancel-service',
        existing: existingOf(plan, applicant),
        entity,
        services,
        reason: random.pick(CANCEL_REASONS),
      }
    case 'remove-provider':
      return {
        filingType: 'remove-provider',
        existing: existingOf(plan, applicant),
        entity,
        services,
        reason: random.pick(REMOVE_REASONS),
      }
  }
}

function makeChange(random: Random, applicant: Applicant): Change {
  const { name, nature } = applicant.entity
  if (nature === 'enterprise') {
    return { field: 'entity.name', before: formerName(name), after: name }
  }
  return {
    field: 'entity.principal.mobile',
    before: makeMobile(random),
    after: applicant.principal.record.mobile,
  }
}

/** The number and password of the earlier filing, with what the administration shows for them. */
function existingOf(plan: Plan, applicant: Applicant, change?: Change): ChangeOrder['existing'] {
  const { existing, entity, services } = applicant
  if (existing === undefined) {
    throw new Error('this filing type builds on an earlier filing')
  }
  const formerMobile = change?.field === 'entity.principal.mobile' ? change.before : undefined
  const { entityIcpNumber } = existing
  return {
    ...existing,
    recordOnFile: makeRecordOnFile(plan, { entity, services, entityIcpNumber, formerMobile }),
  }
}

function asHosted(service: Service): HostedService {
  const { access, ...rest } = service
  if (access === undefined) {
    throw new Error('a hosted service has access data')
  }
  return { ...rest, access }
}
