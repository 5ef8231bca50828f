import { z } from 'zod'
import { distinctPersons, PERSON_ROLES, personsOf } from './caseFacts'
import { addMonths } from './dates'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/**
 * Resident cards are no temporary ones, which run for a few months only (three, by the rules on temporary resident
 * identity cards). A card that still runs longer than that, or ran longer from its first day, is none.
 */
export const temporaryCard = defineCheck(
  'temporary-card',
  {
    persons: z.array(z.enum(PERSON_ROLES)).min(1),
    /** For how many months a temporary card runs. */
    months: z.number().int().positive(),
  },
  (context, { persons, months }) =>
    worstOf(
      distinctPersons(personsOf(context, persons))
        .filter(({ person }) => person.certificate.type === 'resident-id')
        .map(({ person, path }) => {
          const { validFrom, validTo } = person.certificate
          const evidence = [field(`${path}.certificate.validTo`)]
          if (validTo === undefined) {
            return unsure({ evidence })
          }
          if (validTo === 'long-term' || validTo > addMonths(context.submittedOn, months)) {
            return pass({ evidence, measured: validTo })
          }
          if (validFrom === undefined) {
            return unsure({ evidence, measured: validTo })
          }
          const longer = validTo > addMonths(validFrom, months)
          return (longer ? pass : fail)({
            evidence,
            measured: `${validFrom} – ${validTo}`,
            expected: `> ${addMonths(validFrom, months)}`,
          })
        }),
    ),
)
