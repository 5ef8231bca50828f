import { dottedDate } from '../../dates'
import { passportLines, type SpecimenPerson } from '../../people/person'
import { drawFigure, FIGURE_DEFS } from '../figure'
import { drawOrnament } from '../marks'
import { group, rect, text, type Artwork } from '../svg'

const CARD = { width: 1012, height: 638, setting: 'card' } as const
const SMALL = { size: 19, fill: '#6b7a63' }

/** 港澳居民来往内地通行证, the side with the photo. */
export function drawTravelPermitFace(person: SpecimenPerson): Artwork {
  const field = (x: number, y: number, label: string, value: string): string =>
    text(x, y, label, SMALL) + text(x, y + 40, value, { size: 32, weight: 500 })
  const body = [
    cardPaper('#eef4e6', '#f6efe0', '#9dbb8a'),
    text(60, 92, '港澳居民来往内地通行证', { size: 44, weight: 700, spacing: 4 }),
    text(62, 124, 'Mainland Travel Permit for Hong Kong and Macao Residents', { size: 18, fill: '#5d6b55' }),
    `<clipPath id="permitPhoto"><rect x="64" y="160" width="270" height="360"/></clipPath>`,
    rect(64, 160, 270, 360, 'fill="#f7f8f6"'),
    `<g clip-path="url(#permitPhoto)">${group('translate(54 170) scale(0.72)', drawFigure(person, '#47484f'))}</g>`,
    field(380, 176, '姓名', person.record.name),
    text(380, 264, person.latinName, { size: 25 }),
    field(380, 300, '出生日期', dottedDate(person.birthDate)),
    field(650, 300, '性别', person.sex === 'male' ? '男' : '女'),
    field(380, 384, '有效期限', `${dottedDate(person.validFrom)}-${dottedDate(person.validTo)}`),
    field(380, 468, '签发机关', person.issuingAuthority),
    text(640, 596, person.record.certificate.number, { size: 46, weight: 700, spacing: 5 }),
  ]
  return { ...CARD, body: body.join('') }
}

/** The other side of the permit. */
export function drawTravelPermitBack(person: SpecimenPerson): Artwork {
  const machine = `CS${person.record.certificate.number}<${dottedDate(person.validTo).replaceAll('.', '').slice(2)}<${person.birthDate.replaceAll('-', '').slice(2)}<<<<<`
  const body = [
    cardPaper('#f3f0e2', '#ebf3e8', '#a8bd93'),
    group('translate(160 170)', drawOrnament(86)),
    text(600, 168, '持证人来往内地时', { size: 38, weight: 500, anchor: 'middle', spacing: 3 }),
    text(600, 226, '须遵守国家法律法规', { size: 38, weight: 500, anchor: 'middle', spacing: 3 }),
    text(600, 330, '证件号码', { ...SMALL, anchor: 'middle' }),
    text(600, 376, person.record.certificate.number, { size: 40, weight: 500, anchor: 'middle', spacing: 4 }),
    rect(40, 470, 932, 120, 'fill="#fbfbf7" fill-opacity="0.8"'),
    text(66, 520, machine.slice(0, 30), { size: 34, weight: 500, spacing: 9 }),
    text(66, 572, person.latinName.replaceAll(', ', '<<').replaceAll(' ', '<').padEnd(30, '<'), {
      size: 34,
      weight: 500,
      spacing: 9,
    }),
  ]
  return { ...CARD, body: body.join('') }
}

/** Data page of a passport of no country: UTO is the state that ICAO 9303 keeps for specimens. */
export function drawPassportPage(person: SpecimenPerson): Artwork {
  const width = 1250
  const height = 880
  const [first, second] = passportLines(person)
  const [family = '', given = ''] = person.record.name.split(/ (.*)/)
  const field = (x: number, y: number, label: string, value: string): string =>
    text(x, y, label, { size: 18, fill: '#5c6a86' }) + text(x, y + 38, value, { size: 31, weight: 500 })
  const body = [
    `<defs>${FIGURE_DEFS}<linearGradient id="page" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e8eef8"/><stop offset="0.5" stop-color="#f7eeee"/><stop offset="1" stop-color="#e3eef2"/></linearGradient></defs>`,
    rect(0, 0, width, height, 'rx="22" fill="url(#page)"'),
    text(64, 78, 'PASSPORT / PASSEPORT   UTOPIA', { size: 34, weight: 700, spacing: 3, fill: '#2a3f66' }),
    rect(64, 130, 320, 410, 'fill="#f4f5f7"'),
    `<clipPath id="passportPhoto"><rect x="64" y="130" width="320" height="410"/></clipPath><g clip-path="url(#passportPhoto)">${group('translate(60 150) scale(0.82)', drawFigure(person, '#3d4350'))}</g>`,
    field(430, 150, 'Type', 'P'),
    field(560, 150, 'Issuing state', 'UTO'),
    field(820, 150, 'Passport No.', person.record.certificate.number),
    field(430, 236, 'Surname', family),
    field(430, 322, 'Given names', given),
    field(430, 408, 'Nationality', 'UTOPIAN'),
    field(820, 408, 'Sex', person.sex === 'male' ? 'M' : 'F'),
    field(430, 494, 'Date of birth', dottedDate(person.birthDate)),
    field(820, 494, 'Authority', 'PASSPORT OFFICE'),
    field(430, 580, 'Date of issue', dottedDate(person.validFrom)),
    field(820, 580, 'Date of expiry', dottedDate(person.validTo)),
    text(1190, 120, 'SPECIMEN', { size: 18, anchor: 'end', fill: '#9a6f6f' }),
    rect(0, 690, width, 190, 'fill="#fcfcfa" fill-opacity="0.85"'),
    text(54, 760, first, { size: 32, weight: 500, spacing: 7.4 }),
    text(54, 822, second, { size: 32, weight: 500, spacing: 7.4 }),
  ]
  return { width, height, setting: 'card', body: body.join('') }
}

function cardPaper(one: string, other: string, wave: string): string {
  const waves = Array.from({ length: 30 }, (_, index) => {
    const y = index * 23
    return `<path d="M0 ${String(y)} q126 40 253 0 t253 0 t253 0 t253 0" fill="none" stroke="${wave}" stroke-width="1.4" stroke-opacity="0.35"/>`
  })
  return [
    `<defs>${FIGURE_DEFS}<clipPath id="card"><rect width="1012" height="638" rx="37"/></clipPath><linearGradient id="stock" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${one}"/><stop offset="1" stop-color="${other}"/></linearGradient></defs>`,
    rect(0, 0, 1012, 638, 'rx="37" fill="url(#stock)"'),
    `<g clip-path="url(#card)">${waves.join('')}</g>`,
    text(968, 612, '样本 SPECIMEN', { size: 16, anchor: 'end', fill: '#8a6f60', opacity: 0.75 }),
  ].join('')
}
