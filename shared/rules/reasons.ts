import { z } from 'zod'
import { localizedSchema } from './localized'
import { DOCUMENT_KINDS } from '../domain/documentKinds'

/** Areas of the catalogue, in the order in which it is shown. */
const REASON_CATEGORIES = [
  'subject',
  'person',
  'site',
  'domain',
  'app',
  'image',
  'form',
  'photo',
  'process',
] as const

/** A reason for giving a filing back, in the words that the applicant reads. */
const reasonSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  category: z.enum(REASON_CATEGORIES),
  title: localizedSchema,
  /** What the applicant should do. */
  advice: localizedSchema,
  /** Path in `filing.json`, `*` for the number of a service; null where no one field is at fault. */
  field: z.string().nullable(),
  /** The document at fault; `any` for whichever picture it is. */
  document: z.union([z.enum(DOCUMENT_KINDS), z.literal('any')]).nullable(),
  /** Who can find it: `external` needs a look outside the case (registrar, website, registry). */
  detect: z.enum(['machine', 'person', 'both', 'external']),
  /** `refuse` is not cured by a correction. */
  usualOutcome: z.enum(['return', 'refuse']),
  /** Keys in the table `sources` of the same file. */
  source: z.array(z.string()).min(1),
})
export type Reason = z.output<typeof reasonSchema>

/** `resources/reasons/reasons.json`. */
export const reasonCatalogueSchema = z.strictObject({
  title: localizedSchema,
  sources: z.record(z.string(), z.string()),
  reasons: z.array(reasonSchema).min(1),
})
