import type { Application } from '../../../../shared/domain/filing'
import type { DocumentFace, DocumentOwner } from '../../../../shared/domain/documentKinds'
import type { Finding, ImageCheck } from '../../../../shared/imaging/findings'
import type { Case } from '../../../../shared/protocol/case'
import type { DecisionVerdict } from '../../../../shared/review/decision'
import type { ChecklistGroup, MachineVerdictCode, PersonVerdict } from '../../../../shared/rules/checklist'

/** Chinese wording of the dossier: the administration reads it, so there is no other language. Names of codes come from their tables. */

export const SERVICE_KIND_NAMES = { website: '网站', app: 'APP', other: '其他服务' } as const

export const APP_SYSTEM_NAMES = {
  android: '安卓',
  ios: 'iOS',
  harmony: '鸿蒙',
  'mini-program': '小程序',
} as const

export const FACE_NAMES: Readonly<Record<DocumentFace, string>> = {
  portrait: '人像面',
  emblem: '国徽面',
  face: '正页',
  back: '背页',
  page: '文件',
}

export const OWNER_NAMES: Readonly<Record<DocumentOwner, string>> = {
  entity: '主体',
  'entity-principal': '主体负责人',
  'service-principal': '服务负责人',
  'legal-representative': '法定代表人',
  service: '服务',
}

export const GROUP_NAMES: Readonly<Record<ChecklistGroup, string>> = {
  order: '订单',
  entity: '主体',
  persons: '负责人',
  service: '服务',
  domain: '域名',
  access: '接入',
  documents: '材料',
  verification: '核验',
  other: '其他',
}

export const MACHINE_NAMES: Readonly<Record<MachineVerdictCode, string>> = {
  pass: '通过',
  fail: '不通过',
  unsure: '存疑',
  'not-applicable': '不适用',
}

export const PERSON_NAMES: Readonly<Record<PersonVerdict, string>> = {
  ok: '符合',
  'not-ok': '不符合',
  'not-applicable': '不适用',
  'not-looked-at': '未单独判定',
}

export const VERDICT_NAMES: Readonly<Record<DecisionVerdict, string>> = {
  pass: '通过',
  return: '退回修改',
  escalate: '升级',
}

export const CHECK_NAMES: Readonly<Record<ImageCheck, string>> = {
  decodable: '可解码',
  resolution: '分辨率',
  'file-size': '文件大小',
  sharpness: '清晰度',
  exposure: '曝光',
  colour: '彩色',
  'red-seal': '红色印章',
  'clothing-colour': '服装颜色',
  pages: '页数',
  'active-content': '脚本等活动内容',
  aspect: '长宽比',
  glare: '反光',
  contrast: '对比度',
  orientation: '方向',
  skew: '倾斜',
  'cropped-edges': '缺边',
  'card-fill': '证件占比',
  screenshot: '截屏',
  'screen-photo': '翻拍屏幕',
  edited: '编辑痕迹',
  'seal-shape': '印章形状',
  'seal-place': '印章位置',
  signature: '签字',
  'backdrop-uniform': '幕布一致性',
  'backdrop-colour': '幕布颜色',
  'face-count': '人脸数量',
  'face-size': '人脸大小',
  'eyes-visible': '眼睛可见',
}

export const FINDING_NAMES: Readonly<Record<Finding['verdict'], string>> = {
  pass: '通过',
  fail: '不通过',
  unsure: '存疑',
}

export const TIMELINE_NAMES: Readonly<Record<Case['timeline'][number]['kind'], string>> = {
  received: '收到订单',
  resubmitted: '重新提交',
  'photo-received': '收到幕布照片',
  passed: '初审通过',
  returned: '退回修改',
  escalated: '升级',
  delivered: '结果已送达',
  submitted: '已提交管局',
  'second-review': '通过，待复核',
  'rule-pack-adopted': '改用新规则包',
  called: '电话联系',
  'note-left': '留下交接备注',
  'certificate-received': '收到备案证书',
  'certificate-replaced': '更换备案证书',
  'backdrop-sent': '已寄出幕布',
  'sms-sent': '短信已下发',
  'sms-verified': '短信核验完成',
  'sms-failed': '短信核验未完成',
  'administration-review-begun': '管局开始审核',
  approved: '管局审核通过',
  rejected: '管局驳回',
  withdrawn: '申请人撤回',
}

/** What an application of this type has beside its entity and services. */
export function hasServices(
  application: Application,
): application is Exclude<Application, { filingType: 'cancel-entity' }> {
  return application.filingType !== 'cancel-entity'
}
