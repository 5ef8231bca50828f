import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readShippedRulePacks } from '../helpers/shippedRulePack'
import { CERTIFICATE_TYPES, ENTITY_NATURES } from '../../shared/domain/filing'
import { DOCUMENT_KINDS } from '../../shared/domain/documentKinds'
import { FILING_TYPES } from '../../shared/domain/filingTypes'
import { PROVINCES } from '../../shared/domain/provinces'
import { CHECK_NAMES } from '../../shared/rules/checks/checks'
import {
  accessModeNamesSchema,
  certificateTypeNamesSchema,
  documentNamesSchema,
  entityNatureNamesSchema,
  filingTypeNamesSchema,
  valueTableSchema,
} from '../../shared/rules/codeTables'
import { reasonCatalogueSchema } from '../../shared/rules/reasons'
import type { Rule } from '../../shared/rules/rule'
import type { RulePack } from '../../shared/rules/rulePack'

const RESOURCES = path.join(import.meta.dirname, '../../resources')

/**
 * Rules as researched on 2026-11-21: 135 national, 830 of the divisions. A rule that is lost is a rule not applied.
 * Three of the national ones spoke of several periods and stand as one rule for each period: the waves of the text
 * check, its 24 hours, and the transition of App filing.
 */
const NATIONAL_RULES = 138
const PROVINCIAL_RULES = 830

function readJson(...names: readonly string[]): unknown {
  return JSON.parse(readFileSync(path.join(RESOURCES, ...names), 'utf8'))
}

let pack: RulePack
let rules: readonly Rule[]

beforeAll(async () => {
  const packs = await readShippedRulePacks()
  const first = packs.find((shipped) => shipped.pack.version === '2026-11-21')
  if (first === undefined) {
    throw new Error('There is no pack of 2026-11-21')
  }
  pack = first.pack
  rules = [...pack.general, ...Object.values(pack.byProvince).flat()]
})

describe('the shipped rule pack', () => {
  it('holds every researched rule once', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.startsWith('national:'))).toHaveLength(NATIONAL_RULES)
    expect(ids.filter((id) => /^\d/.test(id))).toHaveLength(PROVINCIAL_RULES)
  })

  it('has a file for each of the 31 divisions, with rules in it', () => {
    const codes = PROVINCES.map(({ code }) => code)
    expect(Object.keys(pack.byProvince).toSorted()).toEqual(codes.toSorted())
    for (const code of codes) {
      expect(pack.byProvince[code]?.length, code).toBeGreaterThanOrEqual(15)
    }
  })

  it('is about as large as it was, not grown past what a start can read', () => {
    const folder = path.join(RESOURCES, 'rulepacks', '2026-11-21')
    const bytes = readdirSync(folder).reduce(
      (sum, name) => sum + readFileSync(path.join(folder, name)).length,
      0,
    )
    expect(bytes).toBeLessThan(1_500_000)
  })

  it('uses every check that exists, and says of each rule what is expected in Chinese', () => {
    const used = new Set(rules.map(({ check }) => check?.name))
    expect(CHECK_NAMES.filter((name) => !used.has(name as never))).toEqual([])
    const untranslated = rules.filter(
      ({ effectiveTo, requirementZhFrom }) => effectiveTo === null && requirementZhFrom === 'title',
    )
    expect(untranslated.map(({ id }) => id)).toEqual([])
  })

  it('carries the cautions that its own facts call for', () => {
    for (const rule of rules) {
      const expected = [
        ...(rule.confidence === 'inferred' ? ['inferred'] : []),
        ...(rule.source.checked === 'from-notes' ? ['unchecked'] : []),
        ...(rule.conflictsWith.length > 0 ? ['conflict'] : []),
      ]
      expect(rule.cautions, rule.id).toEqual(expect.arrayContaining(expected))
    }
  })

  it('names only reasons of the catalogue', () => {
    const catalogue = reasonCatalogueSchema.parse(readJson('reasons', 'reasons.json'))
    const known = new Set(catalogue.reasons.map(({ id }) => id))
    expect(
      rules.flatMap(({ id, reasonIds }) =>
        reasonIds.filter((reason) => !known.has(reason)).map((reason) => `${id}: ${reason}`),
      ),
    ).toEqual([])
  })

  it('has something to say of every filing type', () => {
    for (const type of FILING_TYPES) {
      const standing = rules.filter(
        ({ appliesTo, effectiveTo }) => effectiveTo === null && appliesTo.filingTypes.includes(type),
      )
      expect(standing.length, type).toBeGreaterThan(5)
    }
  })
})

describe('the catalogue of reasons', () => {
  it('holds the 135 reasons, each once, in both languages and with a source that is explained', () => {
    const { reasons, sources } = reasonCatalogueSchema.parse(readJson('reasons', 'reasons.json'))
    expect(reasons).toHaveLength(135)
    expect(new Set(reasons.map(({ id }) => id)).size).toBe(135)
    for (const { id, title, advice, source } of reasons) {
      expect(
        [title.zh, title.en, advice.zh, advice.en].every((text) => text.trim() !== ''),
        id,
      ).toBe(true)
      expect(
        source.filter((key) => sources[key] === undefined),
        id,
      ).toEqual([])
    }
  })
})

describe('the code tables', () => {
  it('name every member of the bundle format in Chinese and English', () => {
    expect(Object.keys(filingTypeNamesSchema.parse(readJson('codes', 'filing-types.json')).names)).toEqual([
      ...FILING_TYPES,
    ])
    expect(
      Object.keys(entityNatureNamesSchema.parse(readJson('codes', 'entity-natures.json')).names).toSorted(),
    ).toEqual(ENTITY_NATURES.toSorted())
    expect(
      Object.keys(
        certificateTypeNamesSchema.parse(readJson('codes', 'certificate-types.json')).names,
      ).toSorted(),
    ).toEqual(CERTIFICATE_TYPES.toSorted())
    expect(accessModeNamesSchema.safeParse(readJson('codes', 'access-modes.json')).success).toBe(true)
    const documents = documentNamesSchema.parse(readJson('codes', 'documents.json'))
    expect(Object.keys(documents.kinds).toSorted()).toEqual(DOCUMENT_KINDS.toSorted())
  })

  it.each(['service-content', 'pre-approvals', 'languages'])('%s lists values once', (name) => {
    const { values } = valueTableSchema.parse(readJson('codes', `${name}.json`))
    expect(new Set(values.map(({ zh }) => zh)).size).toBe(values.length)
  })
})
