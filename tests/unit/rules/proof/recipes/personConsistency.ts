import { servicePrincipals } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const personConsistency: Recipe<'person-consistency'> = (_, draft) => {
  const { name, mobile, email, certificate } = draft.entity.principal
  const otherNumber = { ...certificate, number: '330100198505050045' }
  return {
    breaks: [
      fails('two names under one number', servicePrincipals(draft, { name: '李例' })),
      fails('two mobile numbers of one person', servicePrincipals(draft, { mobile: '13800000008' })),
      fails('two mailboxes of one person', servicePrincipals(draft, { email: 'li@example.com' })),
    ],
    keeps: [passes('the same at both places', draft)],
    boundary: [
      fails('one digit apart', servicePrincipals(draft, { mobile: `${mobile.slice(0, -1)}9` })),
      passes('a space in the number', servicePrincipals(draft, { mobile: mobile.replace(/(.{3})/, '$1 ') })),
      passes(
        'another person with other data',
        servicePrincipals(draft, { name: '李例', email, certificate: otherNumber }),
      ),
      fails('a character more in the name', servicePrincipals(draft, { name: `${name}样` })),
    ],
  }
}
