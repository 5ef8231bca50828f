import { z } from 'zod'
import { canonicalJson } from '../canonicalJson'
import { localizedSchema } from './localized'
import type { Rule } from './rule'
import type { RulePack } from './rulePack'

/** A field by its dotted path, `check.days`; null where it is not there. Lists are one field. */
const fieldChangeSchema = z.strictObject({ field: z.string(), before: z.json(), after: z.json() })
type FieldChange = z.output<typeof fieldChangeSchema>
type Json = FieldChange['before']

const ruleNoteSchema = z.strictObject({ id: z.string(), title: localizedSchema })
const changedRuleSchema = ruleNoteSchema.extend({ fields: z.array(fieldChangeSchema) })
const packNameSchema = z.strictObject({ version: z.string(), effectiveFrom: z.string() })

/** What one pack says otherwise than another, by rule; each list in the order of ids. */
export const packDiffSchema = z.strictObject({
  from: packNameSchema,
  to: packNameSchema,
  added: z.array(ruleNoteSchema),
  removed: z.array(ruleNoteSchema),
  /** Got a last day that it had not; whatever else changed stands here as well. */
  ended: z.array(changedRuleSchema),
  changed: z.array(changedRuleSchema),
})
export type PackDiff = z.output<typeof packDiffSchema>
export type ChangedRule = z.output<typeof changedRuleSchema>

/** Compares two packs. Pure; places in a file and in the pack do not count, only what a rule says. */
export function diffPacks(from: RulePack, to: RulePack): PackDiff {
  const before = rulesById(from)
  const after = rulesById(to)
  const both = [...before].flatMap(([id, rule]) => {
    const next = after.get(id)
    const fields = next === undefined ? [] : fieldChanges(rule, next, '')
    return next === undefined || fields.length === 0 ? [] : [{ rule, next, fields }]
  })
  const isEnded = ({ rule, next }: (typeof both)[number]): boolean =>
    rule.effectiveTo === null && next.effectiveTo !== null
  const note = ({ next, fields }: (typeof both)[number]): ChangedRule => ({ ...noteOf(next), fields })
  return {
    from: { version: from.version, effectiveFrom: from.effectiveFrom },
    to: { version: to.version, effectiveFrom: to.effectiveFrom },
    added: [...after.values()].filter(({ id }) => !before.has(id)).map(noteOf),
    removed: [...before.values()].filter(({ id }) => !after.has(id)).map(noteOf),
    ended: both.filter(isEnded).map(note),
    changed: both.filter((entry) => !isEnded(entry)).map(note),
  }
}

/** Every rule of a pack, the divisions' included, in the order of ids. */
export function rulesById(pack: RulePack): ReadonlyMap<string, Rule> {
  const rules = [...pack.general, ...Object.values(pack.byProvince).flat()]
  return new Map(rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, rule]))
}

function noteOf({ id, title }: Rule): z.output<typeof ruleNoteSchema> {
  return { id, title: { zh: title.zh, en: title.en } }
}

function fieldChanges(before: unknown, after: unknown, field: string): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return names.flatMap((name) =>
      fieldChanges(before[name], after[name], field === '' ? name : `${field}.${name}`),
    )
  }
  const isSame = canonicalJson(before ?? null) === canonicalJson(after ?? null)
  return isSame ? [] : [{ field, before: jsonOf(before), after: jsonOf(after) }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Rules come from JSON and hold nothing else. */
function jsonOf(value: unknown): Json {
  return (value ?? null) as Json
}
