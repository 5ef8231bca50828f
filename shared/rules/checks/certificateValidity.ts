import { z } from 'zod'
import { certificateHolderSchema, certificatesOf } from './certificateHolders'
import { boundText, comparisonSchema, countedFromSchema, reaches } from './comparison'
import { addMonths } from './dates'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Certificates are valid for so many months from the day of submission or of review; 长期 always is. */
export const certificateValidity = defineCheck(
  'certificate-validity',
  {
    holders: z.array(certificateHolderSchema).min(1),
    months: z.number().int().min(0),
    comparison: comparisonSchema,
    on: countedFromSchema,
    /** A missing end of validity: read it from the picture, or take a certificate that never states one. */
    whenUnstated: z.enum(['person-reads', 'pass']).default('person-reads'),
  },
  (context, { holders, months, comparison, on, whenUnstated }) => {
    const bound = addMonths(on === 'submission' ? context.submittedOn : context.today, months)
    const expected = boundText(bound, comparison)
    return worstOf(
      certificatesOf(context, holders).map(({ certificate: { validTo }, path }) => {
        const evidence = [field(`${path}.validTo`)]
        if (validTo === undefined) {
          return (whenUnstated === 'pass' ? pass : unsure)({ evidence, expected })
        }
        const valid = validTo === 'long-term' || reaches(validTo, bound, comparison)
        return (valid ? pass : fail)({ evidence, measured: validTo, expected })
      }),
    )
  },
)
