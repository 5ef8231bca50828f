import { everybody } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

export const landline: Recipe<'landline'> = (_, draft) => {
  const number = (text: string) => everybody(draft, { landline: text })
  return {
    breaks: [fails('a number without its area', number('88888888'))],
    keeps: [passes('area and number', number('0571-88888888'))],
    boundary: [
      passes('seven digits', number('0571-8888888')),
      fails('six digits', number('0571-888888')),
      passes('with an extension', number('0571-88888888-801')),
      fails('a mobile number', number('13800000001')),
      fails('a number that its owner pays for', number('4008888888')),
      concernsNot('no number', number('')),
    ],
  }
}
