import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { changesOf } from './changes'
import { defineCheck } from './defineCheck'
import { compareWithRecord, RECORD_FIELDS, recordOf, type Compared } from './recordedFields'
import { fail, field, pass, unsure } from './verdicts'
import { gather } from '../gather'

const fields = z.array(z.enum(RECORD_FIELDS))

/**
 * The form says what the administration's record says. Without a record, or where it does not show a field, a person
 * compares. Differences that may be changed after access do not break the rule; they are told.
 */
export const matchesRecord = defineCheck(
  'matches-record',
  {
    mustMatch: fields,
    mayChange: fields.default([]),
    /** With one of these papers a person decides on a difference. */
    proof: z.array(z.enum(DOCUMENT_KINDS)).default([]),
    /** Fields that a change order names are not compared: they are to differ. */
    exceptChanged: z.boolean().default(false),
    /** `person-reads` where the rule asks for more than this comparison. */
    then: z.enum(['pass', 'person-reads']).default('pass'),
  },
  (context, { mustMatch, mayChange, proof, exceptChanged, then }) => {
    const record = recordOf(context.application)
    if (record === undefined) {
      return unsure({
        evidence: [field('application.existing')],
        expected: mustMatch.join(' / ') || undefined,
      })
    }
    const compared = gather(mustMatch, (name) => compareWithRecord(context, record, name)).filter(
      ({ path }) => !exceptChanged || changesOf(context.application, [withoutRoot(path)]).length === 0,
    )
    const differing = compared.filter(({ state }) => state === 'differs')
    const unknown = compared.filter(({ state }) => state === 'unknown')
    if (differing.length > 0) {
      const papers = context.documents.filter(({ kind }) => proof.includes(kind))
      const read = papers.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
      const ground = groundOf(differing)
      return (papers.length > 0 ? unsure : fail)({ ...ground, evidence: [...ground.evidence, ...read] })
    }
    if (unknown.length > 0) {
      return unsure(groundOf(unknown))
    }
    const later = gather(mayChange, (name) => compareWithRecord(context, record, name)).filter(
      ({ state }) => state === 'differs',
    )
    const same = compared.map(({ path }) => field(path))
    const { measured, expected } = groundOf(later)
    const evidence = [...same, ...later.map(({ path }) => field(path))]
    return (then === 'pass' ? pass : unsure)({
      evidence: evidence.length > 0 ? evidence : [field('application.existing')],
      ...(later.length > 0 ? { measured, expected } : {}),
    })
  },
)

/** `application.entity.name` as changes write it, `entity.name`. */
function withoutRoot(path: string): string {
  return path.replace(/^application\./, '')
}

function groundOf(compared: readonly Compared[]): {
  readonly evidence: ReturnType<typeof field>[]
  readonly measured: string
  readonly expected: string
} {
  return {
    evidence: compared.map(({ path }) => field(path)),
    measured: compared.map(({ filed }) => filed).join('; '),
    expected: compared.map(({ recorded }) => recorded).join('; '),
  }
}
