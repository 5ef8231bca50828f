import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_PACK, testPackFiles, testRule, writeTestRulePack } from '../../helpers/serverRulePack'
import { makeSigningKey, signed, writePackFolder, writeTrustedKeys } from '../../helpers/signedPacks'
import { createRuleBook } from '../../../server/rules/ruleBook'
import { openRuleLibrary } from '../../../server/rules/ruleLibrary'
import { readRulePacks } from '../../../server/rules/readRulePacks'
import type { RefusedPack } from '../../../shared/rules/openPackFolder'
import type { RulePack } from '../../../shared/rules/rulePack'

const SHIPPED = path.resolve(import.meta.dirname, '../../../resources/rulepacks')

describe('The rule book of the server', () => {
  let folder: string
  let pack: RulePack

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-rules-'))
    const [found] = (await readRulePacks(await writeTestRulePack(folder))).packs
    if (!found) {
      throw new Error('Expected the pack of the tests')
    }
    pack = found.pack
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('reads what is shipped', async () => {
    const { packs, refused } = await readRulePacks(SHIPPED)
    expect(refused).toEqual([])
    const book = createRuleBook(packs.map((shipped) => shipped.pack))
    expect(book.versionFor('2026-11-21T09:00:00+08:00')).toMatch(/^\d{4}-\d{2}-\d{2}/)
  })

  it('judges a filing by the pack of the China date on which it was submitted', () => {
    const next = { ...pack, version: '2026-06-01', effectiveFrom: '2026-06-01' }
    const book = createRuleBook([next, pack])
    expect(book.versionFor('2026-05-31T15:59:59Z')).toBe(TEST_PACK)
    expect(book.versionFor('2026-05-31T16:00:00Z')).toBe('2026-06-01')
    expect(book.versionFor('2019-01-01T00:00:00Z')).toBe(TEST_PACK)
  })

  it('is not made without any pack', () => {
    expect(() => createRuleBook([])).toThrow('There is no rule pack')
  })

  it('stays with the last good pack when a newer one is broken, and tells which and where', async () => {
    const place = path.join(folder, 'spoilt')
    const key = makeSigningKey('Tests')
    const broken = testPackFiles('2026-06-01', [testRule('desk:a', { severity: 'deadly' })])
    await writeTrustedKeys(place, key)
    await writePackFolder(
      path.join(place, TEST_PACK),
      signed(testPackFiles(TEST_PACK, [testRule('desk:a')]), key),
    )
    await writePackFolder(path.join(place, '2026-06-01'), signed(broken, key))
    const told: RefusedPack[] = []
    const library = await openRuleLibrary({ folder: place, onRefused: (refused) => told.push(refused) })
    expect(library.book.versionFor('2026-07-01T09:00:00+08:00')).toBe(TEST_PACK)
    expect(told).toMatchObject([
      { name: '2026-06-01', problems: [{ file: 'desk.json', ruleId: 'desk:a', field: 'severity' }] },
    ])
    expect(library.refused()).toEqual(told)
  })

  it('does not open without a good pack, and says why', async () => {
    const place = path.join(folder, 'unsigned')
    await writePackFolder(path.join(place, TEST_PACK), testPackFiles(TEST_PACK, []))
    await expect(openRuleLibrary({ folder: place, onRefused: () => undefined })).rejects.toThrow(
      /no rule pack that can be used.*2026-01-01: signature\.json is missing/,
    )
  })
})
