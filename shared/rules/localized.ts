import { z } from 'zod'

/** A text in both languages of the product. */
export const localizedSchema = z.strictObject({ zh: z.string(), en: z.string() })
export type Localized = z.output<typeof localizedSchema>
