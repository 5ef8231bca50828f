import { z } from 'zod'
import { addDays } from '../../calendar/chinaTime'
import { provinceCodeSchema } from '../../domain/filing'
import { domainsOf } from './caseDomains'
import { boundText, comparisonSchema, countedFromSchema, reaches } from './comparison'
import { addMonths } from './dates'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** Registrations run on for so many days or months. */
export const domainValidity = defineCheck(
  'domain-validity',
  {
    days: z.number().int().min(0).optional(),
    months: z.number().int().min(0).optional(),
    /** Divisions with a margin of their own. */
    daysByProvince: z.record(provinceCodeSchema, z.number().int().min(0)).optional(),
    comparison: comparisonSchema,
    on: countedFromSchema,
  },
  (context, { days = 0, months = 0, daysByProvince, comparison, on }) => {
    const start = on === 'submission' ? context.submittedOn : context.today
    const bound = addDays(addMonths(start, months), daysByProvince?.[context.province] ?? days)
    const expected = boundText(bound, comparison)
    return worstOf(
      domainsOf(context).map(({ domain, path }) => {
        const ground = { evidence: [field(`${path}.expiresAt`)], measured: domain.expiresAt, expected }
        return (reaches(domain.expiresAt, bound, comparison) ? pass : fail)(ground)
      }),
    )
  },
)
