import type { DocumentKind } from '../../../shared/domain/documentKinds'
import type { EntityNature } from '../../../shared/domain/filing'

export type OrganisationNature = Exclude<EntityNature, 'individual'>

/** What differs between organisations by nature: code prefix (GB 32100), certificate, wording on it. */
export interface OrganisationForm {
  readonly codePrefix: string
  readonly certificate: DocumentKind
  readonly title: string
  /** Words on the certificate for the kind of organisation. */
  readonly typeLine: string
  readonly nameEndings: readonly string[]
  /** `{city}市场监督管理局`: the place is put before it. */
  readonly authority: string
  readonly leaderLabel: string
}

export const ORGANISATION_FORMS: Readonly<Record<OrganisationNature, OrganisationForm>> = {
  enterprise: {
    codePrefix: '91',
    certificate: 'business-licence',
    title: '营业执照',
    typeLine: '有限责任公司(自然人投资或控股)',
    nameEndings: [
      '软件有限公司',
      '信息技术有限公司',
      '机械设备有限公司',
      '环保科技有限公司',
      '建筑装饰工程有限公司',
      '物流有限公司',
      '食品有限公司',
      '家具制造有限公司',
    ],
    authority: '市场监督管理局',
    leaderLabel: '法定代表人',
  },
  'sole-trader': {
    codePrefix: '92',
    certificate: 'business-licence',
    title: '营业执照',
    typeLine: '个体工商户',
    nameEndings: ['面馆', '花店', '家具店', '五金经营部', '茶叶店', '汽车维修部'],
    authority: '市场监督管理局',
    leaderLabel: '经营者',
  },
  government: {
    codePrefix: '11',
    certificate: 'uscc-certificate',
    title: '统一社会信用代码证书',
    typeLine: '机关',
    nameEndings: ['城市管理局', '水务局', '园林绿化局', '档案局'],
    authority: '委机构编制委员会办公室',
    leaderLabel: '负责人',
  },
  institution: {
    codePrefix: '12',
    certificate: 'institution-certificate',
    title: '事业单位法人证书',
    typeLine: '事业单位',
    nameEndings: ['植物园', '测绘院', '水文监测站', '图书馆', '气象服务站'],
    authority: '事业单位登记管理局',
    leaderLabel: '法定代表人',
  },
  'social-organisation': {
    codePrefix: '51',
    certificate: 'social-organisation-certificate',
    title: '社会团体法人登记证书',
    typeLine: '社会团体',
    nameEndings: ['摄影协会', '园艺学会', '物流行业协会', '登山协会'],
    authority: '民政局',
    leaderLabel: '法定代表人',
  },
  'private-non-enterprise': {
    codePrefix: '52',
    certificate: 'private-non-enterprise-certificate',
    title: '民办非企业单位登记证书',
    typeLine: '民办非企业单位(法人)',
    nameEndings: ['社区服务社', '养老服务院', '书画研究院'],
    authority: '民政局',
    leaderLabel: '法定代表人',
  },
  foundation: {
    codePrefix: '53',
    certificate: 'foundation-certificate',
    title: '基金会法人登记证书',
    typeLine: '非公募基金会',
    nameEndings: ['公益基金会', '助学基金会'],
    authority: '民政局',
    leaderLabel: '法定代表人',
  },
  'law-firm': {
    codePrefix: '31',
    certificate: 'law-firm-licence',
    title: '律师事务所执业许可证',
    typeLine: '普通合伙律师事务所',
    nameEndings: ['律师事务所'],
    authority: '司法局',
    leaderLabel: '负责人',
  },
  'foreign-representative-office': {
    codePrefix: '91',
    certificate: 'foreign-representative-office',
    title: '外国(地区)企业常驻代表机构登记证',
    typeLine: '外国(地区)企业常驻代表机构',
    nameEndings: ['株式会社代表处', '有限公司代表处'],
    authority: '市场监督管理局',
    leaderLabel: '首席代表',
  },
  other: {
    codePrefix: '34',
    certificate: 'other-organisation-certificate',
    title: '司法鉴定许可证',
    typeLine: '司法鉴定机构',
    nameEndings: ['司法鉴定中心', '司法鉴定所'],
    authority: '司法局',
    leaderLabel: '负责人',
  },
}

const SCOPES: readonly (readonly [RegExp, string])[] = [
  [
    /软件|信息技术/,
    '软件开发；信息系统集成服务；信息技术咨询服务；计算机软硬件及辅助设备零售；办公设备销售。',
  ],
  [/机械|五金/, '机械设备研发；机械设备销售；五金产品批发；金属制品销售；机械零件、零部件加工；技术进出口。'],
  [/环保/, '环境保护专用设备制造；环境保护监测；水污染治理；固体废物治理；环保技术推广服务；环保咨询服务。'],
  [/建筑|家具/, '家具制造；家具销售；室内装饰装修；建筑材料销售；木材加工；工程管理服务；园林绿化工程施工。'],
  [/物流/, '道路货物运输站经营；国内货物运输代理；普通货物仓储服务；装卸搬运；包装服务；供应链管理服务。'],
  [/食品|面馆|茶叶/, '食品销售（仅销售预包装食品）；餐饮服务；食用农产品零售；日用百货销售；餐饮管理。'],
]

/** Business scope or purpose that fits a name. */
export function scopeOf(name: string): string {
  const found = SCOPES.find(([pattern]) => pattern.test(name))
  return (
    found?.[1] ??
    '按照章程及登记事项开展业务活动；组织行业交流；提供相关公共服务；承办主管单位交办的其他事项。'
  )
}
