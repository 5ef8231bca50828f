import type { EntityNature, Person, Service } from '../../../shared/domain/filing'
import { addDays } from '../../../shared/calendar/chinaTime'
import { addYears } from '../dates'
import type { Plan } from '../options'
import { makeDomainName, type Brand } from '../people/brands'
import type { Random } from '../random'

const REGISTRARS = ['示例云计算有限公司', '样例网络服务有限公司', '范例域名信息技术有限公司'] as const
/** Networks kept for documentation (RFC 5737). */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'] as const

/** Who files a service, as far as the service shows it. */
export interface ServiceOwner {
  readonly nature: EntityNature
  readonly name: string
  readonly certificateNumber: string
  readonly brand: Brand
  readonly principal: Person
  readonly provinceCode: string
  /** Entity number, when something is on file already. */
  readonly icpNumber: string | undefined
}

export function makeServices(plan: Plan, owner: ServiceOwner): readonly Service[] {
  return Array.from({ length: plan.serviceCount }, (_, index) =>
    makeService(plan, owner, plan.random.fork(`service-${String(index)}`), index),
  )
}

function makeService(plan: Plan, owner: ServiceOwner, random: Random, index: number): Service {
  const app = plan.serviceKind === 'app'
  const domain = makeDomain(plan, owner, random.fork('domain'))
  const name = makeServiceName(plan, owner, index)
  const filed =
    owner.icpNumber !== undefined &&
    plan.filingType !== 'new-service-filed-here' &&
    plan.filingType !== 'new-service-filed-elsewhere'
  return {
    id: `s${String(index + 1)}`,
    kind: plan.serviceKind,
    name,
    domains: [domain],
    ...(app ? { app: makeApp(random.fork('app'), owner, domain.name) } : { homepage: `www.${domain.name}` }),
    contentCategories: [owner.nature === 'individual' ? '其他' : '单位门户网站'],
    languages: ['中文简体'],
    principal: owner.principal,
    preApprovals:
      plan.extras.has('pre-approval') && index === 0
        ? [
            {
              category: '文化',
              number: `样网文〔${plan.today.slice(0, 4)}〕0${random.fork('approval').digits(3)}-00${random.fork('approval').digits(1)}号`,
            },
          ]
        : [],
    ...(filed ? { icpNumber: `${owner.icpNumber}-${String(index + 1)}${app ? 'A' : ''}` } : {}),
    ...(plan.hosted ? { access: makeAccess(plan, owner, random.fork('access')) } : {}),
    remarks: makeRemark(owner, name, app),
  }
}

function makeServiceName(plan: Plan, owner: ServiceOwner, index: number): string {
  const part = index === 0 ? '' : (['产品手册', '客户服务', '资料中心'][index - 1] ?? '')
  if (plan.defects.has('forbidden-service-name')) {
    return owner.nature === 'individual' ? `${owner.brand.name}交流论坛` : `中华${owner.brand.name}投诉维权网`
  }
  if (owner.nature === 'individual' || plan.serviceKind === 'app') {
    return `${owner.brand.name}${part}`.padEnd(3, '助手')
  }
  // Guangdong wants the whole name and 官网.
  return plan.province.code === '440000' ? `${owner.name}官网${part}` : `${owner.name}${part}`
}

function makeRemark(owner: ServiceOwner, name: string, app: boolean): string {
  const kind = app ? 'APP' : '网站'
  if (owner.nature === 'individual') {
    return `本${kind}为个人${kind}，名称为“${name}”，开通后用于记录个人生活随笔与照片，不涉及企业、行业及经营性内容。`
  }
  return `本${kind}用于介绍${owner.name}的基本情况、产品与联系方式，不涉及前置审批内容，不含论坛等交互栏目。`
}

function makeDomain(plan: Plan, owner: ServiceOwner, random: Random): Service['domains'][number] {
  const registeredAt = addDays(plan.today, -random.int(90, 2400))
  const expiresAt = plan.defects.has('domain-expiring')
    ? addDays(plan.today, random.int(5, 20))
    : addYears(
        addDays(registeredAt, 0),
        Math.floor((Date.parse(plan.today) - Date.parse(registeredAt)) / 31_556_952_000) + random.int(2, 4),
      )
  const differs = plan.defects.has('registrant-differs')
  const registrant = differs ? `${random.pick(['信诚', '天工', '博源'] as const)}网络服务部` : owner.name
  return {
    name: domainName(owner, random),
    registrar: random.pick(REGISTRARS),
    registrantName: registrant,
    ...(differs ? {} : { registrantCertificateNumber: owner.certificateNumber }),
    registeredAt,
    expiresAt,
    realNameVerified: !plan.defects.has('domain-not-verified'),
  }
}

/** Institutions file under 公益 and government organs under 政务; the label says that it is an example. */
function domainName(owner: ServiceOwner, random: Random): string {
  switch (owner.nature) {
    case 'institution':
      return `${owner.brand.name}示例${String(random.int(10, 99))}.公益`
    case 'government':
      return `${owner.brand.name}示例${String(random.int(10, 99))}.政务`
    default:
      return random.chance(0.06)
        ? `${owner.brand.name}示例${String(random.int(10, 99))}.中国`
        : makeDomainName(random, owner.brand.spelling)
  }
}

function makeAccess(plan: Plan, owner: ServiceOwner, random: Random): NonNullable<Service['access']> {
  const months = plan.defects.has('short-subscription') ? 1 : random.pick([6, 12, 12, 12, 24, 36] as const)
  const startedAt = addDays(plan.today, -random.int(1, plan.defects.has('short-subscription') ? 5 : 40))
  return {
    serviceNumber: makeServiceNumber(plan, random),
    mode: random.chance(0.9) ? 'cloud' : 'virtual-host',
    ipAddresses: Array.from(
      { length: random.chance(0.85) ? 1 : 2 },
      () => `${random.pick(NETWORKS)}.${String(random.int(2, 254))}`,
    ),
    serverProvince: random.pick([owner.provinceCode, '330000', '110000', '440000']),
    subscriptionMonths: months,
    subscriptionEndsAt: addDays(startedAt, Math.round(months * 30.44)),
  }
}

function makeServiceNumber(plan: Plan, random: Random): string {
  if (plan.defects.has('service-number-used') && plan.borrowsFrom !== undefined) {
    return makeServiceNumber(plan.borrowsFrom, plan.borrowsFrom.random.fork('service-0').fork('access'))
  }
  const number = random.fork('number')
  return `${number.hex(8)}-${number.hex(4)}-4${number.hex(3)}-8${number.hex(3)}-${number.hex(12)}`
}

function makeApp(random: Random, owner: ServiceOwner, domain: string): NonNullable<Service['app']> {
  const label = /^[a-z0-9]+/.exec(domain)?.[0] ?? `${owner.brand.spelling}app`
  return {
    platforms: [
      { os: 'android', packageName: `example.${label}.mobile`, publicKeyMd5: random.hex(32) },
      ...(random.chance(0.7)
        ? [{ os: 'ios' as const, packageName: `example.${label}.ios`, publicKeyMd5: random.hex(40) }]
        : []),
      ...(random.chance(0.3)
        ? [{ os: 'harmony' as const, packageName: `example.${label}.harmony`, publicKeyMd5: random.hex(32) }]
        : []),
    ],
  }
}
