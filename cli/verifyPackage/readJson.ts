import type { z } from 'zod'
import { canonicalJsonFile } from '../../shared/canonicalJson'
import { refusal, success, type Result } from '../../shared/result'

/**
 * Parses a JSON file of a package. The refusal says where it is wrong, by key and never by value: values are
 * personal data.
 */
export function readJson<S extends z.ZodType>(bytes: Uint8Array, schema: S): Result<z.output<S>, string> {
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    return refusal('(no JSON in UTF-8)')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'the whole')
    return refusal(`(${[...new Set(places)].slice(0, 5).join(', ')})`)
  }
  if (canonicalJsonFile(value) !== text) {
    return refusal('(keys or spacing out of order)')
  }
  return success(parsed.data)
}
