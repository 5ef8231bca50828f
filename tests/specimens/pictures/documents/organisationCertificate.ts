import type { DocumentKind } from '../../../../shared/domain/documentKinds'
import { chineseDate } from '../../dates'
import type { Organisation } from '../../people/organisation'
import { drawCertificateFrame } from '../certificateFrame'
import { drawSeal } from '../marks'
import { drawQrCode } from '../qrCode'
import { fitSize, group, lines, text, wrap, type Artwork } from '../svg'

interface Look {
  readonly ink: string
  readonly paper: string
  readonly numberLabel: string
  readonly scopeLabel: string
}

const DEFAULT_LOOK: Look = {
  ink: '#a63a32',
  paper: '#fdf6ef',
  numberLabel: '统一社会信用代码',
  scopeLabel: '业务范围',
}
const LOOKS: Partial<Record<DocumentKind, Partial<Look>>> = {
  'institution-certificate': { ink: '#2d5f8c', paper: '#f4f8fb', scopeLabel: '宗旨和业务范围' },
  'uscc-certificate': { ink: '#7b6a34', paper: '#fbf8ec', scopeLabel: '机构职责' },
  'organisation-code-certificate': {
    ink: '#35705c',
    paper: '#f3f8f2',
    numberLabel: '代码',
    scopeLabel: '机构类型',
  },
  'law-firm-licence': { ink: '#7a2c3b', paper: '#fcf4f2', scopeLabel: '业务范围' },
  'foreign-representative-office': { ink: '#44548c', paper: '#f5f6fb', scopeLabel: '业务范围' },
}

/** Certificates of the registration authorities other than the business licence, which share one layout. */
export function drawOrganisationCertificate(
  kind: DocumentKind,
  organisation: Organisation,
  sealed: boolean,
): Artwork {
  const look = { ...DEFAULT_LOOK, ...LOOKS[kind] }
  const width = 1420
  const height = 1000
  const legacy = kind === 'organisation-code-certificate'
  const title = legacy ? '组织机构代码证' : organisation.form.title
  const authority = legacy
    ? organisation.authority.replace('市场监督管理局', '质量技术监督局')
    : organisation.authority
  const body = [
    drawCertificateFrame({
      width,
      height,
      ink: look.ink,
      paper: look.paper,
      title,
      titleSize: fitSize(title, 960, 68),
      titleSpacing: title.length > 9 ? 4 : 12,
    }),
    text(width / 2, 340, `${look.numberLabel}：${organisation.number}`, {
      size: 32,
      weight: 700,
      anchor: 'middle',
      spacing: 1,
    }),
    rows(organisation, look, legacy),
    group('translate(140 700)', drawQrCode(`https://registry.example/${organisation.number}`, 140)),
    text(980, 800, authority, { size: fitSize(authority, 420, 30), weight: 500, anchor: 'middle' }),
    text(980, 852, chineseDate(organisation.issuedOn), { size: 28, weight: 500, anchor: 'middle' }),
    sealed
      ? group(
          'translate(980 790) scale(1.08)',
          drawSeal(authority, legacy ? '代码专用章' : '登记专用章', organisation.number),
        )
      : '',
  ]
  const places = { seal: { x: 980, y: 790, radius: 107 } }
  return { width, height, setting: 'sheet', body: body.join(''), places }
}

function rows(organisation: Organisation, look: Look, legacy: boolean): string {
  const to = organisation.validTo === '长期' ? '长期' : chineseDate(organisation.validTo)
  const term = `自 ${chineseDate(organisation.validFrom)} 至 ${to}`
  const values: readonly (readonly [string, string])[] = [
    [legacy ? '机构名称' : '名称', organisation.name],
    [organisation.form.leaderLabel, organisation.legalRepresentative],
    [legacy ? '地址' : '住所', organisation.address],
    [look.scopeLabel, legacy ? organisation.form.typeLine : organisation.scope],
    ...(organisation.nature === 'institution'
      ? ([
          ['经费来源', '财政补助'],
          ['举办单位', organisation.authority.replace('事业单位登记管理局', '人民政府')],
        ] as const)
      : []),
    ['有效期', term],
  ]
  let y = 400
  return values
    .map(([label, value]) => {
      const wrapped = wrap(value, 31)
      const row =
        text(400, y, label, { size: 27, weight: 500, anchor: 'end', fill: '#3a3120' }) +
        lines(430, y, wrapped, 38, { size: 27 })
      y += wrapped.length * 38 + 10
      return row
    })
    .join('')
}
