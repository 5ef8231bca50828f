import { z } from 'zod'
import { dateSchema, instantSchema, orderNumberSchema, provinceCodeSchema } from '../domain/filing'
import { sha256Schema } from '../domain/identity'

/**
 * `data/administration.json` and `data/administration.xml` of a submission package: the filing as the administration's
 * interface numbers it. One shape for both; the order of members here is the order of elements there.
 */

export const RECORD_FORMAT = 'beian-desk/administration-record'

/** A value with its number in the administration's code table, null where the table has none. */
const codedSchema = z.strictObject({ code: z.number().int().nullable(), name: z.string() })
export type Coded = z.output<typeof codedSchema>

const divisionSchema = z.strictObject({ code: provinceCodeSchema, name: z.string() })

const certificateSchema = z.strictObject({
  type: codedSchema,
  number: z.string(),
  address: z.string().optional(),
  validFrom: dateSchema.optional(),
  /** A date, or `长期`. */
  validTo: z.string().optional(),
})

const personSchema = z.strictObject({
  name: z.string(),
  certificate: certificateSchema,
  mobile: z.string(),
  email: z.string(),
  landline: z.string().optional(),
  emergencyPhone: z.string().optional(),
})

const serviceSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['website', 'app', 'other']),
  name: z.string(),
  icpNumber: z.string().optional(),
  homepage: z.string().optional(),
  contents: z.array(codedSchema),
  languages: z.array(codedSchema),
  domains: z.array(
    z.strictObject({
      name: z.string(),
      registrar: z.string(),
      registrantName: z.string(),
      registrantCertificateNumber: z.string().optional(),
      registeredAt: dateSchema.optional(),
      expiresAt: dateSchema,
      realNameVerified: z.boolean(),
    }),
  ),
  principal: personSchema,
  preApprovals: z.array(z.strictObject({ category: codedSchema, number: z.string() })),
  platforms: z.array(
    z.strictObject({ os: z.string(), packageName: z.string(), publicKeyMd5: z.string().optional() }),
  ),
  access: z
    .strictObject({
      serviceNumber: z.string(),
      mode: codedSchema,
      ipAddresses: z.array(z.string()),
      serverProvince: divisionSchema,
      subscriptionEndsAt: dateSchema,
    })
    .optional(),
  remarks: z.string().optional(),
})

export const administrationRecordSchema = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(1),
  orderNumber: orderNumberSchema,
  round: z.number().int().positive(),
  province: divisionSchema,
  requestType: codedSchema,
  submittedAt: instantSchema,
  decidedAt: instantSchema,
  entity: z.strictObject({
    name: z.string(),
    nature: codedSchema,
    certificate: certificateSchema,
    legalRepresentative: z.string().optional(),
    mailingAddress: z.string(),
    principal: personSchema,
    remarks: z.string().optional(),
  }),
  existing: z.strictObject({ entityIcpNumber: z.string(), filingPassword: z.string().optional() }).optional(),
  services: z.array(serviceSchema),
  changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  reason: z.string().optional(),
  documents: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      name: z.string(),
      /** What this administration calls the paper, where one of its rules says so. */
      ownName: z.string().optional(),
      /** The rule that the paper answers. */
      ruleId: z.string().optional(),
      face: z.string(),
      owner: z.string(),
      serviceId: z.string().optional(),
      sha256: sha256Schema,
    }),
  ),
})
export type AdministrationRecord = z.output<typeof administrationRecordSchema>
