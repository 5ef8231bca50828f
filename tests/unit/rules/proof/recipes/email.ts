import { everybody, servicePrincipals } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const email: Recipe<'email'> = (_, draft) => {
  const mailbox = (text: string) => everybody(draft, { email: text })
  return {
    breaks: [
      fails('a mailbox without @', mailbox('wang.example.com')),
      fails('the service principal alone has none', servicePrincipals(draft, { email: '-' })),
    ],
    keeps: [passes('a mailbox', mailbox('wang@example.com'))],
    boundary: [
      passes('64 characters before the @', mailbox(`${'a'.repeat(64)}@example.com`)),
      fails('65 characters before the @', mailbox(`${'a'.repeat(65)}@example.com`)),
      passes('a dot between letters', mailbox('wang.yang@example.com')),
      fails('a dot before the @', mailbox('wang.@example.com')),
      fails('two dots in a row', mailbox('wang..yang@example.com')),
      fails('an address behind the @', mailbox('wang@203.0.113.7')),
    ],
  }
}
