import { datesIn, readPeriod } from './readDates'
import { isTravelPaper } from './paperLayouts'
import type { ReadField, ReadFieldName, ReadingProof } from './readField'
import { legibility, proofOf } from './readingProof'
import type { RowPiece, TextRow } from './textRows'
import type { DocumentFace, DocumentKind } from '../domain/documentKinds'
import { checkMrzField } from '../domain/identifiers/machineReadableField'

/** A value begins under its label, within this many heights of the label to the side and below. */
const SAME_MARGIN = 1.5
const NEXT_LINE = 3.4
/** A permit's number stands by itself in large print: H or M and eight digits, for Taiwan eight digits. */
const PERMIT_NUMBER = { 'hk-macao-permit': /^[HM]\d{8}(?:\d{2})?$/u, 'taiwan-permit': /^\d{8}$/u }

/** Printed on these papers (ICAO Doc 9303 part 4; permits in Chinese), as `plain` writes them. */
const LABELS = [
  ...['type', 'countrycode', 'passportno', 'surname', 'givennames', 'sex', 'nationality', 'dateofbirth'],
  ...['placeofbirth', 'dateofissue', 'placeofissue', 'dateofexpiry', 'authority', 'bearerssignature'],
  ...['姓名', '性别', '出生日期', '有效期限', '签发机关', '签发地点', '证件号码', '换证次数'],
]
/** A name may begin as a short label does: so many letters or characters are no name. */
const DISTINCT = /^(?:[a-z]{10}|\p{Script=Han}{4})/u

/** Reads passports and travel permits, whose values stand below their labels; null for other papers. */
export function readTravelPaper(
  kind: DocumentKind,
  face: DocumentFace,
  rows: readonly TextRow[],
): readonly ReadField[] | null {
  if (!isTravelPaper(kind)) {
    return null
  }
  const pieces = rows.flat()
  if (kind === 'hk-macao-permit' || kind === 'taiwan-permit') {
    const number = permitNumber(pieces, PERMIT_NUMBER[kind])
    return face === 'back' ? number : [...permitFace(pieces), ...number]
  }
  return face === 'face' ? passportPage(pieces) : []
}

function permitFace(pieces: readonly RowPiece[]): readonly ReadField[] {
  const name = valueUnder(pieces, '姓名')
  const birth = valueUnder(pieces, '出生日期')
  const term = valueUnder(pieces, '有效期限')
  const issuer = valueUnder(pieces, '签发机关')
  return [
    ...(name === null ? [] : [field('name', name.text, legibility(name.text, [name]), name)]),
    ...(birth === null ? [] : [dateField('birth-date', birth)]),
    ...(term === null
      ? []
      : readPeriod(term.text).map((part) => field(part.field, part.value, part.proof, term))),
    ...(issuer === null
      ? []
      : [field('issuer', issuer.text, legibility(issuer.text, [issuer], 'text'), issuer)]),
  ]
}

function permitNumber(pieces: readonly RowPiece[], form: RegExp): readonly ReadField[] {
  const piece = pieces.find(({ text }) => form.test(text))
  return piece === undefined ? [] : [field('number', piece.text, proofOf(piece.text, 'permit-number'), piece)]
}

function passportPage(pieces: readonly RowPiece[]): readonly ReadField[] {
  const number = valueUnder(pieces, 'PassportNo')
  const names = [valueUnder(pieces, 'Surname'), valueUnder(pieces, 'Givennames')]
  const found = names.filter((piece) => piece !== null)
  const [last] = found
  const dates = (
    [
      ['birth-date', 'Dateofbirth'],
      ['valid-from', 'Dateofissue'],
      ['valid-to', 'Dateofexpiry'],
    ] as const
  ).flatMap(([name, label]) => {
    const piece = valueUnder(pieces, label)
    return piece === null ? [] : [dateField(name, piece)]
  })
  const machine = machineNumber(pieces)
  const printed = number?.text.toUpperCase() ?? null
  return [
    // Family and given name stand apart; with only one of them the name is not known.
    ...(found.length < 2 || last === undefined
      ? []
      : [
          {
            ...field('name', found.map(written).join(' '), 'none', last),
            confidence: Math.min(...found.map(({ confidence }) => confidence)),
            places: found.map(({ line }) => line.corners),
          },
        ]),
    ...dates,
    ...passportNumber(number, printed, machine),
  ]
}

/** The machine-readable line confirms the printed number by its check digit, denies it, or takes its place. */
function passportNumber(
  piece: RowPiece | null,
  printed: string | null,
  machine: { readonly number: string; readonly piece: RowPiece } | null,
): readonly ReadField[] {
  if (piece === null || printed === null) {
    return machine === null ? [] : [field('number', machine.number, 'check-digit', machine.piece)]
  }
  if (machine === null) {
    return [field('number', printed, proofOf(printed, 'passport-number'), piece)]
  }
  return [field('number', printed, machine.number === printed ? 'check-digit' : 'wrong-check-digit', piece)]
}

/** ICAO Doc 9303 part 4: the second line opens with the number, filled up to nine places, and its check digit. */
function machineNumber(
  pieces: readonly RowPiece[],
): { readonly number: string; readonly piece: RowPiece } | null {
  for (const piece of pieces) {
    // An O in the letters of the country is easily taken for a zero; nothing is made of them.
    const match = /^([A-Z0-9<]{9})(\d)[A-Z0-9<]{3}\d/u.exec(piece.text)
    const checked = match === null ? null : checkMrzField(match[1] ?? '', match[2] ?? '')
    if (checked?.ok === true) {
      return { number: checked.value, piece }
    }
  }
  return null
}

function valueUnder(pieces: readonly RowPiece[], label: string): RowPiece | null {
  const title = pieces.find(({ text }) => plain(text).startsWith(label.toLowerCase()))
  if (title === undefined) {
    return null
  }
  const under = pieces
    .filter(
      (piece) =>
        Math.abs(piece.left - title.left) < SAME_MARGIN * title.height &&
        piece.middle - title.middle > title.height / 2 &&
        piece.middle - title.middle < NEXT_LINE * title.height,
    )
    .sort((a, b) => a.middle - b.middle)
  const [value] = under
  return value === undefined || isLabel(value.text) ? null : value
}

/** Where a value could not be read, the next label stands in its place. */
function isLabel(text: string): boolean {
  const said = plain(text)
  return LABELS.some((label) => said === label || (DISTINCT.test(label) && said.startsWith(label)))
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** With the spaces between words, which rows leave out. */
function written({ line }: RowPiece): string {
  return line.text.trim()
}

function dateField(name: ReadFieldName, piece: RowPiece): ReadField {
  const [value] = datesIn(piece.text)
  return value === undefined ? field(name, piece.text, 'doubtful', piece) : field(name, value, 'form', piece)
}

function field(name: ReadFieldName, value: string, proof: ReadingProof, piece: RowPiece): ReadField {
  return { field: name, value, proof, confidence: piece.confidence, places: [piece.line.corners] }
}
