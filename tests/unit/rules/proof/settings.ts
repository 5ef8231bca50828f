import { FILING_TYPES, type FilingType } from '../../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../../shared/domain/provinces'
import type { Rule } from '../../../../shared/rules/rule'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { rulesInForce } from '../../../../shared/rules/rulesInForce'
import { canMeet, isOpen, meeting } from './conditionDrafts'
import { caseOf, draftOf, type Draft } from './draft'

const USUAL_PROVINCE = '330000'
/** Checks that compare what is on file with what shall stand there: only a change order has something to compare. */
const ABOUT_CHANGES: readonly string[] = ['change-policy', 'domain-change', 'locked-fields']

/** A filing that the rule is about, with whether its conditions are known to hold. */
export interface RuleSetting {
  readonly draft: Draft
  /** A condition cannot be settled from the case: the rule asks a person where it would find itself broken. */
  readonly open: boolean
}

/** Sound filings that the rule is about: one for each kind of entity of which it says something. */
export function settingsOf(pack: RulePack, rule: Rule): readonly RuleSetting[] {
  const kinds = (['organization', 'individual'] as const).filter((kind) =>
    ['both', kind].includes(rule.appliesTo.entity),
  )
  return kinds.flatMap((kind) => settingOf(pack, rule, kind) ?? [])
}

function settingOf(pack: RulePack, rule: Rule, kind: Draft['entity']['kind']): RuleSetting | undefined {
  const service = rule.appliesTo.service === 'app' || rule.check?.name === 'app-features' ? 'app' : 'website'
  const conditions = rule.when ?? []
  for (const filingType of typesOf(rule)) {
    for (const province of provincesOf(rule)) {
      const plain = draftOf({ filingType, province, kind, service })
      if (stands(pack, rule, plain) && conditions.every((condition) => canMeet(plain, condition))) {
        const draft = conditions.reduce(meeting, plain)
        return { draft, open: conditions.some((condition) => isOpen(draft, condition)) }
      }
    }
  }
  return openSetting(pack, rule, kind)
}

/** More services than a filing can carry: whether there are so many, the case of a later filing leaves open. */
function openSetting(pack: RulePack, rule: Rule, kind: Draft['entity']['kind']): RuleSetting | undefined {
  const conditions = rule.when ?? []
  for (const filingType of typesOf(rule)) {
    const [province = USUAL_PROVINCE] = provincesOf(rule)
    const draft = draftOf({ filingType, province, kind, service: 'website' })
    if (stands(pack, rule, draft) && conditions.some((condition) => isOpen(draft, condition))) {
      return { draft, open: true }
    }
  }
  return undefined
}

function typesOf({ appliesTo, check, when = [] }: Rule): readonly FilingType[] {
  const asksForChange = when.some((condition) => condition.is === 'changed' && !condition.orOtherType)
  const wanted = asksForChange || ABOUT_CHANGES.includes(check?.name ?? '') ? ['change'] : FILING_TYPES
  return FILING_TYPES.filter((type) => wanted.includes(type) && appliesTo.filingTypes.includes(type))
}

/** A general rule is looked at where the division has none of its own that takes its place. */
function provincesOf({ id, when = [] }: Rule): readonly string[] {
  const own = id.split(':')[0] ?? ''
  if (/^\d/.test(own)) {
    return [own]
  }
  const asked = when.flatMap((condition) => (condition.is === 'province' ? condition.anyOf : []))
  return asked.length > 0 ? asked : [USUAL_PROVINCE, ...PROVINCES.map(({ code }) => code)]
}

function stands(pack: RulePack, rule: Rule, draft: Draft): boolean {
  return rulesInForce(pack, caseOf(draft)).some(({ id }) => id === rule.id)
}
