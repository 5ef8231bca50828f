import { compareValues, type ComparedForm, type Match } from './compareValues'
import { formFacts, type FormFact, type MatrixColumn } from './formFacts'
import type { DocumentFace, DocumentKind, DocumentOwner } from '../domain/documentKinds'
import type { Application } from '../domain/filing'
import type { ReadField } from '../reading/readField'

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
}

export type MatrixRow = Pick<FormFact, 'fact' | 'subject' | 'path' | 'value'> & {
  readonly cells: readonly MatrixCell[]
}

/**
 * Puts what the papers say beside what the form says, fact by fact. Pure. Rows without any reading stay: an empty row is
 * something to look at. A number that its own check character denies is `unknown` unless it equals the form, for then
 * the form has the same fault.
 */
export function crossMatrix(
  application: Application,
  readings: readonly DocumentReading[],
): readonly MatrixRow[] {
  return formFacts(application).map((fact) => ({
    fact: fact.fact,
    subject: fact.subject,
    path: fact.path,
    value: fact.value,
    cells: readings.flatMap((reading) => cellsOf(fact, reading)),
  }))
}

function cellsOf(fact: FormFact, reading: DocumentReading): readonly MatrixCell[] {
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
        })),
    )
}

function matchOf(form: ComparedForm, formValue: string | null, field: CorrectableField): Match {
  const match = compareValues(form, formValue, field.value)
  const isDoubtful = field.proof === 'wrong-check-digit' || field.proof === 'doubtful'
  return match.match === 'different' && isDoubtful && !field.isCorrected ? { match: 'unknown' } : match
}
