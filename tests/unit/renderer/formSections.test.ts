import { describe, expect, it } from 'vitest'
import { formSections } from '../../../renderer/review/formSections'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { makeBundle } from '../../specimens/index'

function valueAt(root: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root)
}

async function labelOfChange(changed: string) {
  const { bundle } = await makeBundle({
    seed: 13,
    filingType: 'change',
    nature: 'enterprise',
    pictures: 'none',
  })
  const { application } = bundle
  if (application.filingType !== 'change') {
    throw new Error('The specimen changes something')
  }
  const changes = [{ field: changed, before: '甲', after: '乙' }]
  const [section] = formSections({ ...bundle, application: { ...application, changes } }).filter(
    ({ id }) => id === 'changes',
  )
  const [first] = section?.fields ?? []
  if (first === undefined) {
    throw new Error('A change is a field of the form')
  }
  return first.label
}

describe('formSections', () => {
  it.each(FILING_TYPES)('shows a %s with paths that lead into filing.json', async (filingType) => {
    const { bundle } = await makeBundle({ seed: 11, filingType, pictures: 'tiny' })
    const fields = formSections(bundle).flatMap((section) => section.fields)
    const paths = fields.map((field) => field.path)
    expect(paths.filter((path) => valueAt(bundle, path) === undefined)).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain('application.entity.name')
    expect(paths).toContain('application.entity.principal.mobile')
  })

  it.each([
    ['entity.name', 'entity', 'name'],
    ['application.entity.principal.mobile', 'principal', 'mobile'],
    ['services[0].name', 'service', 'serviceName'],
    ['services.0.domains.0.expiresAt', 'service', 'expiresAt'],
  ])('calls a change of %s what the form calls that field', async (changed, section, key) => {
    const label = await labelOfChange(changed)
    expect('section' in label ? [label.section.title.key, label.field.label] : label).toEqual([
      section,
      { key },
    ])
  })

  it('leaves a change that the form has no field for as it was written', async () => {
    expect(await labelOfChange('services.9.name')).toEqual({ text: 'services.9.name' })
  })

  it('shows every value that an applicant typed', async () => {
    const { bundle } = await makeBundle({
      seed: 12,
      filingType: 'first-filing',
      nature: 'enterprise',
      pictures: 'tiny',
    })
    const paths = formSections(bundle).flatMap((section) => section.fields.map((field) => field.path))
    // Shown with another field, or a number that only the system uses.
    const elsewhere = [
      /\.validFrom$/,
      /^application\.entity\.kind$/,
      /\.services\.\d+\.id$/,
      /publicKeyMd5$/,
      /\.os$/,
    ]
    const hidden = leafPaths(bundle.application, 'application').filter(
      (path) =>
        !elsewhere.some((pattern) => pattern.test(path)) &&
        !paths.some((shown) => path === shown || path.startsWith(`${shown}.`)),
    )
    expect(hidden).toEqual([])
  })

  it('shows the record on file behind what is filed, and whose each value is', async () => {
    const { bundle } = await makeBundle({
      seed: 14,
      filingType: 'add-provider',
      nature: 'enterprise',
      pictures: 'tiny',
    })
    const sections = formSections(bundle)
    const ids = sections.map(({ id }) => id)
    expect(ids.slice(ids.indexOf('record'))).toEqual([
      'record',
      'record-principal',
      'record-service-1',
      'record-service-principal-1',
    ])
    expect(ids.indexOf('entity')).toBeLessThan(ids.indexOf('record'))
    const names = sections.filter(({ id }) => id.endsWith('principal-1') || id === 'record-principal')
    expect(names.map(({ fields }) => fields[0]?.label)).toEqual(names.map(() => ({ key: 'personName' })))
  })

  it('hides numbers of private persons and passwords until they are asked for', async () => {
    const { bundle } = await makeBundle({
      seed: 13,
      filingType: 'add-provider',
      nature: 'enterprise',
      pictures: 'tiny',
    })
    const fields = formSections(bundle).flatMap((section) => section.fields)
    const hidden = new Map(fields.map((field) => [field.path, field.sensitivity]))
    expect(hidden.get('application.entity.principal.certificate.number')).toBe('number')
    expect(hidden.get('application.entity.principal.mobile')).toBe('number')
    expect(hidden.get('application.existing.filingPassword')).toBe('secret')
    expect(hidden.get('application.entity.certificate.number')).toBeUndefined()
  })

  it('hides the number of an individual entity', async () => {
    const { bundle } = await makeBundle({
      seed: 14,
      filingType: 'first-filing',
      entityKind: 'individual',
      pictures: 'tiny',
    })
    const fields = formSections(bundle).flatMap((section) => section.fields)
    const own = fields.find((field) => field.path === 'application.entity.certificate.number')
    expect(own?.sensitivity).toBe('number')
  })
})

function leafPaths(value: unknown, path: string): readonly string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, `${path}.${key}`))
    : [path]
}
