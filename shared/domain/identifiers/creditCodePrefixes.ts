import type { EntityNature } from '../filing'

/**
 * First two characters of the unified social credit code: registering department and kind of body (GB 32100-2015,
 * annex with later additions; N1 to N3 are collectives). `natures` is our reading of which organiser natures fit; the
 * list is empty where a code tells nothing about it. Use it as a prompt for the reviewer, never as a refusal.
 */
export const CREDIT_CODE_PREFIXES: readonly CreditCodePrefix[] = [
  { code: '11', nameZh: '机关', nameEn: 'State organ', natures: ['government'] },
  { code: '12', nameZh: '事业单位', nameEn: 'Public institution', natures: ['institution'] },
  {
    code: '13',
    nameZh: '中央编办直接管理机构编制的群众团体',
    nameEn: 'Mass organisation under the central establishment office',
    natures: ['social-organisation'],
  },
  { code: '19', nameZh: '机构编制-其他', nameEn: 'Establishment office, other', natures: [] },
  { code: '21', nameZh: '外国常驻新闻机构', nameEn: 'Foreign news office', natures: [] },
  { code: '31', nameZh: '律师执业机构', nameEn: 'Law firm', natures: ['law-firm'] },
  { code: '32', nameZh: '公证处', nameEn: 'Notary office', natures: [] },
  { code: '33', nameZh: '基层法律服务所', nameEn: 'Grass-roots legal service office', natures: [] },
  { code: '34', nameZh: '司法鉴定机构', nameEn: 'Judicial appraisal body', natures: [] },
  { code: '35', nameZh: '仲裁委员会', nameEn: 'Arbitration commission', natures: [] },
  { code: '41', nameZh: '外国在华文化中心', nameEn: 'Foreign cultural centre in China', natures: [] },
  { code: '51', nameZh: '社会团体', nameEn: 'Social organisation', natures: ['social-organisation'] },
  {
    code: '52',
    nameZh: '民办非企业单位',
    nameEn: 'Private non-enterprise unit',
    natures: ['private-non-enterprise'],
  },
  { code: '53', nameZh: '基金会', nameEn: 'Foundation', natures: ['foundation'] },
  {
    code: '61',
    nameZh: '外国旅游部门常驻代表机构',
    nameEn: 'Foreign tourism representative office',
    natures: [],
  },
  {
    code: '62',
    nameZh: '港澳台地区旅游部门常驻内地（大陆）代表机构',
    nameEn: 'Hong Kong, Macao or Taiwan tourism representative office',
    natures: [],
  },
  { code: '71', nameZh: '宗教活动场所', nameEn: 'Religious venue', natures: [] },
  { code: '72', nameZh: '宗教院校', nameEn: 'Religious school', natures: [] },
  { code: '81', nameZh: '基层工会', nameEn: 'Grass-roots trade union', natures: [] },
  { code: '91', nameZh: '企业', nameEn: 'Enterprise', natures: ['enterprise'] },
  { code: '92', nameZh: '个体工商户', nameEn: 'Sole trader', natures: ['sole-trader'] },
  {
    code: '93',
    nameZh: '农民专业合作社',
    nameEn: "Farmers' professional cooperative",
    natures: ['enterprise'],
  },
  { code: 'A1', nameZh: '军队事业单位', nameEn: 'Military public institution', natures: [] },
  { code: 'N1', nameZh: '组级集体经济组织', nameEn: 'Group-level collective', natures: [] },
  { code: 'N2', nameZh: '村级集体经济组织', nameEn: 'Village-level collective', natures: [] },
  { code: 'N3', nameZh: '乡镇级集体经济组织', nameEn: 'Township-level collective', natures: [] },
  { code: 'Y1', nameZh: '其他', nameEn: 'Other', natures: [] },
]

export interface CreditCodePrefix {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly natures: readonly EntityNature[]
}

/** The entry for a code's first two characters; undefined when the standard's table has none. */
export function creditCodePrefix(code: string): CreditCodePrefix | undefined {
  return CREDIT_CODE_PREFIXES.find((prefix) => prefix.code === code.slice(0, 2))
}
