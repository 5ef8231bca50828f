import { everybody, servicePrincipals } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const mobile: Recipe<'mobile'> = (_, draft) => {
  const number = (text: string) => everybody(draft, { mobile: text })
  const emergency = (text: string) => everybody(draft, { emergencyPhone: text })
  return {
    breaks: [
      fails('a landline', number('0571-88888888')),
      fails('the service principal alone has none', servicePrincipals(draft, { mobile: '-' })),
    ],
    keeps: [passes('a mobile number', number('13800000001'))],
    boundary: [
      fails('a digit less', number('1380000000')),
      fails('a digit more', number('138000000011')),
      fails('a second digit that no operator has', number('12800000001')),
      passes('with the country before it', number('+86 138 0000 0001')),
      fails('with another country before it', number('+852 9123 4567')),
      passes('an emergency number that is a landline', emergency('0571-88888888')),
      fails('an emergency number without its area', emergency('88888888')),
      passes('no emergency number', emergency('')),
    ],
  }
}
