import { describe, expect, it } from 'vitest'
import { filingBundleJsonSchema } from '../../../shared/protocol/filingBundleJsonSchema'

describe('the published schema of filing.json', () => {
  it('has a name and an address of its own, and keeps both whenever it is made', () => {
    expect(filingBundleJsonSchema()).toMatchObject({
      $id: 'https://beian-desk.example/schemas/filing-bundle.json',
      title: 'Filing bundle of Beian Desk (filing.json)',
    })
    expect(filingBundleJsonSchema()['$schema']).toContain('json-schema.org')
  })

  it('tells the formats apart, and says each part once', () => {
    const made = filingBundleJsonSchema()
    const text = JSON.stringify(made)
    for (const format of ['filing', 'supplement', 'notice']) {
      expect(text).toContain(`"const":"beian-desk/${format}"`)
    }
    expect(Object.keys(made['$defs'] ?? {}).length).toBeGreaterThan(5)
    expect(text).toContain('"$ref"')
  })

  it('asks a writer for nothing that intake fills in by itself', () => {
    const notice = objectsIn(filingBundleJsonSchema()).find(
      (own) => (own['properties'] as Properties | undefined)?.['format']?.const === 'beian-desk/notice',
    )
    expect(notice?.['required']).toEqual(expect.arrayContaining(['format', 'orderNumber', 'notice']))
    expect(notice?.['required']).not.toContain('documents')
  })
})

type Properties = Readonly<Record<string, { readonly const?: unknown } | undefined>>

/** Every object of the schema, the schema itself first. */
function objectsIn(value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) {
    return []
  }
  const inner = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inner : [value as Readonly<Record<string, unknown>>, ...inner]
}
