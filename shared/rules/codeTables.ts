import { z } from 'zod'
import { localizedSchema } from './localized'
import { DOCUMENT_FACES, DOCUMENT_KINDS, DOCUMENT_OWNERS } from '../domain/documentKinds'
import { CERTIFICATE_TYPES, ENTITY_NATURES } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'

/** Names for people of what the bundle format knows by code, and the values of its free fields. */

const names = localizedSchema.extend({ zh: z.string().min(1), en: z.string().min(1) })

/** A closed list of the format: every member has its names. */
function namesOf<Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.strictObject({ title: names, names: z.record(z.enum(codes), names) })
}

/** `resources/codes/documents.json` */
export const documentNamesSchema = z.strictObject({
  title: names,
  kinds: z.record(
    z.enum(DOCUMENT_KINDS),
    names.extend({
      /** Faces in the order in which they are shown, with what each is called on this document. */
      faces: z.array(names.extend({ face: z.enum(DOCUMENT_FACES) })).min(1),
    }),
  ),
  owners: z.record(z.enum(DOCUMENT_OWNERS), names),
})

/** `resources/codes/filing-types.json` */
export const filingTypeNamesSchema = namesOf(FILING_TYPES)
/** `resources/codes/entity-natures.json` */
export const entityNatureNamesSchema = namesOf(ENTITY_NATURES)
/** `resources/codes/certificate-types.json` */
export const certificateTypeNamesSchema = namesOf(CERTIFICATE_TYPES)
/** `resources/codes/access-modes.json` */
export const accessModeNamesSchema = namesOf(['dedicated-line', 'hosting', 'virtual-host', 'cloud', 'other'])

/**
 * A table of the ministry's interface: `filing.json` carries the Chinese name, which is what the forms send. `code` is
 * the number of the interface, null where none was found.
 */
export const valueTableSchema = z.strictObject({
  title: names,
  source: z.array(z.string()).min(1),
  notes: z.string().optional(),
  values: z
    .array(
      names.extend({
        code: z.number().int().nullable(),
        /** Content types: whether the national rules let individuals choose it. */
        openToIndividuals: z.boolean().optional(),
        /** Approvals: the paper and who gives it. */
        document: z.string().optional(),
        authority: z.string().nullable().optional(),
      }),
    )
    .min(1),
})
