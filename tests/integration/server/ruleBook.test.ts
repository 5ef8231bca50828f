import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_PACK, writeTestRulePack } from '../../helpers/serverRulePack'
import { createRuleBook } from '../../../server/rules/ruleBook'
import { readRulePacks } from '../../../server/rules/readRulePacks'
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
    const packs = await readRulePacks(SHIPPED)
    expect(packs.length).toBeGreaterThan(0)
    expect(createRuleBook(packs).versionFor('2026-11-21T09:00:00+08:00')).toMatch(/^\d{4}-\d{2}-\d{2}/)
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

  it('refuses a pack that is not whole and says where', async () => {
    const spoilt = path.join(folder, 'spoilt')
    await cp(path.join(folder, TEST_PACK), path.join(spoilt, TEST_PACK), { recursive: true })
    await writeFile(path.join(spoilt, TEST_PACK, 'desk.json'), '{"rules": []}')
    await expect(readRulePacks(spoilt)).rejects.toThrow(/desk\.json rules has 0 rules, pack\.json counts 2/)
    await writeFile(path.join(spoilt, TEST_PACK, 'desk.json'), '{')
    await expect(readRulePacks(spoilt)).rejects.toThrow(/desk\.json cannot be read as JSON/)
  })
})
