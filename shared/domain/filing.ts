import { z } from 'zod'
import { noticeSchema } from './notice'
import { DOCUMENT_FACES, DOCUMENT_KINDS, DOCUMENT_OWNERS } from './documentKinds'

/**
 * What an applicant's filing says. These schemas are the only description of `filing.json`, the file at the head
 * of a filing bundle; the published JSON Schema is generated from them. Fields say what the applicant declared:
 * a wrong check digit or an expired card is a finding for the reviewer, not a reason to refuse the bundle, so
 * formats are kept loose where an applicant types and strict where a system writes.
 */

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) => z.string().trim().max(max).optional()

/** Calendar date in China, `2026-11-21`. */
export const dateSchema = z.iso.date()
/** Instant with an explicit offset, `2026-11-21T14:32:00+08:00`. */
export const instantSchema = z.iso.datetime({ offset: true })
/** End of a certificate's validity: a date, or 长期. */
export const validitySchema = z.union([dateSchema, z.literal('long-term')])

export const ENTITY_NATURES = [
  'individual',
  'enterprise',
  'sole-trader',
  'government',
  'institution',
  'social-organisation',
  'private-non-enterprise',
  'foundation',
  'law-firm',
  'foreign-representative-office',
  'other',
] as const
export type EntityNature = (typeof ENTITY_NATURES)[number]

export const CERTIFICATE_TYPES = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'hkmt-residence-permit',
  'foreign-permanent-resident',
  'unified-social-credit-code',
  'organisation-code',
  'registration-number',
  'other',
] as const
export type CertificateType = (typeof CERTIFICATE_TYPES)[number]

export const certificateSchema = z.strictObject({
  type: z.enum(CERTIFICATE_TYPES),
  number: text(40),
  address: optionalText(200),
  validFrom: dateSchema.optional(),
  validTo: validitySchema.optional(),
})

export const personSchema = z.strictObject({
  name: text(60),
  certificate: certificateSchema,
  mobile: text(30),
  email: text(120),
  landline: optionalText(30),
  emergencyPhone: optionalText(30),
})
export type Person = z.output<typeof personSchema>

/** Six-digit GB/T 2260 code of the division where the filing is made, `110000`. */
export const provinceCodeSchema = z.string().regex(/^[1-6]\d0000$/)

export const entitySchema = z.strictObject({
  kind: z.enum(['individual', 'organization']),
  nature: z.enum(ENTITY_NATURES),
  name: text(120),
  certificate: certificateSchema,
  /** Owner of the licence; absent for an individual. */
  legalRepresentative: optionalText(60),
  mailingAddress: text(200),
  principal: personSchema,
  remarks: optionalText(500),
})
export type Entity = z.output<typeof entitySchema>

export const domainSchema = z.strictObject({
  name: text(253),
  registrar: text(120),
  registrantName: text(120),
  registrantCertificateNumber: optionalText(40),
  registeredAt: dateSchema.optional(),
  expiresAt: dateSchema,
  realNameVerified: z.boolean(),
})

export const accessSchema = z.strictObject({
  /** 备案服务号: proves a paid instance, usable once (filing guide, section 6). */
  serviceNumber: text(40),
  mode: z.enum(['dedicated-line', 'hosting', 'virtual-host', 'cloud', 'other']),
  ipAddresses: z.array(text(45)).min(1).max(50),
  serverProvince: provinceCodeSchema,
  subscriptionMonths: z.number().int().min(0).max(1200),
  subscriptionEndsAt: dateSchema,
})

export const preApprovalSchema = z.strictObject({ category: text(40), number: text(80) })

export const appSchema = z.strictObject({
  platforms: z
    .array(
      z.strictObject({
        os: z.enum(['android', 'ios', 'harmony', 'mini-program']),
        packageName: text(200),
        publicKeyMd5: optionalText(128),
      }),
    )
    .min(1)
    .max(10),
})

export const serviceSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
  kind: z.enum(['website', 'app', 'other']),
  name: text(120),
  domains: z.array(domainSchema).max(50),
  homepage: optionalText(300),
  contentCategories: z.array(text(60)).min(1).max(20),
  languages: z.array(text(20)).min(1).max(20),
  principal: personSchema,
  preApprovals: z.array(preApprovalSchema).max(10).default([]),
  app: appSchema.optional(),
  /** Number of a service that is filed already (`京ICP备12345678号-1`). */
  icpNumber: optionalText(60),
  access: accessSchema.optional(),
  remarks: optionalText(500),
})
export type Service = z.output<typeof serviceSchema>

/** A service that is to be hosted here: access data is due. */
const hostedServiceSchema = serviceSchema.required({ access: true })

const recordedPersonSchema = z.strictObject({
  name: text(60),
  certificateNumber: optionalText(40),
  mobile: optionalText(30),
  email: optionalText(120),
})
export type RecordedPerson = z.output<typeof recordedPersonSchema>

/**
 * What the administration's record shows, as the provider got it by filing number and password. Only what was shown
 * stands here; services without a row are not on file.
 */
const recordOnFileSchema = z.strictObject({
  /** Day on which the provider read it. */
  readOn: dateSchema,
  entity: z.strictObject({
    name: text(120),
    nature: z.enum(ENTITY_NATURES).optional(),
    certificateType: z.enum(CERTIFICATE_TYPES).optional(),
    certificateNumber: optionalText(40),
    certificateAddress: optionalText(200),
    mailingAddress: optionalText(200),
    principal: recordedPersonSchema.optional(),
  }),
  services: z
    .array(
      z.strictObject({
        icpNumber: text(60),
        name: text(120),
        domains: z.array(text(253)).max(50).optional(),
        principal: recordedPersonSchema.optional(),
      }),
    )
    .max(200),
})
export type RecordOnFile = z.output<typeof recordOnFileSchema>

/** What is on file already, and what proves the right to act on it. */
const existingFilingSchema = z.strictObject({
  entityIcpNumber: text(60),
  filingPassword: optionalText(60),
  /** Absent where the provider's system got none: a person looks it up. */
  recordOnFile: recordOnFileSchema.optional(),
})

/**
 * Other providers through which the entity's filing is hosted too: several may stand on one top-level domain. When
 * one is removed and none of these is left, the filing becomes an empty shell (filing guide, section 2).
 */
const otherProvidersSchema = z.array(text(120)).max(20)

/** Where an old filing comes from, for a claim: through which registrar, when, and whether it ever moved since. */
const claimedFilingSchema = z.strictObject({
  filedWith: text(120),
  filedOn: dateSchema.optional(),
  wasTransferred: z.boolean(),
  /** Claims are made on a computer only. */
  madeOn: z.enum(['computer', 'app']),
})

export const fieldChangeSchema = z.strictObject({ field: text(120), before: text(300), after: text(300) })

const particulars = [
  z.strictObject({
    filingType: z.literal('first-filing'),
    entity: entitySchema,
    services: z.array(hostedServiceSchema).min(1).max(20),
  }),
  z.strictObject({
    filingType: z.literal('add-provider'),
    existing: existingFilingSchema,
    otherProviders: otherProvidersSchema.optional(),
    entity: entitySchema,
    services: z.array(hostedServiceSchema).min(1).max(20),
  }),
  z.strictObject({
    filingType: z.literal('new-service-filed-elsewhere'),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z.array(hostedServiceSchema).min(1).max(20),
  }),
  z.strictObject({
    filingType: z.literal('new-service-filed-here'),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z.array(hostedServiceSchema).min(1).max(20),
  }),
  z.strictObject({
    filingType: z.literal('change'),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z.array(serviceSchema).max(20),
    changes: z.array(fieldChangeSchema).min(1).max(50),
  }),
  z.strictObject({
    filingType: z.literal('claim'),
    existing: existingFilingSchema,
    claimed: claimedFilingSchema.optional(),
    entity: entitySchema,
    services: z.array(serviceSchema).max(20),
  }),
  z.strictObject({
    filingType: z.literal('cancel-entity'),
    existing: existingFilingSchema,
    entity: entitySchema,
    reason: text(300),
  }),
  z.strictObject({
    filingType: z.literal('cancel-service'),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z.array(serviceSchema).min(1).max(20),
    reason: text(300),
  }),
  z.strictObject({
    filingType: z.literal('remove-provider'),
    existing: existingFilingSchema,
    otherProviders: otherProvidersSchema.optional(),
    entity: entitySchema,
    services: z.array(serviceSchema).min(1).max(20),
    reason: text(300),
  }),
] as const

/** What is asked for, by filing type. */
export const applicationSchema = z.discriminatedUnion('filingType', particulars)
export type Application = z.output<typeof applicationSchema>

/** The provider's own number of the order; it is the key under which later rounds and photos arrive. */
export const orderNumberSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{5,31}$/)

/** A document inside a bundle. `file` is relative to `filing.json`, with `/` between folders. */
export const bundleDocumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  kind: z.enum(DOCUMENT_KINDS),
  face: z.enum(DOCUMENT_FACES),
  owner: z.enum(DOCUMENT_OWNERS),
  serviceId: z.string().max(20).optional(),
  file: text(200),
})
export type BundleDocument = z.output<typeof bundleDocumentSchema>

const envelope = {
  version: z.literal(1),
  orderNumber: orderNumberSchema,
  submittedAt: instantSchema,
  documents: z.array(bundleDocumentSchema).max(100),
}

/** `filing.json` of an application, first or later round. */
export const filingBundleSchema = z.strictObject({
  format: z.literal('beian-desk/filing'),
  ...envelope,
  /** 1 for the first submission; each resubmission after a return counts one up. */
  round: z.number().int().min(1).max(99),
  /** Account of the applicant at the provider; one account files for one entity. */
  accountId: text(60),
  province: provinceCodeSchema,
  application: applicationSchema,
})
export type FilingBundle = z.output<typeof filingBundleSchema>

/** `filing.json` of documents that come later: the administrator's photo after the provider review. */
export const supplementBundleSchema = z.strictObject({
  format: z.literal('beian-desk/supplement'),
  ...envelope,
  documents: z.array(bundleDocumentSchema).min(1).max(10),
})
export type SupplementBundle = z.output<typeof supplementBundleSchema>

/** `filing.json` of a report about a filing: a withdrawal, an SMS result, the administration's answer. No documents. */
export const noticeBundleSchema = z.strictObject({
  format: z.literal('beian-desk/notice'),
  ...envelope,
  documents: z.array(bundleDocumentSchema).max(0).default([]),
  notice: noticeSchema,
})
export type NoticeBundle = z.output<typeof noticeBundleSchema>

/** Everything that intake accepts. */
export const bundleSchema = z.discriminatedUnion('format', [
  filingBundleSchema,
  supplementBundleSchema,
  noticeBundleSchema,
])
export type Bundle = z.output<typeof bundleSchema>
