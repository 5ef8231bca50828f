import { tidy } from '../../domain/identifiers/tidy'
import { distinctPersons, isSamePerson, personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, worstOf } from './verdicts'
import { gather } from '../gather'

/** Somebody named at several places of the form has the same name and contact data at all of them. */
export const personConsistency = defineCheck('person-consistency', {}, (context) => {
  const all = personsOf(context)
  return worstOf(
    gather(distinctPersons(all), (first) =>
      all
        .filter((other) => isSamePerson(other.person, first.person))
        .map(({ person, path }) => {
          const differing = (['name', 'mobile', 'email'] as const).filter(
            (name) => tidy(person[name]) !== tidy(first.person[name]),
          )
          const [shown] = differing
          if (shown === undefined) {
            return pass({ evidence: [field(path)] })
          }
          return fail({
            evidence: differing.map((name) => field(`${path}.${name}`)),
            measured: shown === 'name' ? person.name : masked(person[shown]),
            expected: shown === 'name' ? first.person.name : masked(first.person[shown]),
          })
        }),
    ),
  )
})
