import { z } from 'zod'
import { orderNumberSchema } from '../domain/filing'
import { sha256Schema } from '../domain/identity'

/**
 * `manifest.json` of a submission package: what the package is about and every other file in it. A package depends
 * on the case version, the rule pack and the application version alone; there is no date of making in it.
 */

/** Paths inside a package: one folder at most, so that no unpacking can leave its place. */
const packagePathSchema = z
  .string()
  .max(120)
  .regex(/^(?:[a-z]+\/)?[a-z0-9][a-z0-9.-]*$/)

export const PACKAGE_FORMAT = 'beian-desk/package'
export const MANIFEST_PATH = 'manifest.json'
export const DOSSIER_PATH = 'dossier.pdf'
export const DATA_PATHS = {
  filing: 'data/filing.json',
  decision: 'data/decision.json',
  checklist: 'data/checklist.json',
  case: 'data/case.json',
  /** The filing by the code tables of the administration's interface; the same once more as XML. */
  administration: 'data/administration.json',
  administrationXml: 'data/administration.xml',
} as const

export const packageManifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(1),
  orderNumber: orderNumberSchema,
  round: z.number().int().positive(),
  caseVersion: z.number().int().positive(),
  rulePack: z.string().min(1),
  applicationVersion: z.string().min(1),
  /** Entry of the review server's audit chain that records the deciding decision. */
  auditHead: sha256Schema,
  /** Every file but this one, in the order of their paths. */
  files: z
    .array(
      z.strictObject({
        path: packagePathSchema,
        bytes: z.number().int().nonnegative(),
        sha256: sha256Schema,
      }),
    )
    .min(1),
})
export type PackageManifest = z.output<typeof packageManifestSchema>
