import type { Localized } from './localized'
import type { Rule, RuleEntry } from './rule'
import type { RulePackProblem } from './rulePack'

type Source = Rule['corroboratedBy'][number]
type Told = (field: string, message: string) => void

/** What a rule may refer to by key or id: the pack's table of sources, and the titles of all its rules. */
interface RuleReferences {
  readonly sources: ReadonlyMap<string, Source>
  readonly titles: ReadonlyMap<string, Localized>
}

/**
 * The rule with everything it refers to by key or id in full: its own source, those that say the same and those that
 * disagree. A reference to nothing is put down as a problem, and undefined comes back where it is the rule's source.
 */
export function resolveRule(
  entry: RuleEntry,
  file: string,
  references: RuleReferences,
  problems: RulePackProblem[],
): Rule | undefined {
  const tell: Told = (field, message) => problems.push({ file, ruleId: entry.id, field, message })
  const { source: reference, corroboratedBy = [], conflictsWith = [], ...rule } = entry
  const named = corroboratedBy.flatMap(
    (key, index) => sourceOf(key, `corroboratedBy.${String(index)}`, references, tell) ?? [],
  )
  const conflicts = conflictsWith.flatMap((conflict, index) => {
    const field = `conflictsWith.${String(index)}`
    const name =
      'source' in conflict
        ? sourceName(sourceOf(conflict.source, `${field}.source`, references, tell))
        : titleOf(conflict.rule, `${field}.rule`, references, tell)
    return name === undefined ? [] : [{ name, says: conflict.says }]
  })
  const source = sourceOf(reference.key, 'source.key', references, tell)
  if (rule.derivedFrom !== undefined) {
    titleOf(rule.derivedFrom, 'derivedFrom', references, tell)
  }
  if (source === undefined) {
    return undefined
  }
  return { ...rule, source: { ...source, ...reference }, corroboratedBy: named, conflictsWith: conflicts }
}

function sourceOf(key: string, field: string, { sources }: RuleReferences, tell: Told): Source | undefined {
  const source = sources.get(key)
  if (source === undefined) {
    tell(field, `no source ${key}`)
  }
  return source
}

function sourceName(source: Source | undefined): Localized | undefined {
  return source === undefined ? undefined : { zh: source.name, en: source.name }
}

function titleOf(id: string, field: string, { titles }: RuleReferences, tell: Told): Localized | undefined {
  const title = titles.get(id)
  if (title === undefined) {
    tell(field, `no rule ${id}`)
  }
  return title
}
