import { entity, papers, twoPersons } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

export const legalRepresentative: Recipe<'legal-representative'> = (check, draft, conditions) => {
  const { persons, letter, otherwise } = check
  if (draft.entity.kind === 'individual') {
    return undefined
  }
  const led = (name: string) => entity(draft, { legalRepresentative: name })
  const { name } = draft.entity.principal
  const another = led('赵别')
  const refused = !letter && otherwise === 'person-reads' ? asks : fails
  const lettered = letter || otherwise === 'person-reads' ? asks : fails
  // A rule about principals who are not the legal representative leaves alone those who are.
  const met = conditions.some(({ is }) => is === 'principal-other-than-legal-representative')
    ? concernsNot
    : passes
  return {
    breaks: [refused('led by somebody else', another)],
    keeps: [met('led by the principal', led(name))],
    boundary: [
      lettered('led by somebody else, with a letter', papers(another, 'authorization-letter')),
      refused('a name one character longer', led(`${name}样`)),
      met('the name with a space in it', led(`${name.slice(0, 1)} ${name.slice(1)}`)),
      asks('no legal representative named', led('')),
      (persons.includes('service-principals') ? refused : met)(
        'somebody else answers for the service',
        twoPersons(led(name)),
      ),
    ],
  }
}
