import type { Applicant } from '../../filing/applicant'
import { drawSeal, drawSignature } from '../marks'
import { fitSize, group, line, lines, rect, text, wrap, type Artwork } from '../svg'
import { SHEET, type LetterMarks } from './letter'

const LEFT = 70
const RIGHT = 930
const LABEL = 346

/** 网站备案信息真实性核验单: a table that the provider's verifier ticks and the applicant signs and seals. */
export function drawVerificationForm(applicant: Applicant, marks: LetterMarks): Artwork {
  const { entity, servicePrincipal } = applicant
  const service = applicant.services[0]
  const domain = service?.domains[0]
  const individual = entity.kind === 'individual'
  const rows: readonly (readonly [string, string])[] = [
    ['一、网站主办者名称', entity.name],
    ['二、网站类型', individual ? '□ 单位\u3000\u3000√ 个人' : '√ 单位\u3000\u3000□ 个人'],
    ['三、域名（不含www）', domain?.name ?? ''],
    [
      '四、证件核验',
      individual
        ? '√ 居民身份证\u3000√ 号码报备正确\u3000√ 复印件已留存\u3000√ 负责人照片已采集'
        : '√ 单位证件\u3000√ 个人证件\u3000√ 号码报备正确\u3000√ 复印件已留存',
    ],
    [
      '五、联系方式核验',
      `√ 手机 ${servicePrincipal.record.mobile}\u3000√ 座机 ${servicePrincipal.record.landline ?? '无'}\u3000√ 邮箱 ${servicePrincipal.record.email}\u3000√ 通信地址`,
    ],
    [
      '六、网站信息核验',
      `网站名称：${service?.name ?? ''}。√ 名称合规\u3000√ 内容一致\u3000√ 域名权属\u3000□ 涉及前置审批`,
    ],
    [
      '七、接入信息核验',
      `接入商：示例云计算有限公司\u3000√ 接入方式\u3000√ IP ${service?.access?.ipAddresses[0] ?? ''}\u3000√ 服务器放置地`,
    ],
  ]
  let y = 236
  const table = rows.map(([label, value]) => {
    const wrapped = wrap(value, 22)
    const height = Math.max(66, wrapped.length * 36 + 30)
    const row = [
      rect(LEFT, y, RIGHT - LEFT, height, 'fill="none" stroke="#222222" stroke-width="1.6"'),
      line(LABEL, y, LABEL, y + height, 'stroke="#222222" stroke-width="1.6"'),
      text(LEFT + 14, y + height / 2 + 9, label, { size: 25, weight: 500 }),
      lines(LABEL + 16, y + height / 2 + 9 - ((wrapped.length - 1) * 36) / 2, wrapped, 36, { size: 25 }),
    ].join('')
    y += height
    return row
  })
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text(SHEET.width / 2, 150, '网站备案信息真实性核验单', {
      size: 46,
      weight: 700,
      anchor: 'middle',
      spacing: 3,
    }),
    text(LEFT, 212, '示例云（接入服务单位）\u3000核验单编号：', { size: 22, fill: '#444444' }),
    ...table,
    drawSignatureBoxes(y, marks),
    text(RIGHT, 1384, '样本 SPECIMEN', { size: 15, anchor: 'end', fill: '#8d8d8d' }),
  ]
  const signer = applicant.principal.record.name
  const verifier = drawSignature(440, y + 156, '核验员甲', 46, `${marks.seed}/verifier`)
  const owner = drawSignature(450, y + 412, signer, fitSize(signer, 260, 62), marks.seed)
  return {
    ...SHEET,
    body: body.join(''),
    overlays: marks.signed ? [verifier, owner] : [verifier],
    places: {
      seal: { x: 730, y: y + 390, radius: 116 },
      signature: { x: 430, y: y + 330, width: 300, height: 100 },
    },
  }
}

function drawSignatureBoxes(top: number, marks: LetterMarks): string {
  const provider = '八、本人已对上述信息当面核验，核验结果真实、有效，并对核验结果负责。'
  const owner =
    '九、我单位（本人）承诺以上信息真实有效，并已知晓不得提供虚假备案信息，如有违反自愿接受关闭网站并注销备案的处理。'
  const box = (y: number, height: number): string =>
    rect(LEFT, y, RIGHT - LEFT, height, 'fill="none" stroke="#222222" stroke-width="1.6"')
  const second = top + 190
  return [
    box(top, 190),
    lines(LEFT + 14, top + 44, wrap(provider, 33), 38, { size: 25 }),
    text(420, top + 158, '核验人签字：', { size: 25, anchor: 'end' }),
    text(RIGHT - 20, top + 158, '年\u3000\u3000月\u3000\u3000日', { size: 25, anchor: 'end' }),
    box(second, 330),
    lines(LEFT + 14, second + 44, wrap(owner, 33), 38, { size: 25 }),
    text(420, second + 220, '网站主办者签字（盖章）：', { size: 25, anchor: 'end' }),
    text(RIGHT - 20, second + 296, '年\u3000\u3000月\u3000\u3000日', { size: 25, anchor: 'end' }),
    marks.sealName === undefined
      ? ''
      : group(
          `translate(730 ${String(second + 200)}) scale(1.18)`,
          drawSeal(marks.sealName, '公章', marks.seed),
        ),
  ].join('')
}
