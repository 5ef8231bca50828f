import type { LineConcern } from './checklist'
import type { Rule } from './rule'

type Condition = NonNullable<Rule['when']>[number]
type ConditionFact = LineConcern['conditions'][number]

/** Words shown of a list; a rule may look for hundreds. */
const MOST_VALUES = 6

/** What a rule concerns, as the checklist tells it: a line is there because all of this holds for the case. */
export function concernOf(rule: Pick<Rule, 'appliesTo' | 'when'>): LineConcern {
  const { entity, filingTypes, service } = rule.appliesTo
  return { entity, filingTypes: [...filingTypes], service, conditions: (rule.when ?? []).map(factOf) }
}

function factOf(condition: Condition): ConditionFact {
  switch (condition.is) {
    case 'principals-differ':
    case 'pre-approval-declared':
      return { is: condition.is, values: [] }
    case 'principal-other-than-legal-representative':
      return { is: condition.is, values: condition.persons }
    case 'person-certificate':
      return condition.anyOf === undefined
        ? { is: 'person-certificate-other-than', values: condition.noneOf ?? [] }
        : { is: condition.is, values: condition.anyOf }
    case 'outside-province':
      return { is: condition.is, values: [condition.of] }
    case 'changed':
      return { is: condition.is, values: condition.fields.slice(0, MOST_VALUES) }
    case 'more-than': {
      const { individual, organization } = condition
      const bounds = [individual, organization].filter((bound) => bound !== undefined)
      return { is: `more-${condition.counts}`, values: [...new Set(bounds)].map(String) }
    }
    default:
      return { is: condition.is, values: condition.anyOf.slice(0, MOST_VALUES) }
  }
}
