import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadRulePacks } from '../../../electron/common/resources/loadRulePacks'
import { packFiles, ruleOf } from './packMaker'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rule-packs-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function writePack(name: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(path.join(folder, name))
  for (const [file, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(path.join(folder, name, file), text)
  }
}

describe('loading the packs of a folder', () => {
  it('reads every pack and leaves other files alone', async () => {
    await writePack('b', packFiles([ruleOf('national:a')]))
    await writePack('a', packFiles([ruleOf('desk:a'), ruleOf('330000:b')]))
    await writeFile(path.join(folder, 'README.txt'), 'packs')
    const packs = await loadRulePacks(folder)
    expect(packs.ok && packs.value.map(({ general }) => general.map(({ id }) => id))).toEqual([
      ['desk:a'],
      ['national:a'],
    ])
  })

  it('refuses all for one broken pack and names it, its file and its rule', async () => {
    await writePack('good', packFiles([ruleOf('national:a')]))
    await writePack('later', packFiles([ruleOf('national:a', { severity: 'deadly' })]))
    expect(await loadRulePacks(folder)).toMatchObject({
      ok: false,
      error: {
        pack: 'later',
        problems: [{ file: 'national.json', ruleId: 'national:a', field: 'severity' }],
      },
    })
  })

  it('names a file that is no JSON', async () => {
    await writePack('torn', { ...packFiles([ruleOf('national:a')]), 'national.json': '{"rules": [' })
    const packs = await loadRulePacks(folder)
    expect(packs).toMatchObject({
      ok: false,
      error: { pack: 'torn', problems: [{ file: 'national.json', ruleId: null }] },
    })
  })
})
