/** High surrogate without a low one, low one without a high one, or the character NUL. */
// eslint-disable-next-line no-control-regex -- NUL is what is looked for
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * Path of the first text in a JSON value that PostgreSQL cannot store, or null. Everything else is stored as it came,
 * markup and SQL included.
 */
export function findUnstorableText(value: unknown): string | null {
  const waiting: Array<{ readonly path: string; readonly value: unknown }> = [{ path: '', value }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string' && UNSTORABLE.test(next.value)) {
      return next.path
    }
    if (typeof next.value === 'object' && next.value !== null) {
      for (const [key, member] of Object.entries(next.value)) {
        waiting.push({ path: next.path === '' ? key : `${next.path}.${key}`, value: member })
      }
    }
  }
  return null
}
