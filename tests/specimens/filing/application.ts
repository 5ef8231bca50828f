import type { Application, Service } from '../../../shared/domain/filing'
import type { Plan } from '../options'
import { makeMobile } from '../people/person'
import type { Random } from '../random'
import type { Applicant } from './applicant'

type HostedService = Extract<Application, { filingType: 'first-filing' }>['services'][number]

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
        existing: existingOf(applicant),
        entity,
        services: services.map(asHosted),
      }
    case 'change':
      return {
        filingType: 'change',
        existing: existingOf(applicant),
        entity,
        services,
        changes: [makeChange(random, applicant)],
      }
    case 'claim':
      return { filingType: 'claim', existing: existingOf(applicant), entity, services }
    case 'cancel-entity':
      return {
        filingType: 'cancel-entity',
        existing: existingOf(applicant),
        entity,
        reason: random.pick(CANCEL_REASONS),
      }
    case 'cancel-service':
      return {
        filingType: 'cancel-service',
        existing: existingOf(applicant),
        entity,
        services,
        reason: random.pick(CANCEL_REASONS),
      }
    case 'remove-provider':
      return {
        filingType: 'remove-provider',
        existing: existingOf(applicant),
        entity,
        services,
        reason: random.pick(REMOVE_REASONS),
      }
  }
}

/** Name under which the organisation of a change filing was filed before. */
export function formerName(name: string): string {
  return name.replace(
    /(软件|信息技术|机械设备|环保科技|建筑装饰工程|物流|食品|家具制造)有限公司$/,
    '商贸有限公司',
  )
}

function makeChange(random: Random, applicant: Applicant): { field: string; before: string; after: string } {
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

function existingOf(applicant: Applicant): NonNullable<Applicant['existing']> {
  if (applicant.existing === undefined) {
    throw new Error('this filing type builds on an earlier filing')
  }
  return applicant.existing
}

function asHosted(service: Service): HostedService {
  const { access, ...rest } = service
  if (access === undefined) {
    throw new Error('a hosted service has access data')
  }
  return { ...rest, access }
}
