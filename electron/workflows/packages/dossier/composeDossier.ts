import { provinceByCode } from '../../../../shared/domain/provinces'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../../shared/protocol/case'
import type { ChecklistLine } from '../../../../shared/rules/checklist'
import type { DossierInput, DossierPicture, DossierSection } from '../../../media/pdf/dossierInput'
import type { OriginalFile } from '../originalFiles'
import { checklistSection, findingsSection } from './checklistSections'
import { decisionSection } from './decisionSection'
import { entitySection, personsSection } from './entitySections'
import { filingTypeName, kindName } from './codeNames'
import { countText, timeText } from './formats'
import { materialsSection } from './materialsSection'
import { requestSection } from './requestSection'
import { servicesSection } from './servicesSection'
import { FACE_NAMES, hasServices, OWNER_NAMES, VERDICT_NAMES } from './wording'

export interface DossierContent {
  readonly filingCase: Case
  readonly decision: AcknowledgedDecision
  readonly checklist: readonly ChecklistLine[]
  readonly originals: readonly OriginalFile[]
  readonly applicationVersion: string
}

const TITLE = 'ICP 备案初审材料'

/** Words a passed case as the dossier that the administration reads. */
export function composeDossier(content: DossierContent): DossierInput {
  const { filingCase, decision, originals } = content
  const { application } = currentRound(filingCase)
  const names = paperNames(originals, application)
  const sections = [
    entitySection(application),
    personsSection(application),
    ...(hasServices(application) && application.services.length > 0
      ? [servicesSection(application.services)]
      : []),
    requestSection(application),
    checklistSection(content),
    findingsSection(content),
    decisionSection(content),
    materialsSection(originals, names),
  ]
  return {
    title: TITLE,
    orderNumber: filingCase.orderNumber,
    subtitle: application.entity.name,
    author: `备案审核工作台 Beian Desk ${content.applicationVersion}`,
    createdAt: decision.decidedAt,
    cover: { facts: coverFacts(content), notice: NOTICE },
    runningHead: { left: `${TITLE} · ${application.entity.name}`, right: filingCase.orderNumber },
    sections: sections.map(numbered),
    picturesTitle: `${CHINESE_NUMBERS[sections.length] ?? ''}、材料图片`,
    pictures: originals.map((original, index) => picture(original, index, names[index] ?? '')),
    words: {
      pageNumber: '第 {page} 页，共 {pages} 页',
      contents: '目录',
      undecodablePicture: '图片无法解码，未能显示；原件随提交包一并提供。',
      sheetNumber: '本材料第 {page} 页，共 {pages} 页',
      sheetsLeftOut: '本材料共 {pages} 页，以上为前 {shown} 页；其余 {left} 页仅见随提交包提供的原件。',
      missingGlyphsTitle: '未能显示的字符',
      missingGlyphsText:
        '下列字符在本文件所用字体中没有字形，正文以「〓」加字符编码表示；完整文字见提交包 data 文件夹中的数据文件。',
    },
  }
}

const NOTICE =
  '本文件由接入服务提供者的备案审核工作台根据服务端已确认的审核决定生成，内容含个人信息，仅供互联网信息服务备案审核使用。'

const PDF_NOTICE = '本材料为 PDF 文件，其页面未能在此重现；原件随提交包一并提供，请以原件为准。'

const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

function numbered(section: DossierSection, index: number): DossierSection {
  return { ...section, title: `${CHINESE_NUMBERS[index] ?? ''}、${section.title}` }
}

function coverFacts({
  filingCase,
  decision,
  originals,
  applicationVersion,
}: DossierContent): [string, string][] {
  const { application, round, submittedAt } = currentRound(filingCase)
  return [
    ['备案订单', filingCase.orderNumber],
    ['备案类型', filingTypeName(application.filingType)],
    ['主体名称', application.entity.name],
    ['省份', provinceByCode(filingCase.province)?.nameZh ?? filingCase.province],
    ['提交轮次', `第 ${String(round)} 轮`],
    ['提交时间', timeText(submittedAt)],
    ['初审结论', VERDICT_NAMES[decision.decision.verdict]],
    ['材料数量', String(originals.length)],
    ['审核人', decision.decidedBy.displayName],
    ['审核时间', timeText(decision.decidedAt)],
    ['规则包', decision.decision.rulePack],
    ['案件版本', String(decision.caseVersion)],
    ['软件版本', applicationVersion],
    ['审计记录', decision.auditHash],
  ]
}

/** Of each document: what the administration calls it, else what we do, with its side and whose it is. */
function paperNames(
  originals: readonly OriginalFile[],
  application: Parameters<typeof hasServices>[0],
): readonly string[] {
  const services = hasServices(application) ? application.services : []
  return originals.map(({ document: { kind, face, owner, serviceId }, ownName }) => {
    const service = services.find(({ id }) => id === serviceId)
    const whose = service ? `${OWNER_NAMES[owner]}（${service.name}）` : OWNER_NAMES[owner]
    const side = face === 'page' || face === 'face' ? '' : ` ${FACE_NAMES[face]}`
    return `${ownName ?? kindName(kind)}${side} · ${whose}`
  })
}

function picture({ document, path, askedBy }: OriginalFile, index: number, name: string): DossierPicture {
  return {
    sha256: document.sha256,
    ...(document.mediaType === 'application/pdf' ? { notice: PDF_NOTICE } : {}),
    title: `材料 ${String(index + 1)} · ${name}`,
    caption: [
      `原件 ${path} · ${countText(document.bytes)} 字节 · 收到时间 ${timeText(document.receivedAt)}`,
      `SHA-256 ${document.sha256}`,
      ...(askedBy === null ? [] : [`依据 ${askedBy.title}`]),
    ],
  }
}
