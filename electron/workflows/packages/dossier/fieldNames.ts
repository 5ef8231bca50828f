import { normalPath } from '../../../../shared/domain/fieldPaths'

const PERSON = {
  '': '',
  name: '姓名',
  certificate: '证件',
  'certificate.type': '证件类型',
  'certificate.number': '证件号码',
  'certificate.address': '证件住址',
  'certificate.validFrom': '证件有效期起',
  'certificate.validTo': '证件有效期止',
  mobile: '手机号码',
  email: '电子邮箱',
  landline: '座机',
  emergencyPhone: '应急电话',
} as const

/** Parts of an application by their paths, as the dossier calls them; `*` stands for a number, told before the name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['entity', '主体'],
  ['entity.kind', '主体类别'],
  ['entity.nature', '主体单位性质'],
  ['entity.name', '主体名称'],
  ['entity.certificate', '主体证件'],
  ['entity.certificate.type', '主体证件类型'],
  ['entity.certificate.number', '主体证件号码'],
  ['entity.certificate.address', '主体证件住所'],
  ['entity.certificate.validFrom', '主体证件有效期起'],
  ['entity.certificate.validTo', '主体证件有效期止'],
  ['entity.legalRepresentative', '法定代表人'],
  ['entity.mailingAddress', '主体通信地址'],
  ['entity.remarks', '主体备注'],
  ...ofPerson('entity.principal', '主体负责人'),
  ['services', '服务'],
  ['services.*', '服务'],
  ['services.*.kind', '服务类型'],
  ['services.*.name', '服务名称'],
  ['services.*.homepage', '首页地址'],
  ['services.*.contentCategories', '服务内容'],
  ['services.*.languages', '语言'],
  ...ofPerson('services.*.principal', '服务负责人'),
  ['services.*.preApprovals', '前置审批'],
  ['services.*.preApprovals.*.category', '前置审批类别'],
  ['services.*.preApprovals.*.number', '前置审批文号'],
  ['services.*.app', 'APP'],
  ['services.*.app.platforms', 'APP 平台'],
  ['services.*.app.platforms.*.os', 'APP 系统'],
  ['services.*.app.platforms.*.packageName', 'APP 包名'],
  ['services.*.app.platforms.*.publicKeyMd5', 'APP 公钥摘要'],
  ['services.*.icpNumber', '服务备案号'],
  ['services.*.remarks', '服务备注'],
  ['services.*.domains', '域名'],
  ['services.*.domains.*', '域名'],
  ['services.*.domains.*.name', '域名'],
  ['services.*.domains.*.registrar', '域名注册商'],
  ['services.*.domains.*.registrantName', '域名持有者'],
  ['services.*.domains.*.registrantCertificateNumber', '域名持有者证件号码'],
  ['services.*.domains.*.registeredAt', '域名注册日期'],
  ['services.*.domains.*.expiresAt', '域名到期日期'],
  ['services.*.domains.*.realNameVerified', '域名实名认证'],
  ['services.*.access', '接入'],
  ['services.*.access.serviceNumber', '备案服务号'],
  ['services.*.access.mode', '接入方式'],
  ['services.*.access.ipAddresses', 'IP 地址'],
  ['services.*.access.serverProvince', '服务器所在地'],
  ['services.*.access.subscriptionMonths', '购买时长'],
  ['services.*.access.subscriptionEndsAt', '实例到期日期'],
])

function ofPerson(path: string, who: string): readonly (readonly [string, string])[] {
  return Object.entries(PERSON).map(([part, name]) => [part === '' ? path : `${path}.${part}`, who + name])
}

/**
 * Name of a part of the application, `服务 2 服务名称` for `services.1.name`. A path that the form does not have stays as the
 * applicant's system wrote it: nothing of a request is left out.
 */
export function fieldName(path: string): string {
  const parts = normalPath(path)
    .split('.')
    .filter((part) => part !== 'application')
  const name = nameOf(parts)
  const [first, second = ''] = parts
  if (name === undefined) {
    return path
  }
  return first === 'services' && /^\d+$/.test(second) ? `服务 ${String(Number(second) + 1)} ${name}` : name
}

/** Of the part itself, or of a single entry of a list that has a name as a whole. */
function nameOf(parts: readonly string[]): string | undefined {
  const pattern = parts.map((part) => (/^\d+$/.test(part) ? '*' : part))
  return (
    NAMES.get(pattern.join('.')) ??
    (pattern.at(-1) === '*' ? NAMES.get(pattern.slice(0, -1).join('.')) : undefined)
  )
}
