import { z } from 'zod'
import { localizedSchema } from './localized'
import { ruleFactSchema } from './ruleFacts'
import { SAMPLED_PARTS } from './sampledParts'
import { dateSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'

/**
 * A case's checklist as everybody sees it: the screen, the gate of a decision, the dossier. Lines come out of
 * `evaluateChecklist`; nobody writes them by hand.
 */

/** Review order of the provider practice (review practice, section 2): groups are shown and worked in this order. */
export const CHECKLIST_GROUPS = [
  'order',
  'entity',
  'persons',
  'service',
  'domain',
  'access',
  'documents',
  'verification',
  'other',
] as const
export type ChecklistGroup = (typeof CHECKLIST_GROUPS)[number]

/** `reject` cannot be cured inside the order, `return` is sent back for correction, `warn` needs judgement, `info` guides. */
export const SEVERITIES = ['reject', 'return', 'warn', 'info'] as const

/**
 * Step of the filing at which a rule is looked at. `provider-review` gates the first decision, `photo` the one about
 * the administrator's photo; `after` concerns the applicant once the case has left, `guidance` only explains.
 */
export const RULE_STAGES = ['provider-review', 'photo', 'after', 'guidance'] as const

export const MACHINE_VERDICTS = ['pass', 'fail', 'unsure', 'not-applicable'] as const
export type MachineVerdictCode = (typeof MACHINE_VERDICTS)[number]

export const PERSON_VERDICTS = ['ok', 'not-ok', 'not-applicable', 'not-looked-at'] as const
export type PersonVerdict = (typeof PERSON_VERDICTS)[number]

/** What a verdict is about: a field of the form (path as in `filing.json`), a document, or a document that is not there. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), path: z.string() }),
  z.strictObject({ kind: z.literal('document'), documentId: z.string() }),
  z.strictObject({ kind: z.literal('missing-document'), documentKind: z.string() }),
])
export type Evidence = z.output<typeof evidenceSchema>

export const machineVerdictSchema = z.strictObject({
  verdict: z.enum(MACHINE_VERDICTS),
  /** What was found, as text for people: a date, a number, a name. */
  measured: z.string().optional(),
  expected: z.string().optional(),
  evidence: z.array(evidenceSchema),
})
export type MachineVerdict = z.output<typeof machineVerdictSchema>

export const ruleSourceSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  date: z.string(),
  reliability: z.enum(['high', 'medium', 'low']),
})

/** A source or another rule that says otherwise, by its name, and what it says where that is short. */
export const ruleConflictSchema = z.strictObject({ name: localizedSchema, says: localizedSchema.optional() })

/** Why a line may warn but never reject by itself. */
export const CAUTIONS = ['inferred', 'unchecked', 'conflict'] as const

/** Conditions of rules as they are told to people. */
export const CONDITION_FACTS = [
  'nature',
  'nature-other-than',
  'province',
  'principal-other-than-legal-representative',
  'principals-differ',
  'person-certificate',
  'person-certificate-other-than',
  'words',
  'content',
  'outside-province',
  'changed',
  'more-services',
  'more-domains',
  'more-addresses',
  'registrant-other-than',
  'pre-approval-declared',
] as const

/** What a rule is about, so that a line can say why it is there. */
const lineConcernSchema = z.strictObject({
  entity: z.enum(['individual', 'organization', 'both']),
  filingTypes: z.array(z.enum(FILING_TYPES)),
  service: z.enum(['website', 'app', 'both']),
  conditions: z.array(z.strictObject({ is: z.enum(CONDITION_FACTS), values: z.array(z.string()) })),
})
export type LineConcern = z.output<typeof lineConcernSchema>

export const checklistLineSchema = z.strictObject({
  /** Rule id, `national:…`, `desk:…` (standards, the provider's own order) or `province code:…`. */
  id: z.string(),
  group: z.enum(CHECKLIST_GROUPS),
  stage: z.enum(RULE_STAGES).optional(),
  title: localizedSchema,
  requirement: localizedSchema,
  severity: z.enum(SEVERITIES),
  /** A blocking line must be looked at, and be fine, before the case can pass. */
  blocking: z.boolean(),
  cautions: z.array(z.enum(CAUTIONS)),
  confidence: z.enum(['guide', 'published', 'inferred']),
  source: ruleSourceSchema,
  /** First and last day in force; null where open or not known. */
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  /** Why the last day is taken to be that one. */
  effectiveToBasis: localizedSchema.optional(),
  /** What the rule says, in parts. */
  facts: z.array(ruleFactSchema),
  /** Other sources that say the same. */
  corroboratedBy: z.array(ruleSourceSchema),
  conflictsWith: z.array(ruleConflictSchema),
  /** Why it is among the lines of this case; absent in checklists kept from before. */
  concern: lineConcernSchema.optional(),
  /** The ministry looks at it in its samples. */
  sampled: z.enum(SAMPLED_PARTS).optional(),
  /** Null: only a person can judge this line. */
  machine: machineVerdictSchema.nullable(),
  /** Ids in the catalogue of reasons that fit when the line fails. */
  reasonIds: z.array(z.string()),
})
export type ChecklistLine = z.output<typeof checklistLineSchema>

/** A person's answer to a line. */
export const lineAnswerSchema = z.strictObject({
  lineId: z.string().max(200),
  verdict: z.enum(PERSON_VERDICTS),
  note: z.string().max(500).optional(),
})
export type LineAnswer = z.output<typeof lineAnswerSchema>
