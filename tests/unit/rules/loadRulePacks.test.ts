import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadRulePacks } from '../../../electron/common/resources/loadRulePacks'
import { makeSigningKey, signed, writePackFolder, writeTrustedKeys } from '../../helpers/signedPacks'
import { packFiles, ruleOf } from './packMaker'

const KEY = makeSigningKey('Tests')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rule-packs-'))
  await writeTrustedKeys(folder, KEY)
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

function filesOf(version: string, ...rules: Parameters<typeof packFiles>[0]): Record<string, unknown> {
  const files = packFiles(rules)
  return { ...files, 'pack.json': { ...(files['pack.json'] as object), version } }
}

async function writePack(name: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  await writePackFolder(path.join(folder, name), files)
}

describe('loading the packs of a folder', () => {
  it('reads every pack and leaves other files alone', async () => {
    await writePack('2026-02-01', signed(filesOf('2026-02-01', ruleOf('national:a')), KEY))
    await writePack('2026-01-01', signed(filesOf('2026-01-01', ruleOf('desk:a'), ruleOf('330000:b')), KEY))
    await writeFile(path.join(folder, 'README.txt'), 'packs')
    const { packs, refused } = await loadRulePacks(folder)
    expect(packs.map(({ pack }) => pack.general.map(({ id }) => id))).toEqual([['desk:a'], ['national:a']])
    expect(packs.map(({ key }) => key.name)).toEqual(['Tests', 'Tests'])
    expect(refused).toEqual([])
  })

  it('refuses a broken pack by file, rule and field, and keeps the good one', async () => {
    await writePack('2026-01-01', signed(filesOf('2026-01-01', ruleOf('national:a')), KEY))
    const broken = filesOf('2026-02-01', ruleOf('national:a', { severity: 'deadly' }))
    await writePack('2026-02-01', signed(broken, KEY))
    const { packs, refused } = await loadRulePacks(folder)
    expect(packs.map(({ pack }) => pack.version)).toEqual(['2026-01-01'])
    expect(refused).toMatchObject([
      {
        name: '2026-02-01',
        problems: [{ file: 'national.json', ruleId: 'national:a', field: 'severity' }],
      },
    ])
  })

  it('names a file that is no JSON', async () => {
    const files = signed(filesOf('2026-01-01', ruleOf('national:a')), KEY)
    await writePack('2026-01-01', { ...files, 'national.json': '{"rules": [' })
    const { packs, refused } = await loadRulePacks(folder)
    expect(packs).toEqual([])
    expect(refused).toMatchObject([
      { name: '2026-01-01', problems: [{ file: 'national.json', ruleId: null, message: 'is no JSON' }] },
    ])
  })

  it('refuses everything when nobody is trusted, or the list of keys is none', async () => {
    await writePack('2026-01-01', signed(filesOf('2026-01-01', ruleOf('national:a')), KEY))
    for (const keys of ['{"keys": []}', '{"keys": 1}', 'keys']) {
      await writeFile(path.join(folder, 'trusted-keys.json'), keys)
      const { packs, refused } = await loadRulePacks(folder)
      expect(packs).toEqual([])
      expect(refused).toMatchObject([{ problems: [{ file: 'signature.json', field: 'keyId' }] }])
    }
    await rm(path.join(folder, 'trusted-keys.json'))
    expect((await loadRulePacks(folder)).packs).toEqual([])
  })

  it('refuses a pack under another name than its own', async () => {
    await writePack('2026-03-01', signed(filesOf('2026-01-01', ruleOf('national:a')), KEY))
    expect((await loadRulePacks(folder)).refused).toMatchObject([
      { name: '2026-03-01', problems: [{ file: 'pack.json', field: 'version' }] },
    ])
  })
})
