import { z } from 'zod'
import { checkSchema } from './checks/checks'
import { CAUTIONS, CHECKLIST_GROUPS, ruleSourceSchema, RULE_STAGES, SEVERITIES } from './checklist'
import type { ruleConflictSchema } from './checklist'
import { conditionSchema } from './conditions'
import { localizedSchema } from './localized'
import { ruleFactSchema } from './ruleFacts'
import { SAMPLED_PARTS } from './sampledParts'
import { dateSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'

/** What a rule is about, as the research grouped it. */
const RULE_KINDS = [
  'address',
  'document',
  'domain',
  'limit',
  'naming',
  'other',
  'person',
  'phone',
  'restriction',
  'verification',
] as const

/** `national:…` for every division, `desk:…` for standards and the provider's own order, else a division's code. */
export const ruleIdSchema = z.string().regex(/^(national|desk|[1-6]\d0000):[a-z0-9]+(-[a-z0-9]+)*$/)

const nonEmptyText = localizedSchema.extend({ zh: z.string().min(1), en: z.string().min(1) })

/** A rule as it stands in a file of a pack. `source` names an entry of the pack's table of sources. */
export const ruleEntrySchema = z.strictObject({
  id: ruleIdSchema,
  kind: z.enum(RULE_KINDS),
  group: z.enum(CHECKLIST_GROUPS),
  stage: z.enum(RULE_STAGES),
  /** Rules of one topic say something about the same thing. */
  topic: z.string().optional(),
  /** A division's rule of the same topic takes the place of this one. */
  yieldsToProvince: z.boolean().optional(),
  /** Topic whose blocking line answers for this one as well: one look, not two. */
  judgedWith: z.string().optional(),
  title: nonEmptyText,
  requirement: nonEmptyText,
  /** Present where no Chinese wording of the requirement exists, so that the title stands in for it. */
  requirementZhFrom: z.literal('title').optional(),
  appliesTo: z.strictObject({
    entity: z.enum(['individual', 'organization', 'both']),
    filingTypes: z.array(z.enum(FILING_TYPES)).min(1),
    service: z.enum(['website', 'app', 'both']),
  }),
  severity: z.enum(SEVERITIES),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  confidence: z.enum(['guide', 'published', 'inferred']),
  source: z.strictObject({
    key: z.string(),
    path: z.string().optional(),
    checked: z.enum(['re-read', 'from-notes']),
  }),
  cautions: z.array(z.enum(CAUTIONS)),
  /** What the rule says, for people; `check` and `when` are what the machine reads. */
  facts: z.array(ruleFactSchema),
  /** Keys of further sources that say the same. */
  corroboratedBy: z.array(z.string()).optional(),
  conflictsWith: z
    .array(
      z.union([
        z.strictObject({ source: z.string(), says: nonEmptyText.optional() }),
        z.strictObject({ rule: ruleIdSchema, says: nonEmptyText.optional() }),
      ]),
    )
    .optional(),
  /** Why the last day is taken to be that one: few ends are published. */
  effectiveToBasis: nonEmptyText.optional(),
  /** The rule from which this one was concluded. */
  derivedFrom: ruleIdSchema.optional(),
  /** Practice of a single provider, not asked for by an administration. */
  providerSpecific: z.literal(true).optional(),
  /** The rule that took its place. */
  supersededBy: ruleIdSchema.optional(),
  /** The source is older than App filing (2023): for Apps the rule is an assumption. */
  appScopeInferred: z.boolean().optional(),
  /** All must hold, or the line does not apply to the case. */
  when: z.array(conditionSchema).optional(),
  check: checkSchema.optional(),
  /** The SMS verification it asks for: real hours from the message on, and where a failure leads. */
  sms: z
    .strictObject({ hours: z.number().int().min(1).max(720), onFailure: z.enum(['return', 'reject']) })
    .optional(),
  /** The ministry looks at it in its samples; such lines stand first. */
  sampled: z.enum(SAMPLED_PARTS).optional(),
  reasonIds: z.array(z.string()),
})
export type RuleEntry = z.output<typeof ruleEntrySchema>

type RuleSource = z.output<typeof ruleSourceSchema>

/** A rule with its sources in full. */
export type Rule = Omit<RuleEntry, 'source' | 'corroboratedBy' | 'conflictsWith'> & {
  readonly source: RuleSource & {
    readonly path?: string | undefined
    readonly checked: 're-read' | 'from-notes'
  }
  readonly corroboratedBy: readonly RuleSource[]
  readonly conflictsWith: ReadonlyArray<z.output<typeof ruleConflictSchema>>
}

/** Name of a pack and of its folder, `2026-11-21`; `2026-11-21-2` the second of that day. */
export const packVersionSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/)

export const packManifestSchema = z.strictObject({
  version: packVersionSchema,
  /** First day on which filings are judged by it. */
  effectiveFrom: dateSchema,
  title: localizedSchema,
  /** Number of rules in each file without `.json`; a file that lost or gained some is refused. */
  counts: z.record(z.string().regex(/^(national|desk|[1-6]\d0000)$/), z.number().int()),
})
export type PackManifest = z.output<typeof packManifestSchema>

export const packSourcesSchema = z.strictObject({ sources: z.array(ruleSourceSchema) })
export const ruleFileSchema = z.strictObject({ rules: z.array(z.unknown()) })
