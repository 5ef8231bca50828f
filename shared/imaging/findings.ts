import { z } from 'zod'
import { EDITING_TOOL_NAMES } from './editingTools'

/** Checks of a picture that the machine measures. A finding is advice with its measurement; a person decides. */
export const IMAGE_CHECKS = [
  'decodable',
  'resolution',
  'file-size',
  'sharpness',
  'exposure',
  'colour',
  'red-seal',
  'clothing-colour',
  'pages',
  'active-content',
  'aspect',
  'glare',
  'contrast',
  'orientation',
  'skew',
  'cropped-edges',
  'card-fill',
  'screenshot',
  'screen-photo',
  'edited',
  'seal-shape',
  'seal-place',
  'signature',
  'backdrop-uniform',
  'backdrop-colour',
  'face-count',
  'face-size',
  'eyes-visible',
] as const
export type ImageCheck = (typeof IMAGE_CHECKS)[number]

/** What a finding rests on where a number does not say it. The list is closed: metadata holds personal data. */
export const FINDING_NOTES = [
  ...EDITING_TOOL_NAMES,
  'editor-block',
  'says-screenshot',
  'drawn-surface',
  'no-edges-found',
  'uncertain-face',
] as const
export type FindingNote = (typeof FINDING_NOTES)[number]

/** Part of a picture, as fractions of its width and height. */
export const regionSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})

export const findingSchema = z.strictObject({
  documentId: z.string(),
  check: z.enum(IMAGE_CHECKS),
  verdict: z.enum(['pass', 'fail', 'unsure']),
  /** Measured number; its unit and bound stand in the table of thresholds. Null where nothing could be measured. */
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  unit: z.string(),
  region: regionSchema.optional(),
  note: z.enum(FINDING_NOTES).optional(),
  /** Page of a PDF document that was measured; absent where the whole file was, and in pictures. */
  page: z.number().int().positive().optional(),
})
export type Finding = z.output<typeof findingSchema>
