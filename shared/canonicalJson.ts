/**
 * JSON text in which equal values give equal bytes: keys in the order of their UTF-16 code units, no spaces, absent
 * and undefined members alike. For hashes and comparisons; takes what JSON itself can carry.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value))
}

/** The same, for files that people read as well: two spaces of indentation, a line end after the last brace. */
export function canonicalJsonFile(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys)
  }
  if (typeof value === 'object' && value !== null) {
    // Array.prototype.sort without a comparator goes by code units: no locale takes part.
    const members = new Map<string, unknown>(Object.entries(value))
    return Object.fromEntries([...members.keys()].sort().map((key) => [key, sortKeys(members.get(key))]))
  }
  return value
}
