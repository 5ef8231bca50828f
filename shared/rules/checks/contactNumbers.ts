import { z } from 'zod'
import { tidy } from '../../domain/identifiers/tidy'
import { distinctPersons, personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass } from './verdicts'
import { gather } from '../gather'

/** Over mobile and emergency fields of entity and services, so many different numbers appear. */
export const contactNumbers = defineCheck(
  'contact-numbers',
  { onePerson: z.number().int().positive(), severalPersons: z.number().int().positive() },
  (context, { onePerson, severalPersons }) => {
    const persons = personsOf(context)
    const numbers = gather(persons, ({ person }) => [person.mobile, person.emergencyPhone ?? ''])
    const different = new Set(numbers.map(tidy).filter((number) => number !== ''))
    const wanted = distinctPersons(persons).length > 1 ? severalPersons : onePerson
    const ground = {
      evidence: gather(persons, ({ path }) => [field(`${path}.mobile`), field(`${path}.emergencyPhone`)]),
      measured: String(different.size),
      expected: `≥ ${String(wanted)}`,
    }
    return (different.size >= wanted ? pass : fail)(ground)
  },
)
