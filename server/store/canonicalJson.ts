/** A value of JSON. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

/** JSON text that depends on the value alone: keys in code-unit order, no spaces, absent values left out. */
export function canonicalJson(value: JsonValue): string {
  if (isList(value)) {
    return `[${value.map(canonicalJson).join(',')}]`
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value)
  }
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
