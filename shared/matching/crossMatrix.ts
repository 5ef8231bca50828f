import { compareAuthority, compareNumberRegion } from './compareRegion'
import { compareValues, type Match } from './compareValues'
import { formFacts, type FactForm, type FormFact, type MatrixColumn } from './formFacts'
import type { DocumentFace, DocumentKind, DocumentOwner } from '../domain/documentKinds'
import type { Application } from '../domain/filing'
import type { ReadField } from '../reading/readField'
import { creditCodeIn } from '../reading/readQrText'

/** What was read from one document, corrections of the reviewer included. */
export interface DocumentReading {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly owner: DocumentOwner
  readonly serviceId?: string | undefined
  readonly fields: readonly CorrectableField[]
}

export type CorrectableField = ReadField & {
  /** A person has put right what the machine read; `value` is the person's. */
  readonly isCorrected: boolean
  /** What the machine had read, where a person put it right. */
  readonly readAs?: string | undefined
}

/** One value on one paper, beside what the form says. */
export interface MatrixCell {
  readonly column: MatrixColumn
  readonly documentId: string
  readonly field: ReadField['field']
  readonly value: string
  readonly confidence: number
  readonly proof: ReadField['proof']
  readonly isCorrected: boolean
  /** What the machine read. */
  readonly readAs: string
  readonly places: ReadField['places']
  /** Page of the document that it was read from; absent: the first, or a picture. */
  readonly page?: number
  readonly match: Match
  /** A validity that is over. */
  readonly isExpired: boolean
}

export type MatrixRow = Pick<FormFact, 'fact' | 'subject' | 'path' | 'value'> & {
  readonly cells: readonly MatrixCell[]
}

/**
 * Puts what the papers say beside what the form says, fact by fact. Pure. Rows without any reading stay: an empty row is
 * something to look at. A number that its own check character denies is `unknown` unless it equals the form, for then
 * the form has the same fault. A reading that lacks a character is `unknown` whatever the form says. `today`, a date in
 * China, tells which papers have run out.
 */
export function crossMatrix(
  application: Application,
  readings: readonly DocumentReading[],
  today: string,
): readonly MatrixRow[] {
  return formFacts(application).map((fact) => ({
    fact: fact.fact,
    subject: fact.subject,
    path: fact.path,
    value: fact.value,
    cells: readings.flatMap((reading) => cellsOf(fact, reading, today)),
  }))
}

function cellsOf(fact: FormFact, reading: DocumentReading, today: string): readonly MatrixCell[] {
  return fact.sources
    .filter((source) => source.concerns(reading))
    .flatMap((source) =>
      reading.fields
        .filter(({ field }) => field === source.field)
        .map((field) => ({
          column: source.column,
          documentId: reading.documentId,
          field: field.field,
          value: field.value,
          confidence: field.confidence,
          proof: field.proof,
          isCorrected: field.isCorrected,
          readAs: field.readAs ?? field.value,
          places: field.places,
          ...(field.page === undefined ? {} : { page: field.page }),
          match: matchOf(fact.form, fact.value, field),
          isExpired: fact.fact === 'validity' && isPast(field.value, today),
        })),
    )
}

function isPast(value: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && value < today
}

function matchOf(form: FactForm, formValue: string | null, field: CorrectableField): Match {
  if (field.proof === 'incomplete' && !field.isCorrected) {
    return { match: 'unknown' }
  }
  const match = compared(form, formValue, field.value)
  const isDoubtful = field.proof === 'wrong-check-digit' || field.proof === 'doubtful'
  return match.match === 'different' && isDoubtful && !field.isCorrected ? { match: 'unknown' } : match
}

function compared(form: FactForm, formValue: string | null, value: string): Match {
  switch (form) {
    case 'region':
      return compareNumberRegion(formValue, value)
    case 'authority':
      return compareAuthority(formValue, value)
    case 'qr-code':
      return compareValues('number', formValue, creditCodeIn(value))
    default:
      return compareValues(form, formValue, value)
  }
}
