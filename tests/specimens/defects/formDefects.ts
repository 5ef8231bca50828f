import type { Application, Entity } from '../../../shared/domain/filing'
import type { Random } from '../random'
import { labelDefect, type DefectLabel, type DefectName } from './catalogue'

/** Makes the form say something else than the papers. Names the field in the label. */
export function spoilForm(
  application: Application,
  defects: ReadonlySet<DefectName>,
  random: Random,
): { readonly application: Application; readonly labels: readonly DefectLabel[] } {
  const labels: DefectLabel[] = []
  let { entity } = application
  if (defects.has('name-mismatch')) {
    entity = { ...entity, name: misspellName(entity.name, random) }
    labels.push(labelDefect('name-mismatch', { field: 'entity.name' }))
  }
  if (defects.has('invalid-id-number')) {
    const certificate = withWrongCheck(entity.principal.certificate, random)
    entity = { ...entity, principal: { ...entity.principal, certificate } }
    if (entity.kind === 'individual') {
      entity = { ...entity, certificate }
    }
    labels.push(labelDefect('invalid-id-number', { field: 'entity.principal.certificate.number' }))
  }
  if (defects.has('invalid-credit-code')) {
    entity = { ...entity, certificate: withWrongCheck(entity.certificate, random) }
    labels.push(labelDefect('invalid-credit-code', { field: 'entity.certificate.number' }))
  }
  return { application: { ...application, entity }, labels }
}

type Certificate = Entity['certificate']

const LOOKALIKES: Readonly<Record<string, string>> = {
  禾: '和',
  帆: '凡',
  河: '和',
  岸: '安',
  山: '杉',
  川: '穿',
  里: '理',
  棠: '堂',
  湾: '弯',
  木: '沐',
  光: '广',
  湖: '胡',
  树: '术',
  枝: '之',
  雨: '羽',
  芒: '忙',
  桥: '乔',
  上: '尚',
  雪: '学',
  曲: '渠',
  鸣: '明',
  白: '百',
  果: '国',
  央: '阳',
}

/** One character off, as in a slip of the input method; the last character of a person's name. */
function misspellName(name: string, random: Random): string {
  const characters = Array.from(name)
  if (characters.length <= 4) {
    return [
      ...characters.slice(0, -1),
      random.pick(['峰', '丽', '杰', '红'].filter((other) => other !== characters.at(-1))),
    ].join('')
  }
  const index = characters.findIndex((character) => character in LOOKALIKES)
  const at = index === -1 ? 2 : index
  return characters
    .map((character, place) => (place === at ? (LOOKALIKES[character] ?? '新') : character))
    .join('')
}

/** Another last character, so that the number's own arithmetic fails. */
function withWrongCheck(certificate: Certificate, random: Random): Certificate {
  const { number } = certificate
  const last = number.slice(-1)
  return {
    ...certificate,
    number: `${number.slice(0, -1)}${random.pick(Array.from('0123456789').filter((digit) => digit !== last))}`,
  }
}
