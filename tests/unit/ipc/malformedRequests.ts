import { z } from 'zod'

export interface MalformedRequest {
  readonly what: string
  readonly request: unknown
}

type Replace = (value: unknown) => unknown

/** Longer than any field of any form; a page that sends this wants to fill the disk or the memory. */
const HUGE = '长'.repeat(1_000_000)
const HUGE_LENGTH = 100_000

/**
 * Breaks a valid request in every way its schema has a word about: not an object, a field missing, of a wrong type,
 * too long, out of its closed set, and a field that nobody named.
 */
export function malformedRequests(schema: z.ZodType, valid: unknown): readonly MalformedRequest[] {
  const whole = [undefined, null, 'text', 7, true, [valid]]
  return [
    ...whole.map((request) => ({ what: `${describe(request)} in place of the request`, request })),
    ...broken(schema, valid, 'request', (value) => value),
  ]
}

function broken(schema: z.ZodType, valid: unknown, path: string, put: Replace): MalformedRequest[] {
  if (schema instanceof z.ZodOptional) {
    return broken(schema.unwrap() as z.ZodType, valid, path, put)
  }
  if (schema instanceof z.ZodNullable) {
    const inside = broken(schema.unwrap() as z.ZodType, valid, path, put)
    return inside.filter(({ what }) => what !== `${path}: null`)
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    // Broken as the kind that the valid request is of.
    const own = schema.options.find((option) => (option as z.ZodType).safeParse(valid).success)
    return broken(own as z.ZodType, valid, path, put)
  }
  const wrong = wrongValues(schema, valid).map(([what, value]) => ({
    what: `${path}: ${what}`,
    request: put(value),
  }))
  return [...wrong, ...brokenInside(schema, valid, path, put)]
}

function brokenInside(schema: z.ZodType, valid: unknown, path: string, put: Replace): MalformedRequest[] {
  if (schema instanceof z.ZodObject) {
    const fields = valid as Readonly<Record<string, unknown>>
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
      if (!Object.hasOwn(fields, name)) {
        throw new Error(`The valid request has no ${path}.${name} that could be broken`)
      }
      const inside = broken(field, fields[name], `${path}.${name}`, (value) =>
        put({ ...fields, [name]: value }),
      )
      const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
      const missing = { what: `${path}.${name}: missing`, request: put(rest) }
      return field instanceof z.ZodOptional ? inside : [...inside, missing]
    })
  }
  if (schema instanceof z.ZodArray) {
    const [first] = valid as readonly unknown[]
    return broken(schema.element as z.ZodType, first, `${path}[0]`, (value) => put([value]))
  }
  return []
}

function wrongValues(schema: z.ZodType, valid: unknown): readonly (readonly [string, unknown])[] {
  const never: (readonly [string, unknown])[] = [
    ['null', null],
    ['a function', () => 'called'],
  ]
  if (schema instanceof z.ZodObject) {
    const fields = valid as object
    return [
      ...never,
      ['an array', [valid]],
      ['text', 'text'],
      ['a field more', { ...fields, unknownField: 1 }],
      ['a prototype of its own', { ...fields, constructor: { prototype: { polluted: true } } }],
      ['__proto__ as a field', withOwnProto(fields)],
    ]
  }
  if (schema instanceof z.ZodArray) {
    const [first] = valid as readonly unknown[]
    return [
      ...never,
      ['an object', {}],
      ['text', 'text'],
      ['without end', Array.from({ length: HUGE_LENGTH }, () => first)],
    ]
  }
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) {
    return [...never, ['a number', 7], ['outside its set', 'no-such-value'], ['__proto__', '__proto__']]
  }
  if (schema instanceof z.ZodNumber) {
    return [
      ...never,
      ['text', '7'],
      ['NaN', Number.NaN],
      ['infinite', Number.POSITIVE_INFINITY],
      ['a fraction', 1.5],
      ['negative', -1],
      ['huge', 1e300],
    ]
  }
  if (schema instanceof z.ZodUnion) {
    // Of plain values: what none of them is.
    return [...never, ['an object', {}], ['an array', []], ['true', true], ['huge', HUGE]]
  }
  if (schema instanceof z.ZodBoolean) {
    return [...never, ['text', 'true'], ['a number', 1]]
  }
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return [...never, ['a number', 7], ['an object', { toString: 'x' }], ['an array', ['x']], ['huge', HUGE]]
  }
  throw new Error(`No way is known to break a ${schema.type}`)
}

function describe(value: unknown): string {
  return Array.isArray(value) ? 'a list' : String(value)
}

/** As a parser of JSON makes it: a field of its own by that name, not a prototype. */
function withOwnProto(fields: object): object {
  return Object.defineProperty({ ...fields }, '__proto__', { value: 1, enumerable: true })
}
