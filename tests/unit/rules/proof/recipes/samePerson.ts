import { servicePrincipals, twoPersons } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const samePerson: Recipe<'same-person'> = (_, draft) => {
  const { certificate } = draft.entity.principal
  const same = servicePrincipals(draft, draft.entity.principal)
  const numbered = (number: string) => servicePrincipals(same, { certificate: { ...certificate, number } })
  return {
    breaks: [fails('another person', twoPersons(draft))],
    keeps: [passes('the same person', same)],
    boundary: [
      passes('the same number under a name typed otherwise', servicePrincipals(same, { name: '王 样' })),
      fails('the same name, one digit apart', numbered(certificate.number.replace(/\d$/, '7'))),
      passes('the same number with a space', numbered(certificate.number.replace(/^(.{6})/, '$1 '))),
    ],
  }
}
