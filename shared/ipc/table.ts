import { z } from 'zod'

/** A table as the screen shows it, to be saved as a file of that name and the day. The first row names the columns. */
export const tableSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  rows: z
    .array(z.array(z.union([z.string().max(2000), z.number()]).nullable()).max(40))
    .min(1)
    .max(20_000),
})
export type SavedTable = z.output<typeof tableSchema>
