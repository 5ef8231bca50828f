import { z } from 'zod'
import { tidy } from '../../domain/identifiers/tidy'
import { personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { textsAt, wordsIn, wordsSchema } from './textPlaces'
import { masked } from './masked'
import { fail, field, pass, unsure, worstOf } from './verdicts'
import { gather } from '../gather'

/** Emergency numbers are there, and are not the principal's own or any principal's mobile number. */
export const emergencyNumber = defineCheck(
  'emergency-number',
  {
    required: z.boolean(),
    differsFrom: z.array(z.enum(['own-mobile', 'every-principal-mobile'])),
    /** A remark has to say whose number it is; without one of these words a person reads the remarks. */
    remarkMentions: wordsSchema.default([]),
  },
  (context, { required, differsFrom, remarkMentions }) => {
    const persons = personsOf(context)
    const mobiles = persons.map(({ person }) => tidy(person.mobile))
    const remarks = textsAt(context, ['entity-remarks', 'service-remarks'])
    const explained =
      remarkMentions.length === 0 || remarks.some(({ text }) => wordsIn(text, remarkMentions).length > 0)
    return worstOf(
      gather(persons, ({ person, path }) => {
        const evidence = [field(`${path}.emergencyPhone`)]
        const number = tidy(person.emergencyPhone ?? '')
        if (number === '') {
          return required ? [fail({ evidence })] : []
        }
        const taken = [
          ...(differsFrom.includes('own-mobile') ? [tidy(person.mobile)] : []),
          ...(differsFrom.includes('every-principal-mobile') ? mobiles : []),
        ]
        const ground = {
          evidence,
          measured: masked(person.emergencyPhone ?? ''),
          expected: [...new Set(taken)].map((other) => `≠ ${masked(other)}`).join(', ') || undefined,
        }
        return [(taken.includes(number) ? fail : explained ? pass : unsure)(ground)]
      }),
    )
  },
)
