import { z } from 'zod'
import { isLegalRepresentative, PERSON_ROLES, personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/**
 * Principals are the legal representative. With a letter accepted, another person needs one and somebody reads it;
 * with `otherwise: 'person-reads'` there are exceptions (foreign representatives, public bodies) to weigh.
 */
export const legalRepresentative = defineCheck(
  'legal-representative',
  {
    persons: z.array(z.enum(PERSON_ROLES)).min(1),
    letter: z.boolean(),
    otherwise: z.enum(['fail', 'person-reads']).default('fail'),
  },
  (context, { persons, letter, otherwise }) => {
    const letters = context.documents.filter(({ kind }) => kind === 'authorization-letter')
    const expected = context.application.entity.legalRepresentative
    return worstOf(
      personsOf(context, persons).map(({ person, path }) => {
        const ground = { evidence: [field(`${path}.name`)], measured: person.name, expected }
        const isLegal = isLegalRepresentative(context, person)
        if (isLegal === true) {
          return pass(ground)
        }
        if (isLegal === null) {
          return unsure({ ...ground, evidence: [field('application.entity.legalRepresentative')] })
        }
        if (!letter) {
          return (otherwise === 'fail' ? fail : unsure)(ground)
        }
        if (letters.length === 0) {
          const missing = { kind: 'missing-document', documentKind: 'authorization-letter' } as const
          return fail({ ...ground, evidence: [...ground.evidence, missing] })
        }
        const read = letters.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
        return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
      }),
    )
  },
)
