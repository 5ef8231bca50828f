import { entity } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const addressSymbols: Recipe<'address-symbols'> = (_, draft) => {
  const at = (ending: string) => entity(draft, { mailingAddress: `样例市样例区样例路${ending}` })
  return {
    breaks: [fails('building, unit and room with hyphens', at('1号3-2-301'))],
    keeps: [passes('building, unit and room in words', at('1号3栋2单元301室'))],
    boundary: [
      fails('a wide hyphen between numbers', at('1号3－2')),
      fails('a stroke between numbers', at('1号3/2')),
      fails('a sign in the place of the word', at('1号301#')),
      passes('a hyphen behind a letter', at('1号A-2座')),
    ],
  }
}
