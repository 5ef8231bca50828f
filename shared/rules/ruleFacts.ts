import { z } from 'zod'
import { localizedSchema } from './localized'
import { FACT_FIELDS, FACT_PLACES, FORM_FEATURES, OFFICE_ROLES, OFFICES } from './factFields'
import {
  CHANGE_POLICIES,
  DATE_SUBJECTS,
  LIMIT_SUBJECTS,
  LIMIT_UNITS,
  METHOD_SUBJECTS,
  METHODS,
  NAME_SHAPES,
  PATTERN_SUBJECTS,
  PERIOD_SUBJECTS,
  PERIOD_UNITS,
  STEPS,
} from './factSubjects'
import { AUDIENCES, SECTORS, SITUATIONS, STAND_SUBJECTS } from './factTerms'
import { DOCUMENT_FACES, DOCUMENT_KINDS, DOCUMENT_OWNERS } from '../domain/documentKinds'
import { dateSchema, ENTITY_NATURES, provinceCodeSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'

const list = <Word extends string>(words: readonly [Word, ...Word[]]) => z.array(z.enum(words)).min(1)
const texts = z.array(z.string().min(1)).min(1)
const provinces = z.array(provinceCodeSchema).min(1)

/** Bounds of a number; `between` has its upper end in `upTo`. */
const measured = {
  how: z.enum(['exactly', 'at-least', 'at-most', 'more-than', 'less-than', 'between']),
  value: z.number().int().min(0),
  upTo: z.number().int().optional(),
}

/** What narrows any fact down: whom it concerns, in which divisions, filing types and circumstances. */
const narrowed = {
  for: list(AUDIENCES).optional(),
  provinces: provinces.optional(),
  filingTypes: list(FILING_TYPES).optional(),
  when: z.enum(SITUATIONS).optional(),
}

const paperSchema = z.union([
  z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    owner: z.enum(DOCUMENT_OWNERS).optional(),
    face: z.enum(DOCUMENT_FACES).optional(),
  }),
  /** A paper the bundle format has no kind of its own for. */
  z.strictObject({ name: localizedSchema }),
])

function fact<Kind extends string, Shape extends z.core.$ZodLooseShape>(is: Kind, shape: Shape) {
  return z.strictObject({ is: z.literal(is), ...shape, ...narrowed })
}

/**
 * What a published rule says, in parts with types. People read facts; the machine reads `when` and `check`. The kinds
 * and words are closed: a pack with another is refused.
 */
export const ruleFactSchema = z.discriminatedUnion('is', [
  /** A number that is kept to, or advised. */
  fact('limit', {
    of: z.enum(LIMIT_SUBJECTS),
    ...measured,
    unit: z.enum(LIMIT_UNITS),
    advised: z.literal(true).optional(),
  }),
  /** A number from which on the rule concerns a filing at all. */
  fact('threshold', {
    of: z.enum(['services', 'domains', 'domain-labels']),
    how: z.enum(['at-least', 'more-than']),
    value: z.number().int().min(0),
    includesFiled: z.literal(true).optional(),
  }),
  /** Age in years; `extra-paper` where the range is not refused but asks for more. */
  fact('age', {
    how: measured.how,
    years: z.number().int().min(1),
    upTo: z.number().int().optional(),
    of: z.enum(['service-principal', 'any-role']).optional(),
    sex: z.enum(['female', 'male']).optional(),
    asks: z.literal('extra-paper').optional(),
  }),
  fact('period', { of: z.enum(PERIOD_SUBJECTS), ...measured, unit: z.enum(PERIOD_UNITS) }),
  /** A day, or a month where no day is published. */
  fact('date', { of: z.enum(DATE_SUBJECTS), on: z.union([dateSchema, z.string().regex(/^\d{4}-\d{2}$/)]) }),
  fact('papers', {
    need: z.enum(['all-of', 'one-of', 'as-fits', 'not-accepted']),
    papers: z.array(paperSchema).min(1),
    as: z.enum(['identity', 'entity-certificate', 'residence-proof', 'proof-of-standing']).optional(),
    /** Words that call for these papers. */
    words: texts.optional(),
  }),
  /** How a paper or a picture is made. */
  fact('form', {
    must: z.enum(['required', 'accepted', 'exceptional', 'not-accepted']),
    features: list(FORM_FEATURES),
  }),
  fact('suffixes', { stand: z.enum(['accepted', 'refused', 'required']), suffixes: texts }),
  fact('words', {
    role: z.enum([
      'refused',
      'needs-approval',
      'calls-for-paper',
      'undertaking-enough',
      'change-advised',
      'hint-only',
      'required',
    ]),
    words: texts,
    at: z.enum(['within', 'start', 'end']).optional(),
    in: list(FACT_PLACES).optional(),
  }),
  fact('name-shapes', {
    stand: z.enum(['accepted', 'refused']),
    shapes: list(NAME_SHAPES),
    of: z.enum(['domain-holder', 'content']).optional(),
  }),
  fact('pattern', {
    of: z.enum(PATTERN_SUBJECTS),
    form: z.enum(['template', 'regex', 'literal']),
    text: z.string().min(1),
  }),
  fact('remark', {
    must: z.literal('required'),
    template: z.string().optional(),
    /** Service contents that need the remark. */
    contentTypes: texts.optional(),
  }),
  /** What a paper, a remark, a plan or a site has to hold. */
  fact('contents', {
    of: z.enum(['paper', 'remark', 'plan', 'site']),
    parts: z.array(localizedSchema).min(1),
  }),
  fact('fields', {
    relation: z.enum(['equal', 'differ', 'unique', 'same-region']),
    fields: list(FACT_FIELDS),
    to: list(FACT_FIELDS),
  }),
  fact('may-change', {
    at: z.enum(['after-access', 'in-change-filing']),
    may: z.boolean(),
    fields: list(FACT_FIELDS),
  }),
  fact('change-policy', { policy: z.enum(CHANGE_POLICIES) }),
  fact('office', {
    of: z.enum(OFFICE_ROLES),
    anyOf: list(OFFICES),
    must: z.enum(['required', 'all-of-them', 'preferred', 'sometimes', 'not-required']),
  }),
  /** Nature to be entered. */
  fact('nature', { natures: list(ENTITY_NATURES) }),
  /** Whom the rule concerns, or exempts. */
  fact('concerns', {
    concerned: z.boolean(),
    natures: list([...ENTITY_NATURES, 'state-level', 'trading-company']).optional(),
    sectors: list(SECTORS).optional(),
  }),
  fact('content-types', { stand: z.enum(['accepted', 'refused', 'needs-approval']), values: texts }),
  fact('method', {
    of: z.enum(METHOD_SUBJECTS),
    methods: list(METHODS),
    stand: z.enum(['required', 'accepted', 'only', 'refused']),
  }),
  fact('places', { as: z.enum(['looked-at', 'concerned', 'shown-at']), in: list(FACT_PLACES) }),
  /** Divisions a rule speaks of; with `since`, those that joined on that day. */
  fact('regions', {
    as: z.enum(['pilot', 'nationwide', 'one-website-exception', 'phone-number', 'issued-in', 'mainland']),
    since: dateSchema.optional(),
  }),
  fact('renames', { pairs: z.array(z.strictObject({ from: z.string(), to: z.string() })).min(1) }),
  fact('sequence', { must: z.enum(['required', 'allowed', 'not-allowed']), steps: list(STEPS) }),
  fact('stand', {
    of: z.enum(STAND_SUBJECTS),
    stand: z.enum([
      'allowed',
      'not-allowed',
      'required',
      'not-required',
      'recommended',
      'with-proof',
      'with-remark',
      'with-approval',
      'per-province',
      'happens',
    ]),
  }),
  fact('authority', { who: localizedSchema }),
  /** Number or title of a published text. */
  fact('notice', { as: z.enum(['notice', 'law', 'standard']), title: z.string().min(1) }),
  /** What no other kind can say. */
  fact('note', { text: localizedSchema }),
])
export type RuleFact = z.output<typeof ruleFactSchema>
