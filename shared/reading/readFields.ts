import { datesIn, readPeriod } from './readDates'
import { LABEL_READINGS, labelledValue } from './labelledValues'
import { endsPaper, paperLayout, STATEMENT_KINDS, type LabelledField, type ValueForm } from './paperLayouts'
import type { ReadField, ReadFieldName } from './readField'
import { legibility, mendedNumber, proofOf } from './readingProof'
import { readStatement } from './readStatement'
import { readTravelPaper } from './readTravelPaper'
import { namedPerson } from './surnames'
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
  const layout = paperLayout(kind, face)
  const labels = [...(layout?.fields.flatMap((field) => field.labels) ?? []), ...(layout?.others ?? [])]
  const isOfPaper = (text: string): boolean =>
    labels.some((label) => text.startsWith(label)) || endsPaper(kind, face, text)
  const rows = textRows(lines, aspect, isOfPaper)
  if (STATEMENT_KINDS.includes(kind)) {
    return readStatement(rows)
  }
  const travel = readTravelPaper(kind, face, rows)
  if (travel !== null) {
    return travel
  }
  return layout?.fields.flatMap((field) => readLabelled(rows, field, labels)) ?? []
}

function readLabelled(
  rows: readonly TextRow[],
  { field, labels, form, isLong }: LabelledField,
  allLabels: readonly string[],
): readonly ReadField[] {
  const readings = LABEL_READINGS.flatMap((reading) => labels.map((label) => ({ reading, label })))
  for (const { reading, label } of readings) {
    const found = labelledValue(rows, label, allLabels, isLong ?? false, reading)
    if (found !== null) {
      const fields = read(form, field, found.text, found.pieces)
      // A whole number that denies itself stays: another one on the paper must not stand in for it.
      const isPiecemeal = fields.some(({ proof }) => proof === 'doubtful')
      return isPiecemeal ? (provenNumber(rows, field, form) ?? fields) : fields
    }
  }
  // A number is known by its form wherever it stands: its label is small and may not have been read.
  return provenNumber(rows, field, form) ?? numbersByThemselves(rows, field, form)[0] ?? []
}

/** A number whose check character confirms it, where what stands behind the label is none. */
function provenNumber(
  rows: readonly TextRow[],
  field: ReadFieldName,
  form: ValueForm,
): readonly ReadField[] | null {
  const proven = numbersByThemselves(rows, field, form).filter(([number]) => number?.proof === 'check-digit')
  const values = new Set(proven.map(([number]) => number?.value))
  // Of two, either may be somebody else's.
  return values.size === 1 ? (proven[0] ?? null) : null
}

function numbersByThemselves(
  rows: readonly TextRow[],
  field: ReadFieldName,
  form: ValueForm,
): ReadonlyArray<readonly ReadField[]> {
  if (form !== 'resident-number' && form !== 'credit-code') {
    return []
  }
  const pattern = form === 'resident-number' ? /\d{17}[\dXx]/u : /[0-9A-HJ-NPQRTUWXY]{18}/u
  return rows.flat().flatMap((piece) => {
    const match = pattern.exec(piece.text)
    return match === null ? [] : [read(form, field, match[0], [piece])]
  })
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
      const named =
        field === 'ethnicity' ? { value, proof: legibility(value, pieces) } : namedPerson(value, pieces)
      return isEmpty(value) ? [] : [{ ...common, field, ...named }]
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
