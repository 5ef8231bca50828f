import { z } from 'zod'
import { CERTIFICATE_TYPES } from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import { distinctPersons, PERSON_ROLES, personsOf, type PersonAt } from './caseFacts'
import type { CheckContext } from './checkContext'
import { addMonths } from './dates'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  persons: z.array(z.enum(PERSON_ROLES)).min(1),
  accepted: z.array(z.enum(CERTIFICATE_TYPES)).min(1),
  /** A residence permit of Hong Kong, Macao or Taiwan residents runs longer than so many months. */
  residencePermitMonths: z.number().int().positive().optional(),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

const RESIDENCE_PERMIT = 'hkmt-residence-permit'

/**
 * People from Hong Kong, Macao and Taiwan bring an accepted paper. Whether a passport is that of a foreigner, who may
 * use it, or one of Hong Kong only its picture shows.
 */
export const nonMainlandPapers = defineCheck('non-mainland-papers', shape, (context, params) =>
  worstOf(
    distinctPersons(personsOf(context, params.persons))
      .filter(({ person }) => person.certificate.type !== 'resident-id')
      .map((person) => judgePerson(context, person, params)),
  ),
)

function judgePerson(
  { submittedOn }: CheckContext,
  { person, path }: PersonAt,
  { accepted, residencePermitMonths }: Params,
): MachineVerdict {
  const { type, validTo } = person.certificate
  const ground = {
    evidence: [field(`${path}.certificate.type`)],
    measured: type,
    expected: accepted.join(' / '),
  }
  if (!accepted.includes(type)) {
    return (type === 'passport' || type === 'foreign-permanent-resident' ? unsure : fail)(ground)
  }
  if (type !== RESIDENCE_PERMIT || residencePermitMonths === undefined || validTo === 'long-term') {
    return pass(ground)
  }
  const bound = addMonths(submittedOn, residencePermitMonths)
  const validity = {
    evidence: [field(`${path}.certificate.validTo`)],
    measured: validTo,
    expected: `> ${bound}`,
  }
  return (validTo === undefined ? unsure : validTo > bound ? pass : fail)(validity)
}
