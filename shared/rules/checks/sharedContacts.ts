import { z } from 'zod'
import { tidy } from '../../domain/identifiers/tidy'
import { distinctPersons, personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, notApplicable, pass, worstOf } from './verdicts'
import { gather } from '../gather'

/**
 * Different persons of this filing do not share a number or a mailbox. Other entities' filings are not in a case and
 * are not compared; `measured` says how many persons were.
 */
export const sharedContacts = defineCheck(
  'shared-contacts',
  { fields: z.array(z.enum(['mobile', 'email'])).min(1) },
  (context, { fields }) => {
    const persons = distinctPersons(personsOf(context))
    const [first, ...others] = persons
    if (first === undefined || others.length === 0) {
      const evidence = fields.map((name) => field(`application.entity.principal.${name}`))
      return notApplicable({ evidence, measured: '1' })
    }
    return worstOf(
      gather(fields, (name) =>
        persons.map(({ person, path }, index) => {
          const value = tidy(person[name])
          const sharing = persons.filter(
            (other, place) => place !== index && tidy(other.person[name]) === value,
          )
          if (sharing.length === 0) {
            return pass({ evidence: [field(`${path}.${name}`)], measured: String(persons.length) })
          }
          return fail({ evidence: [field(`${path}.${name}`)], measured: masked(person[name]) })
        }),
      ),
    )
  },
)
