import { dottedDate } from '../../dates'
import type { SpecimenPerson } from '../../people/person'
import { drawFigure, FIGURE_DEFS } from '../figure'
import { drawOrnament } from '../marks'
import { group, lines, rect, text, wrap, type Artwork } from '../svg'

const WIDTH = 1012
const HEIGHT = 638
const BLUE = '#3b6ea5'

/** 人像面 of the resident card or of the residence permit for people from Hong Kong, Macao and Taiwan. */
export function drawResidentPortrait(person: SpecimenPerson, mainlandAddress: string): Artwork {
  const { record } = person
  const permit = person.paper === 'hkmt-residence-permit'
  const label = (x: number, y: number, value: string): string =>
    text(x, y, value, { size: 29, fill: BLUE, spacing: 4 })
  const [year = '', month = '', day = ''] = person.birthDate.split('-')
  const value = { size: 34, weight: 500 }
  const address = wrap(record.certificate.address ?? mainlandAddress, 11.4)
  const body = [
    cardBase('#eaf3f4', '#f4ece3'),
    label(70, 100, '姓名'),
    text(176, 102, record.name, { size: 39, weight: 500, spacing: 3 }),
    label(70, 174, '性别'),
    text(176, 176, person.sex === 'male' ? '男' : '女', value),
    permit ? '' : label(296, 174, '民族') + text(402, 176, person.ethnicity, value),
    label(70, 246, '出生'),
    text(176, 248, year, value),
    label(262, 246, '年'),
    text(306, 248, String(Number(month)), value),
    label(354, 246, '月'),
    text(398, 248, String(Number(day)), value),
    label(446, 246, '日'),
    label(70, 320, '住址'),
    lines(176, 322, address, 44, { size: 34, weight: 500 }),
    label(70, 560, '公民身份号码'),
    text(344, 562, record.certificate.number, { size: 41, weight: 500, spacing: 7 }),
    group('translate(640 84) scale(0.78)', portraitPhoto(person)),
  ]
  return card(body)
}

/** 国徽面: issuing authority and term. */
export function drawResidentEmblem(person: SpecimenPerson): Artwork {
  const permit = person.paper === 'hkmt-residence-permit'
  const term = `${dottedDate(person.validFrom)}-${person.validTo === '长期' ? '长期' : dottedDate(person.validTo)}`
  const title = permit ? '港澳台居民居住证' : '居 民 身 份 证'
  const body = [
    cardBase('#e7f0f3', '#f6e9dd'),
    group('translate(136 128)', drawOrnament(82)),
    text(600, 138, '中华人民共和国', { size: 54, weight: 500, anchor: 'middle', spacing: 6 }),
    text(600, 258, title, { size: 76, weight: 700, anchor: 'middle', spacing: 4 }),
    wall(),
    text(190, 498, '签发机关', { size: 30, weight: 500 }),
    text(348, 498, person.issuingAuthority, { size: 33, weight: 500, spacing: 1 }),
    text(190, 566, '有效期限', { size: 30, weight: 500 }),
    text(348, 566, term, { size: 34, weight: 500, spacing: 2 }),
  ]
  return card(body)
}

function card(body: readonly string[]): Artwork {
  return { width: WIDTH, height: HEIGHT, setting: 'card', body: body.join('') }
}

/** Rounded card with fine crossing waves and the small word that tells it from a real one. */
function cardBase(cold: string, warm: string): string {
  const waves = Array.from({ length: 34 }, (_, index) => {
    const y = index * 20 - 10
    return `<path d="M0 ${String(y)} C170 ${String(y - 44)} 340 ${String(y + 44)} 506 ${String(y)} S840 ${String(y - 44)} 1012 ${String(y)}" fill="none" stroke="${index % 2 === 0 ? '#7fb3c4' : '#d8a58c'}" stroke-width="1.5" stroke-opacity="0.3"/>`
  })
  return [
    `<defs>${FIGURE_DEFS}<clipPath id="edge"><rect width="1012" height="638" rx="37"/></clipPath><linearGradient id="paper" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${cold}"/><stop offset="0.6" stop-color="${warm}"/><stop offset="1" stop-color="${cold}"/></linearGradient></defs>`,
    rect(0, 0, WIDTH, HEIGHT, 'rx="37" fill="url(#paper)"'),
    `<g clip-path="url(#edge)">${waves.join('')}</g>`,
    text(968, 612, '样本 SPECIMEN', { size: 16, anchor: 'end', fill: '#8a6f60', opacity: 0.75, spacing: 1 }),
    rect(1.5, 1.5, WIDTH - 3, HEIGHT - 3, 'rx="36" fill="none" stroke="#b9c4c6" stroke-width="2"'),
  ].join('')
}

function portraitPhoto(person: SpecimenPerson): string {
  const cloth = person.sex === 'male' ? '#3a3d44' : '#5c5560'
  return drawFigure(person, cloth)
}

/** Faint battlements behind the lower half. */
function wall(): string {
  const teeth = Array.from({ length: 22 }, (_, index) =>
    rect(index * 48 - 10, 330, 28, 26, 'fill="#c9967a" fill-opacity="0.16"'),
  )
  return `${teeth.join('')}${rect(-10, 356, 1040, 34, 'fill="#c9967a" fill-opacity="0.16"')}`
}
