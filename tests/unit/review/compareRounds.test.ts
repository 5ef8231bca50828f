import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OTHER_PERSON, FIRST_FILING, PRINCIPAL, WEBSITE } from '../rules/caseMaker'
import { alignApplications, pathInLater } from '../../../shared/review/alignApplications'
import { compareRounds, type FieldChange } from '../../../shared/review/compareRounds'
import type { Application, Service } from '../../../shared/domain/filing'
import type { JudgedDocument } from '../../../shared/rules/judgedCase'

function paper(id: string, part: Partial<JudgedDocument> = {}): JudgedDocument {
  return { id, kind: 'resident-id', face: 'portrait', owner: 'entity-principal', sha256: `of-${id}`, ...part }
}

function filing(services: readonly Service[], part: Partial<typeof FIRST_FILING> = {}): Application {
  return { ...FIRST_FILING, services: services as typeof FIRST_FILING.services, ...part }
}

function fieldsOf(before: Application, after: Application): readonly FieldChange[] {
  return compareRounds({ application: before, documents: [] }, { application: after, documents: [] }).fields
}

const word = fc.constantFrom('甲', '乙', '丙', '丁')
const person = fc.record({ name: word, mobile: word, email: word }).map((part) => ({ ...PRINCIPAL, ...part }))
const domain = fc
  .record({ name: word, registrar: word, realNameVerified: fc.boolean() })
  .map((part) => ({ ...WEBSITE.domains[0], ...part }))
const service = fc.record({
  ...Object.fromEntries(Object.entries(WEBSITE).map(([name, value]) => [name, fc.constant(value)])),
  id: fc.constantFrom('s1', 's2', 's3', 's4'),
  name: word,
  principal: person,
  domains: fc.uniqueArray(domain, { maxLength: 3, selector: ({ name }) => name }),
  languages: fc.array(word, { minLength: 1, maxLength: 3 }),
})
const application = fc
  .record({
    name: word,
    principal: person,
    services: fc.uniqueArray(service, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ name, principal, services }) =>
    filing(services as unknown as Service[], { entity: { ...FIRST_FILING.entity, name, principal } }),
  )
const papers = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('d1', 'd2', 'd3', 'd4', 'd5'),
    kind: fc.constantFrom('resident-id', 'supplementary'),
    face: fc.constantFrom('portrait', 'emblem', 'page'),
    owner: fc.constantFrom('entity-principal', 'service'),
    sha256: fc.constantFrom('a', 'b', 'c'),
  }) as fc.Arbitrary<JudgedDocument>,
  { maxLength: 5, selector: ({ id }) => id },
)
const round = fc.record({ application, documents: papers })

/** Every value by its path. */
function leaves(value: unknown, path = 'application'): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, `${path}.${key}`)]))
    : new Map([[path, value]])
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((item) => JSON.stringify(item)).sort()
}

describe('compareRounds', () => {
  it('finds nothing between a round and itself', () => {
    fc.assert(
      fc.property(round, (one) => {
        const { fields, documents } = compareRounds(one, structuredClone(one))
        expect(fields).toEqual([])
        expect(documents.map(({ kind }) => kind)).toEqual(one.documents.map(() => 'unchanged'))
      }),
    )
  })

  it('says the inverse when the rounds change places', () => {
    const opposite = {
      added: 'removed',
      removed: 'added',
      replaced: 'replaced',
      unchanged: 'unchanged',
    } as const
    fc.assert(
      fc.property(round, round, (one, other) => {
        const there = compareRounds(one, other)
        const back = compareRounds(other, one)
        expect(sorted(back.fields)).toEqual(
          sorted(
            there.fields.map(({ pathBefore, path, before, after }) => ({
              pathBefore: path,
              path: pathBefore,
              before: after,
              after: before,
            })),
          ),
        )
        expect(sorted(back.documents.map(({ kind, before, after }) => [kind, before, after]))).toEqual(
          sorted(there.documents.map(({ kind, before, after }) => [opposite[kind], after, before])),
        )
      }),
    )
  })

  it('accounts for every value once: it differs and is reported, or it has its equal', () => {
    fc.assert(
      fc.property(application, application, (one, other) => {
        const fields = fieldsOf(one, other)
        const sides = [
          [leaves(one), fields.map(({ pathBefore, before }) => [pathBefore, before] as const)],
          [leaves(other), fields.map(({ path, after }) => [path, after] as const)],
        ] as const
        const untold = sides.map(([all, told]) => {
          const named = told.filter(([path]) => path !== null)
          expect(new Set(named.map(([path]) => path)).size).toBe(named.length)
          for (const [path, value] of named) {
            expect(all.get(path ?? '')).toBe(value)
          }
          const paths = new Set(named.map(([path]) => path))
          return [...all].filter(([path]) => !paths.has(path)).map(([, value]) => value)
        })
        expect(sorted(untold[0] ?? [])).toEqual(sorted(untold[1] ?? []))
      }),
    )
  })

  it('accounts for every document of both rounds once', () => {
    fc.assert(
      fc.property(papers, papers, (one, other) => {
        const { documents } = compareRounds(
          { application: FIRST_FILING, documents: one },
          { application: FIRST_FILING, documents: other },
        )
        expect(sorted(documents.flatMap(({ before }) => before ?? []))).toEqual(sorted(one))
        expect(documents.flatMap(({ after }) => after ?? [])).toEqual(other)
      }),
    )
  })

  it('knows services by their id and not by their place', () => {
    const second = { ...WEBSITE, id: 's2', name: '样例论坛' }
    const renamed = { ...second, name: '样例读书' }
    expect(fieldsOf(filing([WEBSITE, second]), filing([renamed, WEBSITE]))).toEqual([
      {
        pathBefore: 'application.services.1.name',
        path: 'application.services.0.name',
        before: '样例论坛',
        after: '样例读书',
      },
    ])
  })

  it('keeps the two principals apart, whoever they are', () => {
    const other = { ...WEBSITE, principal: OTHER_PERSON }
    const paths = fieldsOf(filing([WEBSITE]), filing([other])).map(({ path }) => path)
    expect(paths).toContain('application.services.0.principal.name')
    expect(paths.every((path) => path?.startsWith('application.services.0.principal.'))).toBe(true)
  })

  it('takes a single domain under another name for the same domain', () => {
    const [first] = WEBSITE.domains
    const domains = [{ ...first, name: 'xinghai.example' }] as typeof WEBSITE.domains
    expect(fieldsOf(filing([WEBSITE]), filing([{ ...WEBSITE, domains }]))).toEqual([
      {
        pathBefore: 'application.services.0.domains.0.name',
        path: 'application.services.0.domains.0.name',
        before: 'xinghe.example',
        after: 'xinghai.example',
      },
    ])
  })

  it('tells a value that was left out from one that was filled in', () => {
    const { remarks: _none, ...without } = WEBSITE
    expect(fieldsOf(filing([without]), filing([WEBSITE]))).toEqual([
      { pathBefore: null, path: 'application.services.0.remarks', before: null, after: WEBSITE.remarks },
    ])
  })

  it('tells documents by their place and their bytes, whatever their ids', () => {
    const before = [
      paper('a'),
      paper('b', { face: 'emblem' }),
      paper('c', { kind: 'supplementary', face: 'page' }),
    ]
    const after = [
      paper('x', { face: 'emblem', sha256: 'new' }),
      paper('y', { sha256: 'of-a' }),
      paper('a', { kind: 'backdrop-photo', face: 'page' }),
    ]
    const { documents } = compareRounds(
      { application: FIRST_FILING, documents: before },
      { application: FIRST_FILING, documents: after },
    )
    expect(documents.map((change) => [change.kind, change.before?.id, change.after?.id])).toEqual([
      ['replaced', 'b', 'x'],
      ['unchanged', 'a', 'y'],
      ['added', undefined, 'a'],
      ['removed', 'c', undefined],
    ])
  })

  it('finds pages of one place by their bytes before it takes their order', () => {
    const page = (id: string, sha256: string) => paper(id, { kind: 'supplementary', face: 'page', sha256 })
    const { documents } = compareRounds(
      { application: FIRST_FILING, documents: [page('1', 'one'), page('2', 'two')] },
      { application: FIRST_FILING, documents: [page('1', 'two'), page('2', 'three')] },
    )
    expect(documents.map((change) => [change.kind, change.before?.sha256, change.after?.sha256])).toEqual([
      ['unchanged', 'two', 'two'],
      ['replaced', 'one', 'three'],
    ])
  })
})

describe('pages of one place with other bytes', () => {
  const page = (id: string, sha256: string) => paper(id, { kind: 'supplementary', face: 'page', sha256 })

  it('find each other by their ids before they take their order', () => {
    const { documents } = compareRounds(
      { application: FIRST_FILING, documents: [page('1', 'one'), page('2', 'two')] },
      { application: FIRST_FILING, documents: [page('2', 'three'), page('1', 'four')] },
    )
    expect(documents.map((change) => [change.kind, change.before?.id, change.after?.id])).toEqual([
      ['replaced', '2', '2'],
      ['replaced', '1', '1'],
    ])
  })
})

describe('pathInLater', () => {
  const second = { ...WEBSITE, id: 's2' }
  const aligned = alignApplications(filing([WEBSITE, second]), filing([second]))

  it.each([
    ['application.services.1.name', 'application.services.0.name'],
    ['application.services[1].principal', 'application.services.0.principal'],
    ['application.services.1.never.filled', 'application.services.0.never.filled'],
    ['application.services.0.name', null],
    ['application.entity.name', 'application.entity.name'],
    ['application', 'application'],
  ])('%s stands at %s', (path, expected) => {
    expect(pathInLater(aligned, path)).toBe(expected)
  })
})
