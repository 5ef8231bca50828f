import type { EntityNature } from '../../../shared/domain/filing'
import { HOSTED_FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import type { IdentityPaper } from '../people/person'

/**
 * Faults a specimen can carry on purpose. `truth`: the applicant's papers and form agree on something that is not
 * acceptable; `form`: the form says something else than the papers; `papers`: a document is missing or wrong;
 * `picture`: the picture of a document is bad.
 */
interface DefectRow {
  readonly stage: 'truth' | 'form' | 'papers' | 'picture'
  readonly zh: string
  /** Only filings that carry access data, domains to be checked and commitment letters. */
  readonly hosted?: true
  readonly organisation?: true
  /** The bundle gets an administrator's photo. */
  readonly photo?: true
  /** Only filings of this type. */
  readonly filingType?: FilingType
  /** Stands in a filing of its own in the queue; it is not dealt to others. */
  readonly undealt?: true
}

export const DEFECTS = {
  'expired-id': { stage: 'truth', zh: '负责人身份证已过期' },
  underage: { stage: 'truth', zh: '负责人未满十八周岁' },
  'mailing-other-province': { stage: 'truth', zh: '通信地址与证件住所不在同一省' },
  'shared-phone': { stage: 'truth', zh: '两位负责人手机号相同', organisation: true, hosted: true },
  'phone-used-elsewhere': { stage: 'truth', zh: '手机号已用于其他主体的订单' },
  'short-subscription': { stage: 'truth', zh: '云服务购买时长仅一个月', hosted: true },
  'service-number-used': { stage: 'truth', zh: '备案服务号已用于其他订单', hosted: true },
  'domain-expiring': { stage: 'truth', zh: '域名即将到期', hosted: true },
  'domain-not-verified': { stage: 'truth', zh: '域名未实名认证', hosted: true },
  'registrant-differs': { stage: 'truth', zh: '域名持有者与主体不一致', hosted: true },
  'forbidden-service-name': { stage: 'truth', zh: '网站名称含禁用字样', hosted: true },
  'record-differs': {
    stage: 'truth',
    zh: '主体名称与负责人手机号与已有备案不一致',
    filingType: 'add-provider',
    undealt: true,
  },
  'name-mismatch': { stage: 'form', zh: '填报的主体名称与证件不一致' },
  'invalid-id-number': { stage: 'form', zh: '填报的身份证号校验位错误' },
  'invalid-credit-code': { stage: 'form', zh: '填报的统一社会信用代码校验位错误', organisation: true },
  'missing-document': { stage: 'papers', zh: '缺少材料' },
  'emblem-twice': { stage: 'papers', zh: '人像面位置上传了国徽面' },
  'other-person-card': { stage: 'papers', zh: '身份证图片为他人证件' },
  'other-person-photo': { stage: 'papers', zh: '幕布照片非本人', hosted: true, photo: true },
  'red-clothing': { stage: 'papers', zh: '幕布照片着红色服装', hosted: true, photo: true },
  'blue-clothing': { stage: 'papers', zh: '幕布照片着蓝色服装', hosted: true, photo: true },
  'missing-seal': { stage: 'papers', zh: '未加盖公章', hosted: true, organisation: true },
  'missing-signature': { stage: 'papers', zh: '未签字', hosted: true },
  blurred: { stage: 'picture', zh: '图片模糊' },
  'too-dark': { stage: 'picture', zh: '图片过暗' },
  glare: { stage: 'picture', zh: '图片反光' },
  'grey-copy': { stage: 'picture', zh: '黑白复印件' },
  'cropped-edge': { stage: 'picture', zh: '边角不完整' },
  'screen-reshoot': { stage: 'picture', zh: '隔屏翻拍' },
} as const satisfies Readonly<Record<string, DefectRow>>

export type DefectName = keyof typeof DEFECTS
export const DEFECT_NAMES = Object.keys(DEFECTS) as readonly DefectName[]

/** A fault with its place: the ground truth that stands in `labels.json`. */
export interface DefectLabel {
  readonly defect: DefectName
  readonly stage: DefectRow['stage']
  readonly zh: string
  /** Path of the field in `application`, `entity.certificate.number`. */
  readonly field?: string
  readonly documentId?: string
}

export function labelDefect(defect: DefectName, place: { field?: string; documentId?: string }): DefectLabel {
  const { stage, zh } = DEFECTS[defect]
  return { defect, stage, zh, ...place }
}

/** What of a filing decides which faults it can carry. */
export interface DefectHost {
  readonly filingType: FilingType
  readonly nature: EntityNature
  readonly paper: IdentityPaper
}

const CHECKED_PAPERS: readonly IdentityPaper[] = ['resident-id', 'hkmt-residence-permit']

/** Whether a filing of this kind can carry the fault at all. */
export function defectFits(defect: DefectName, { filingType, nature, paper }: DefectHost): boolean {
  const row: DefectRow = DEFECTS[defect]
  const hosted = (HOSTED_FILING_TYPES as readonly FilingType[]).includes(filingType)
  const needsNumber = defect === 'invalid-id-number' || defect === 'emblem-twice' || defect === 'underage'
  return (
    (row.hosted !== true || hosted) &&
    (row.filingType === undefined || row.filingType === filingType) &&
    (row.organisation !== true || nature !== 'individual') &&
    (!needsNumber || CHECKED_PAPERS.includes(paper)) &&
    // Claims bring papers from before the unified code.
    (defect !== 'invalid-credit-code' || filingType !== 'claim')
  )
}

/** Whether the fault lies in the administrator's photo. */
export function isPhotoDefect(defect: DefectName): boolean {
  return 'photo' in DEFECTS[defect]
}

/** Whether the queue deals the fault to filings at random. */
export function isDealt(defect: DefectName): boolean {
  const row: DefectRow = DEFECTS[defect]
  return row.undealt !== true
}
