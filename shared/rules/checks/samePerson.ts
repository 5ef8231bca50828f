import { isSamePerson, personsOf, servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, worstOf } from './verdicts'

/** The service principal is the entity's principal. */
export const samePerson = defineCheck('same-person', {}, (context) => {
  if (servicesOf(context).length === 0) {
    return notApplicable({ evidence: [] })
  }
  const { principal } = context.application.entity
  return worstOf(
    personsOf(context, ['service-principals']).map(({ person, path }) =>
      (isSamePerson(person, principal) ? pass : fail)({
        evidence: [field(`${path}.name`)],
        measured: person.name,
        expected: principal.name,
      }),
    ),
  )
})
