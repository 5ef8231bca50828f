import { checkPhone } from '../../domain/identifiers/phone'
import { personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, worstOf } from './verdicts'

/** An office number that was given carries an area code. Whether it is that of the address, a person sees. */
export const landline = defineCheck('landline', {}, (context) =>
  worstOf(
    personsOf(context)
      .filter(({ person }) => person.landline !== undefined && person.landline !== '')
      .map(({ person: { landline: typed = '' }, path }) => {
        const phone = checkPhone(typed)
        return (phone.ok && phone.kind === 'landline' ? pass : fail)({
          evidence: [field(`${path}.landline`)],
          measured: masked(typed),
          expected: '0xx-xxxxxxxx',
        })
      }),
  ),
)
