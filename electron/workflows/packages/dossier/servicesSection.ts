import type { Service } from '../../../../shared/domain/filing'
import { provinceByCode } from '../../../../shared/domain/provinces'
import type { DossierBlock, DossierSection } from '../../../media/pdf/dossierInput'
import { accessModeName } from './codeNames'
import { APP_SYSTEM_NAMES, SERVICE_KIND_NAMES } from './wording'

type Fact = [label: string, value: string]

export function servicesSection(services: readonly Service[]): DossierSection {
  return { title: '服务信息', blocks: services.flatMap(serviceBlocks) }
}

function serviceBlocks(service: Service): DossierBlock[] {
  const blocks: DossierBlock[] = [
    { block: 'heading', text: `${SERVICE_KIND_NAMES[service.kind]} · ${service.name}` },
    { block: 'facts', rows: serviceFacts(service) },
  ]
  if (service.domains.length > 0) {
    blocks.push(domainTable(service.domains))
  }
  if (service.app) {
    blocks.push(appTable(service.app))
  }
  if (service.access) {
    blocks.push({ block: 'facts', rows: accessFacts(service.access) })
  }
  return blocks
}

function serviceFacts(service: Service): Fact[] {
  return [
    ['服务名称', service.name],
    ['服务备案号', service.icpNumber ?? ''],
    ['首页', service.homepage ?? ''],
    ['服务负责人', service.principal.name],
    ['服务内容', service.contentCategories.join('、')],
    ['语言', service.languages.join('、')],
    ['前置审批', service.preApprovals.map(({ category, number }) => `${category} ${number}`).join('\n')],
    ['备注', service.remarks ?? ''],
  ]
}

function domainTable(domains: Service['domains']): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '域名', share: 5 },
      { title: '注册商', share: 4 },
      { title: '持有者', share: 4 },
      { title: '到期', share: 2.4 },
      { title: '实名', share: 1.6 },
    ],
    rows: domains.map((domain) => ({
      cells: [
        domain.name,
        domain.registrar,
        domain.registrantName,
        domain.expiresAt,
        domain.realNameVerified ? '已认证' : '未认证',
      ],
      strong: true,
    })),
    empty: '',
  }
}

function appTable(app: NonNullable<Service['app']>): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '平台', share: 2 },
      { title: '包名', share: 6 },
      { title: '公钥 MD5', share: 6 },
    ],
    rows: app.platforms.map(({ os, packageName, publicKeyMd5 }) => ({
      cells: [APP_SYSTEM_NAMES[os], packageName, publicKeyMd5 ?? '—'],
    })),
    empty: '',
  }
}

function accessFacts(access: NonNullable<Service['access']>): Fact[] {
  return [
    ['备案服务号', access.serviceNumber],
    ['接入方式', accessModeName(access.mode)],
    ['服务器所在省', provinceByCode(access.serverProvince)?.nameZh ?? access.serverProvince],
    ['购买时长', `${String(access.subscriptionMonths)} 个月，至 ${access.subscriptionEndsAt}`],
    ['IP 地址', access.ipAddresses.join('、')],
  ]
}
