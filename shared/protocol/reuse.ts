import { z } from 'zod'
import { MEDIA_TYPES } from './case'
import { CASE_STATES } from '../filing/caseStates'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../domain/documentKinds'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { fingerprintSchema } from '../imaging/perceptualHash'

/**
 * Where else the pictures and numbers of a case were used, over all cases of the server. What is found is advice with
 * its measurement; answers carry neither numbers nor hashes, and of other cases only what the queue tells everybody.
 */

/** More documents than a case has in all its rounds; a bundle has a hundred at most. */
const MOST_FINGERPRINTS = 200
/** Of one picture or value; the rest is counted. */
export const MOST_HITS = 10

export const REUSED_VALUES = ['phone', 'certificate', 'address'] as const
export const VALUE_SUBJECTS = ['entity', 'entity-principal', 'service-principal'] as const
export const VALUE_FIELDS = [
  'mobile',
  'landline',
  'emergencyPhone',
  'certificateNumber',
  'certificateAddress',
  'mailingAddress',
] as const

/** Fingerprints of the case's pictures as the workstation made them; null: nothing in it to be told apart by. */
export const reuseRequestSchema = z.strictObject({
  caseId: idSchema,
  pictures: z
    .array(z.strictObject({ sha256: sha256Schema, fingerprint: fingerprintSchema.nullable() }))
    .max(MOST_FINGERPRINTS),
})

/**
 * Whose it is beside ours: the same entity's other filing, the same person under another entity, or somebody else's.
 * The first two are what honest applicants do.
 */
export const REUSE_RELATIONS = ['same-entity', 'same-person', 'other'] as const
export type ReuseRelation = (typeof REUSE_RELATIONS)[number]

/** Another case, as everybody in the team may see it: names of private persons are masked. */
const otherCaseSchema = z.strictObject({
  caseId: idSchema,
  orderNumber: orderNumberSchema,
  round: z.number().int().positive(),
  state: z.enum(CASE_STATES),
  entityName: z.string(),
  serviceNames: z.array(z.string()),
  submittedAt: instantSchema,
})

export const REUSE_GRADES = ['exact', 'near', 'similar'] as const

const pictureHitSchema = z.strictObject({
  grade: z.enum(REUSE_GRADES),
  /** Bits of 1024 in which the fingerprints differ; null when the bytes are the same. */
  distance: z.number().int().nonnegative().nullable(),
  relation: z.enum(REUSE_RELATIONS),
  other: otherCaseSchema,
  document: z.strictObject({
    id: z.string(),
    kind: z.enum(DOCUMENT_KINDS),
    face: z.enum(DOCUMENT_FACES),
  }),
})
export type PictureHit = z.output<typeof pictureHitSchema>

/** `unknown`: unreadable, flat, or a side that is the same for everybody. Only equal bytes are found of it. */
const PICTURE_STATES = ['found', 'none', 'unknown', 'pending', 'not-searched'] as const

export const pictureReuseSchema = z.strictObject({
  documentId: z.string(),
  state: z.enum(PICTURE_STATES),
  hits: z.array(pictureHitSchema).max(MOST_HITS),
  /** With those that are not listed. */
  total: z.number().int().nonnegative(),
})
export type PictureReuse = z.output<typeof pictureReuseSchema>

const placeSchema = z.strictObject({
  subject: z.enum(VALUE_SUBJECTS),
  field: z.enum(VALUE_FIELDS),
  serviceId: z.string().nullable(),
})
export type ValuePlace = z.output<typeof placeSchema>

const valueHitSchema = z.strictObject({
  relation: z.enum(REUSE_RELATIONS),
  other: otherCaseSchema,
  place: placeSchema,
})
export type ValueHit = z.output<typeof valueHitSchema>

export const valueReuseSchema = z.strictObject({
  kind: z.enum(REUSED_VALUES),
  /** Where this case has it: one number may stand in several fields. */
  places: z.array(placeSchema).min(1),
  state: z.enum(['found', 'none', 'not-searched']),
  hits: z.array(valueHitSchema).max(MOST_HITS),
  total: z.number().int().nonnegative(),
})
export type ValueReuse = z.output<typeof valueReuseSchema>

export const reuseReplySchema = z.strictObject({
  pictures: z.array(pictureReuseSchema),
  values: z.array(valueReuseSchema),
  /** Different pictures that the server has, and those of them whose fingerprint it knows. */
  coverage: z.strictObject({
    pictures: z.number().int().nonnegative(),
    compared: z.number().int().nonnegative(),
  }),
})
export type ReuseReply = z.output<typeof reuseReplySchema>

/** One found picture that is to be looked at beside our own. */
export const reuseOpeningSchema = z.strictObject({
  /** Our own case and its document. */
  caseId: idSchema,
  documentId: z.string().min(1).max(60),
  other: z.strictObject({
    caseId: idSchema,
    round: z.number().int().positive(),
    documentId: z.string().min(1).max(60),
  }),
})
export type ReuseOpening = z.output<typeof reuseOpeningSchema>

/** What to fetch by the ordinary way of documents; the right to it lasts as long as the own case is held. */
export const reuseOpenedSchema = z.strictObject({
  sha256: sha256Schema,
  bytes: z.number().int().positive(),
  mediaType: z.enum(MEDIA_TYPES),
  kind: z.enum(DOCUMENT_KINDS),
  face: z.enum(DOCUMENT_FACES),
})
