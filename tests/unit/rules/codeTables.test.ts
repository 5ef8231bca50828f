import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  accessModeNamesSchema,
  certificateTypeNamesSchema,
  documentNamesSchema,
  entityNatureNamesSchema,
  filingTypeNamesSchema,
  valueTableSchema,
} from '../../../shared/rules/codeTables'

function shipped(file: string): Readonly<Record<string, unknown>> {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../resources/codes', file), 'utf8')
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

const NAMES = { zh: '表', en: 'Table' }

describe('names of closed lists', () => {
  it.each([
    ['filing-types.json', filingTypeNamesSchema],
    ['entity-natures.json', entityNatureNamesSchema],
    ['certificate-types.json', certificateTypeNamesSchema],
    ['access-modes.json', accessModeNamesSchema],
  ])('%s has every member, each with both names, and no other', (file, schema) => {
    const table = shipped(file) as {
      readonly title: unknown
      readonly names: Readonly<Record<string, unknown>>
    }
    expect(schema.parse(table)).toEqual(table)
    const [first = '', ...rest] = Object.keys(table.names)
    const without = Object.fromEntries(rest.map((code) => [code, table.names[code]]))
    const wrong = [
      without,
      { ...table.names, another: NAMES },
      { ...table.names, [first]: { zh: '', en: 'x' } },
    ]
    for (const names of wrong) {
      expect(schema.safeParse({ ...table, names }).success).toBe(false)
    }
    expect(schema.safeParse({ ...table, note: 'x' }).success).toBe(false)
  })
})

describe('names of documents', () => {
  const table = shipped('documents.json') as { readonly kinds: Readonly<Record<string, object>> }

  it('say of every kind what its faces are called', () => {
    expect(documentNamesSchema.parse(table)).toEqual(table)
    const withFaces = (faces: unknown) =>
      documentNamesSchema.safeParse({ ...table, kinds: { ...table.kinds, passport: { ...NAMES, faces } } })
        .success
    expect(withFaces([{ ...NAMES, face: 'page' }])).toBe(true)
    expect(
      withFaces([
        { ...NAMES, face: 'page' },
        { ...NAMES, face: 'back' },
      ]),
    ).toBe(true)
    expect(withFaces([])).toBe(false)
    expect(withFaces([{ ...NAMES, face: 'left' }])).toBe(false)
    expect(withFaces([{ ...NAMES, zh: '', face: 'page' }])).toBe(false)
  })
})

describe('a table of values', () => {
  const table = {
    title: NAMES,
    source: ['a', 'b'],
    values: [
      { ...NAMES, code: 1 },
      { ...NAMES, code: null },
    ],
  }

  it('says where it is from, and of each value its number or that there is none', () => {
    expect(valueTableSchema.parse(table)).toEqual(table)
    const more = { ...NAMES, code: 1, openToIndividuals: false, document: '批文', authority: null }
    expect(valueTableSchema.safeParse({ ...table, notes: 'x', values: [more] }).success).toBe(true)
  })

  it.each([
    { source: [] },
    { values: [] },
    { values: [{ ...NAMES, code: 1.5 }] },
    { values: [NAMES] },
    { title: { zh: '表', en: '' } },
    { other: 1 },
  ])('is refused with %j', (change) => {
    expect(valueTableSchema.safeParse({ ...table, ...change }).success).toBe(false)
  })
})
