import { datesIn, readPeriod } from './readDates'
import { labelledValue } from './labelledValues'
import { paperLayout, STATEMENT_KINDS, type LabelledField, type ValueForm } from './paperLayouts'
import type { ReadField, ReadFieldName } from './readField'
import { legibility, mendedNumber, proofOf } from './readingProof'
import { readStatement } from './readStatement'
import { readTravelPaper } from './readTravelPaper'
import { UNREAD, type TextLine } from './textLine'
import { textRows, type RowPiece, type TextRow } from './textRows'
import type { DocumentFace, DocumentKind } from '../domain/documentKinds'

/**
 * Takes the fields of a paper out of the lines that were read from its picture. What was not found is not in the
 * answer; nothing is guessed. `aspect` is the picture's width through its height.
 */
export function readFields(
  kind: DocumentKind,
  face: DocumentFace,
  lines: readonly TextLine[],
  aspect: number,
): readonly ReadField[] {
  const rows = textRows(lines, aspect)
  if (STATEMENT_KINDS.includes(kind)) {
    return readStatement(rows)
  }
  const travel = readTravelPaper(kind, face, rows)
  if (travel !== null) {
    return travel
  }
  const layout = paperLayout(kind, face)
  if (layout === null) {
    return []
  }
  const labels = [...layout.fields.flatMap((field) => field.labels), ...layout.others]
  return layout.fields.flatMap((field) => readLabelled(rows, field, labels))
}

function readLabelled(
  rows: readonly TextRow[],
  { field, labels, form, isLong }: LabelledField,
  allLabels: readonly string[],
): readonly ReadField[] {
  for (const label of labels) {
    const found = labelledValue(rows, label, allLabels, isLong ?? false)
    if (found !== null) {
      return read(form, field, found.text, found.pieces)
    }
  }
  // A number is known by its form wherever it stands: its label is small and may not have been read.
  return form === 'resident-number' || form === 'credit-code' ? numberByItself(rows, field, form) : []
}

function numberByItself(
  rows: readonly TextRow[],
  field: ReadFieldName,
  form: 'resident-number' | 'credit-code',
): readonly ReadField[] {
  const pattern = form === 'resident-number' ? /\d{17}[\dXx]/u : /[0-9A-HJ-NPQRTUWXY]{18}/u
  for (const piece of rows.flat()) {
    const match = pattern.exec(piece.text)
    if (match !== null) {
      return read(form, field, match[0], [piece])
    }
  }
  return []
}

function read(
  form: ValueForm,
  field: ReadFieldName,
  text: string,
  pieces: readonly RowPiece[],
): readonly ReadField[] {
  const common = {
    confidence: Math.min(...pieces.map((piece) => piece.confidence)),
    places: pieces.map((piece) => piece.line.corners),
  }
  switch (form) {
    case 'period':
      return readPeriod(text).map((part) => ({ ...common, ...part }))
    case 'date': {
      const [value] = datesIn(text)
      return value === undefined
        ? [{ ...common, field, value: text, proof: 'doubtful' }]
        : [{ ...common, field, value, proof: 'form' }]
    }
    case 'name': {
      // The edge of the label, or of the card, is easily taken for a mark before or behind a name.
      const value = text.replaceAll(/[^\p{L}\p{M}·.\uFFFD]/gu, '')
      return isEmpty(value) ? [] : [{ ...common, field, value, proof: legibility(value, pieces) }]
    }
    case 'text':
      return isEmpty(text) ? [] : [{ ...common, field, value: text, proof: legibility(text, pieces, 'text') }]
    case 'sex': {
      const value = /[男女]/u.exec(text)?.[0]
      return value === undefined ? [] : [{ ...common, field, value, proof: 'form' }]
    }
    default: {
      const value = mendedNumber(tidied(text, form), form)
      return [{ ...common, field, value, proof: proofOf(value, form) }]
    }
  }
}

function isEmpty(text: string): boolean {
  return text.replaceAll(UNREAD, '') === ''
}

function tidied(text: string, form: ValueForm): string {
  // The label's remark in brackets, whose brackets are read as one or the other kind.
  return form === 'domain'
    ? text.toLowerCase().replace(/^[（(][^）)]*[）)]/u, '')
    : text.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '')
}
