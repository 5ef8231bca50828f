import { DOCUMENT_FACES, DOCUMENT_KINDS, type DocumentFace, type DocumentKind } from '../domain/documentKinds'
import { checkResidentId } from '../domain/identifiers/residentId'
import type { ReadFieldName } from './readField'

/** How a value is written; each has its own reader in `readFields`. */
export type ValueForm =
  | 'text'
  | 'name'
  | 'sex'
  | 'date'
  | 'period'
  | 'resident-number'
  | 'credit-code'
  | 'permit-number'
  | 'passport-number'
  | 'any-number'
  | 'domain'

export interface LabelledField {
  readonly field: ReadFieldName
  /** Any of them, the first that is found; written without spaces. */
  readonly labels: readonly string[]
  readonly form: ValueForm
  /** May go on in the lines below. */
  readonly isLong?: true
}

/** What stands on a kind of paper, by its printed labels. */
export interface PaperLayout {
  readonly fields: readonly LabelledField[]
  /** Labels whose values are not asked for but end the value before them. */
  readonly others: readonly string[]
  /** A card with a dozen lines in large print. */
  readonly isCard?: true
}

const PERSON: readonly LabelledField[] = [
  { field: 'name', labels: ['姓名'], form: 'name' },
  { field: 'sex', labels: ['性别'], form: 'sex' },
  { field: 'ethnicity', labels: ['民族'], form: 'name' },
  { field: 'birth-date', labels: ['出生日期', '出生'], form: 'date' },
  { field: 'address', labels: ['现住址', '住址'], form: 'text', isLong: true },
  { field: 'number', labels: ['公民身份号码'], form: 'resident-number' },
]

const AUTHORITY: readonly LabelledField[] = [
  { field: 'issuer', labels: ['签发机关'], form: 'text' },
  { field: 'valid-to', labels: ['有效期限'], form: 'period' },
]

const IDENTITY_CARD: PaperLayout = { fields: PERSON, others: ['通行证号码'], isCard: true }
const IDENTITY_CARD_BACK: PaperLayout = {
  fields: AUTHORITY,
  others: ['签发日期', '签发次数', '通行证号码'],
  isCard: true,
}

const ORGANISATION: PaperLayout = {
  fields: [
    { field: 'company', labels: ['机构名称', '单位名称', '名称'], form: 'text', isLong: true },
    { field: 'number', labels: ['统一社会信用代码', '注册号', '代码'], form: 'credit-code' },
    { field: 'legal-representative', labels: ['法定代表人', '经营者', '负责人', '首席代表'], form: 'name' },
    {
      field: 'address',
      labels: ['经营场所', '驻在场所', '营业场所', '住所', '地址'],
      form: 'text',
      isLong: true,
    },
    { field: 'valid-to', labels: ['营业期限', '驻在期限', '有效期限', '有效期'], form: 'period' },
  ],
  others: [
    ...[
      '注册资本',
      '类型',
      '成立日期',
      '经营范围',
      '组成形式',
      '注册日期',
      '机构类型',
      '业务范围',
      '宗旨和业务范围',
    ],
    ...['经费来源', '开办资金', '举办单位', '登记机关', '业务主管单位', '原始基金数额', '派出企业'],
    ...['扫描二维码查询', '企业信用信息'],
  ],
}

const DOMAIN_CERTIFICATE: PaperLayout = {
  fields: [
    { field: 'domain', labels: ['域名'], form: 'domain' },
    { field: 'registrant', labels: ['域名持有者', '域名所有者', '注册人'], form: 'text', isLong: true },
    { field: 'number', labels: ['证件号码'], form: 'any-number' },
    { field: 'registrar', labels: ['注册服务机构', '域名注册商'], form: 'text' },
    { field: 'registered-at', labels: ['注册时间', '注册日期'], form: 'date' },
    { field: 'valid-to', labels: ['到期时间', '到期日期'], form: 'date' },
  ],
  others: [
    '域名注册证书',
    'Domainname',
    'Registrant',
    'Certificateno',
    'Registrar',
    'Registeredon',
    'Expireson',
  ],
}

const VERIFICATION_FORM: PaperLayout = {
  fields: [
    { field: 'name', labels: ['一、网站主办者名称', '网站主办者名称', '主办者名称'], form: 'text' },
    { field: 'domain', labels: ['三、域名（不含www）', '三、域名(不含www)', '三、域名'], form: 'domain' },
  ],
  others: ['二、', '四、', '五、', '六、'],
}

const FACES: Partial<Record<DocumentKind, Partial<Record<DocumentFace, PaperLayout>>>> = {
  'resident-id': { portrait: IDENTITY_CARD, emblem: IDENTITY_CARD_BACK },
  'hkmt-residence-permit': { portrait: IDENTITY_CARD, emblem: IDENTITY_CARD_BACK },
  'residence-permit': { face: IDENTITY_CARD, back: IDENTITY_CARD_BACK },
  'domain-certificate': { face: DOMAIN_CERTIFICATE, page: DOMAIN_CERTIFICATE },
  'verification-form': { page: VERIFICATION_FORM },
}

const ORGANISATION_KINDS: readonly DocumentKind[] = [
  'business-licence',
  'institution-certificate',
  'uscc-certificate',
  'organisation-code-certificate',
  'social-organisation-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
  'other-organisation-certificate',
  'foreign-representative-office',
]

/** Null: nothing on this face is read by labels. */
export function paperLayout(kind: DocumentKind, face: DocumentFace): PaperLayout | null {
  if (ORGANISATION_KINDS.includes(kind)) {
    return face === 'back' ? null : ORGANISATION
  }
  return FACES[kind]?.[face] ?? null
}

/**
 * Whether nothing that is asked for stands beside or below this text: the number is the last thing on the portrait side of a
 * card. Only a number that its check character confirms is surely one.
 */
export function endsPaper(kind: DocumentKind, face: DocumentFace, text: string): boolean {
  const layout = paperLayout(kind, face)
  return layout?.fields.at(-1)?.form === 'resident-number' && checkResidentId(text).ok
}

/** Statements in running text: who declares, under which number, for which domain. */
export const STATEMENT_KINDS: readonly DocumentKind[] = [
  'responsibility-notice',
  'authenticity-commitment',
  'filing-commitment',
  'finance-commitment',
  'no-preapproval-commitment',
  'authorization-letter',
  'deregistration-statement',
]

/** Certificates of organisations carry a code in squares with the address where they can be looked up. */
export function mayHaveQrCode(kind: DocumentKind): boolean {
  return ORGANISATION_KINDS.includes(kind)
}

/** Papers whose values stand below their labels. */
export function isTravelPaper(kind: DocumentKind): boolean {
  return kind === 'passport' || kind === 'hk-macao-permit' || kind === 'taiwan-permit'
}

/** Whether anything is read from such a page; codes that are not known here are not read. */
export function isReadable(kind: string, face: string): boolean {
  const knownKind = DOCUMENT_KINDS.find((own) => own === kind)
  const knownFace = DOCUMENT_FACES.find((own) => own === face)
  return (
    knownKind !== undefined &&
    knownFace !== undefined &&
    (STATEMENT_KINDS.includes(knownKind) ||
      isTravelPaper(knownKind) ||
      paperLayout(knownKind, knownFace) !== null)
  )
}
