import { addDays } from '../../../../shared/calendar/chinaTime'
import { chineseDate, dottedDate } from '../../dates'
import type { SpecimenPerson } from '../../people/person'
import type { Home } from '../../people/places'
import { drawFigure, FIGURE_DEFS } from '../figure'
import { drawOrnament } from '../marks'
import { group, lines, rect, text, wrap, type Artwork } from '../svg'

const CARD = { width: 1012, height: 638, setting: 'card' } as const

/** 居住证 of somebody whose resident card is of another province. */
export function drawResidencePermitFace(person: SpecimenPerson, localAddress: string): Artwork {
  const row = (y: number, label: string, value: string): string =>
    text(400, y, label, { size: 26, fill: '#557a4b' }) + text(540, y, value, { size: 30, weight: 500 })
  const { record } = person
  const body = [
    base(),
    text(506, 92, '居  住  证', { size: 56, weight: 700, anchor: 'middle', spacing: 10, fill: '#2f5a2b' }),
    rect(70, 140, 270, 350, 'fill="#f8faf6"'),
    `<clipPath id="residencePhoto"><rect x="70" y="140" width="270" height="350"/></clipPath><g clip-path="url(#residencePhoto)">${group('translate(62 152) scale(0.71)', drawFigure(person, '#50535a'))}</g>`,
    row(182, '姓  名', record.name),
    row(238, '性  别', person.sex === 'male' ? '男' : '女'),
    row(294, '民  族', person.ethnicity),
    row(350, '出  生', chineseDate(person.birthDate)),
    text(400, 406, '现住址', { size: 26, fill: '#557a4b' }),
    lines(540, 406, wrap(localAddress, 13.6), 38, { size: 28, weight: 500 }),
    text(70, 570, '公民身份号码', { size: 26, fill: '#557a4b' }),
    text(280, 572, record.certificate.number, { size: 36, weight: 500, spacing: 5 }),
  ]
  return { ...CARD, body: body.join('') }
}

export function drawResidencePermitBack(person: SpecimenPerson, home: Home, today: string): Artwork {
  const issued = addDays(today, -160)
  const body = [
    base(),
    group('translate(506 190)', drawOrnament(92)),
    text(506, 350, '居住证签注', { size: 44, weight: 700, anchor: 'middle', spacing: 6, fill: '#2f5a2b' }),
    text(210, 450, `签发机关  ${home.city.name}公安局${home.district}分局`, { size: 29, weight: 500 }),
    text(210, 502, `签发日期  ${dottedDate(issued)}`, { size: 29, weight: 500 }),
    text(210, 554, `有效期限  ${dottedDate(issued)}-${dottedDate(addDays(issued, 365))}`, {
      size: 29,
      weight: 500,
    }),
    text(70, 606, person.record.name, { size: 20, fill: '#557a4b' }),
  ]
  return { ...CARD, body: body.join('') }
}

function base(): string {
  return [
    `<defs>${FIGURE_DEFS}<linearGradient id="green" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e3f1da"/><stop offset="1" stop-color="#f5f8ea"/></linearGradient></defs>`,
    rect(0, 0, 1012, 638, 'rx="37" fill="url(#green)"'),
    '<path d="M0 500 C200 430 380 560 600 480 S900 470 1012 420 V600 Q1012 638 975 638 H37 Q0 638 0 600 Z" fill="#cfe5bf" fill-opacity="0.55"/>',
    text(968, 618, '样本 SPECIMEN', { size: 16, anchor: 'end', fill: '#7d8f70' }),
  ].join('')
}
