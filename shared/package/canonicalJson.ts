/**
 * JSON that is the same text for the same value: keys in the order of their UTF-16 code units, two spaces of
 * indentation, a line end after the last brace. Members that are undefined are left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys)
  }
  if (typeof value === 'object' && value !== null) {
    // Array.prototype.sort without a comparator goes by code units: no locale takes part.
    const entries = new Map<string, unknown>(Object.entries(value))
    return Object.fromEntries([...entries.keys()].sort().map((key) => [key, sortKeys(entries.get(key))]))
  }
  return value
}
