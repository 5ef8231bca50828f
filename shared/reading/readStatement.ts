import type { ReadField, ReadFieldName, ReadingProof } from './readField'
import { mendedNumber, proofOf } from './readingProof'
import { namedPerson } from './surnames'
import type { RowPiece, TextRow } from './textRows'

/** The declaring party and its number stand in the first sentence: X（证件号码：N）. */
const PARTY =
  /([\p{Script=Han}A-Za-z（）()·.\uFFFD]{2,60})[（(](?:证件号码|身份证号码|统一社会信用代码)[:：]([0-9A-Z-]{9,20})[）)]/u
const DOMAIN = /域名[:：]([^）)，。；]{3,100})[）)]/u

/** A line of running text is longer than this share of the longest one. */
const LONG_SHARE = 0.7

/** Reads a statement in running text, whose lines break anywhere. */
export function readStatement(rows: readonly TextRow[]): readonly ReadField[] {
  const pieces = printedBlock(rows.flat())
  const text = pieces.map((piece) => piece.text).join('')
  const party = PARTY.exec(text)
  const domain = DOMAIN.exec(text)
  const fields: ReadField[] = []
  const add = (
    field: ReadFieldName,
    value: string,
    place: number,
    length: number,
    proof: ReadingProof | 'as-legible',
  ): void => {
    const from = piecesAt(pieces, place, length)
    const confidence = Math.min(...from.map((piece) => piece.confidence))
    fields.push({
      field,
      confidence,
      ...(proof === 'as-legible' ? namedPerson(value, from) : { value, proof }),
      places: from.map((piece) => piece.line.corners),
    })
  }
  if (party !== null) {
    const [whole, before = '', number = ''] = party
    const name = partyName(before)
    add('name', name, party.index + before.length - name.length, name.length, 'as-legible')
    const value = mendedNumber(number.replaceAll('-', ''), 'any-number')
    add('number', value, party.index + whole.lastIndexOf(number), number.length, proofOf(value, 'any-number'))
  }
  if (domain !== null) {
    const [whole, value = ''] = domain
    const name = value.toLowerCase()
    add('domain', name, domain.index + whole.indexOf(value), value.length, proofOf(name, 'domain'))
  }
  return fields
}

/** What stands between the margins of the longest lines: what lies beside the paper has its own. */
function printedBlock(pieces: readonly RowPiece[]): readonly RowPiece[] {
  const longest = Math.max(0, ...pieces.map(({ left, right }) => right - left))
  const long = pieces.filter(({ left, right }) => right - left > LONG_SHARE * longest)
  const left = Math.min(...long.map((piece) => piece.left))
  const right = Math.max(...long.map((piece) => piece.right))
  return pieces.filter((piece) => {
    const middle = (piece.left + piece.right) / 2
    return middle > left && middle < right
  })
}

/** Running text before the brackets may begin with other words: 授权人：X，系Y的 or 兹授权X. */
function partyName(before: string): string {
  return before.replace(/^.*(?:兹授权|授权人|通信管理局|系)[:：]?/u, '')
}

function piecesAt(pieces: readonly RowPiece[], place: number, length: number): readonly RowPiece[] {
  let start = 0
  return pieces.filter(({ text }) => {
    const [from, to] = [start, start + text.length]
    start = to
    return from < place + length && to > place
  })
}
