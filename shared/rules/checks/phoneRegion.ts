import { z } from 'zod'
import { provinceCodeSchema } from '../../domain/filing'
import { provinceOfMobile } from '../../domain/identifiers/mobileRegion'
import { checkPhone } from '../../domain/identifiers/phone'
import { provinceByCode } from '../../domain/provinces'
import type { MachineVerdict } from '../checklist'
import { PERSON_ROLES, personsOf, type PersonAt } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/**
 * Mobile numbers of persons were handed out in the division of the filing, or in one that it takes as well. A number
 * whose beginning the table of numbers does not know is looked up by a person.
 */
export const phoneRegion = defineCheck(
  'phone-region',
  {
    persons: z.array(z.enum(PERSON_ROLES)).min(1),
    /** Divisions accepted besides the one of the filing. */
    alsoFrom: z.array(provinceCodeSchema).default([]),
  },
  (context, { persons, alsoFrom }) => {
    const accepted = [context.province, ...alsoFrom]
    return worstOf(personsOf(context, persons).map((person) => judgePerson(person, accepted)))
  },
)

function judgePerson({ person, path }: PersonAt, accepted: readonly string[]): MachineVerdict {
  const evidence = [field(`${path}.mobile`)]
  const expected = accepted.map(nameOf).join(' / ')
  const phone = checkPhone(person.mobile)
  const province = phone.ok && phone.kind === 'mobile' ? provinceOfMobile(phone.number) : undefined
  if (province === undefined) {
    return unsure({ evidence, measured: masked(person.mobile), expected })
  }
  const judged = accepted.includes(province) ? pass : fail
  return judged({ evidence, measured: `${masked(person.mobile)} ${nameOf(province)}`, expected })
}

function nameOf(code: string): string {
  return provinceByCode(code)?.nameZh ?? code
}
