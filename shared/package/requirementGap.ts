import { z } from 'zod'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../domain/documentKinds'

/**
 * What keeps a package from being built, by the requirements of its administration. Each gap leads to its place in the case:
 * a line of the checklist, a document, or a field of the form. It names codes and places and no value.
 */
export const requirementGapSchema = z.discriminatedUnion('code', [
  /** The administration's checklist has a line that the decision does not answer with ok or not applicable. */
  z.strictObject({
    code: z.enum(['line-open', 'line-not-ok']),
    lineId: z.string(),
    line: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  /** The original is no file of its format any more, or cannot be opened. */
  z.strictObject({
    code: z.literal('document-unreadable'),
    documentId: z.string(),
    kind: z.enum(DOCUMENT_KINDS),
    face: z.enum(DOCUMENT_FACES),
  }),
  /** The value stands in no table of the administration's interface, which would refuse it. */
  z.strictObject({
    code: z.literal('value-not-in-table'),
    field: z.string(),
    table: z.enum(['contents', 'languages', 'preApprovals']),
  }),
])
export type RequirementGap = z.output<typeof requirementGapSchema>

/** Gaps that a list of them shows; a case with more is far from being ready. */
export const MOST_GAPS = 200
