import type { z } from 'zod'

/**
 * Parses a JSON column. What is not as it was written is a bug or damage; the error names the column and says
 * nothing of its content, because messages of parsers quote what they failed on.
 */
export function parseStored<S extends z.ZodType>(schema: S, text: string, column: string): z.output<S> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error(`Stored ${column} is not JSON`)
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.'))
    throw new Error(`Stored ${column} has another shape at ${paths.join(', ')}`)
  }
  return parsed.data
}
