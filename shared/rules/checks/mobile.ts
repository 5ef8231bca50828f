import { checkPhone } from '../../domain/identifiers/phone'
import { personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, worstOf } from './verdicts'
import { gather } from '../gather'

/** Mobile and emergency numbers have the form of a mainland mobile number; the emergency one may be a landline. */
export const mobile = defineCheck('mobile', {}, (context) =>
  worstOf(
    gather(personsOf(context), ({ person, path }) => {
      const own = checkPhone(person.mobile)
      const judgedOwn = (own.ok && own.kind === 'mobile' ? pass : fail)({
        evidence: [field(`${path}.mobile`)],
        measured: masked(person.mobile),
      })
      if (person.emergencyPhone === undefined || person.emergencyPhone === '') {
        return [judgedOwn]
      }
      const judgedOther = (checkPhone(person.emergencyPhone).ok ? pass : fail)({
        evidence: [field(`${path}.emergencyPhone`)],
        measured: masked(person.emergencyPhone),
      })
      return [judgedOwn, judgedOther]
    }),
  ),
)
