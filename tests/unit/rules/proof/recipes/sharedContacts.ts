import { servicePrincipals, twoPersons } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

export const sharedContacts: Recipe<'shared-contacts'> = ({ fields }, draft) => {
  const two = twoPersons(draft)
  const own = draft.entity.principal
  const apart = { mobile: `${own.mobile.slice(0, -1)}9`, email: `a${own.email}` }
  const other = { mobile: own.mobile.replace(/^(.{3})/, '$1 '), email: own.email.toUpperCase() }
  const free = (['mobile', 'email'] as const).filter((name) => !fields.includes(name))
  return {
    breaks: fields.map((name) =>
      fails(`two persons, one ${name}`, servicePrincipals(two, { [name]: own[name] })),
    ),
    keeps: [passes('two persons, nothing shared', two)],
    boundary: [
      ...fields.map((name) =>
        passes(`${name} one character apart`, servicePrincipals(two, { [name]: apart[name] })),
      ),
      ...fields.map((name) =>
        fails(`the same ${name} typed otherwise`, servicePrincipals(two, { [name]: other[name] })),
      ),
      ...free.map((name) =>
        passes(`${name}, of which nothing is asked`, servicePrincipals(two, { [name]: own[name] })),
      ),
      concernsNot('one person in both roles', draft),
    ],
  }
}
