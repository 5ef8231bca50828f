import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProgram, type Ended } from '../helpers/serverProcess'
import { HUMAN_LINE, testPackFiles, testRule } from '../helpers/serverRulePack'
import { writePackFolder } from '../helpers/signedPacks'

/** Each step is a process of its own, on a machine that does more. */
const LIMIT = 60_000

describe('npm run rulepack', { timeout: LIMIT }, () => {
  let folder: string
  const inFolder = (...names: readonly string[]): string => path.join(folder, ...names)
  const rulepack = (...args: readonly string[]): Promise<Ended> =>
    startProgram('cli/rulepack.ts', args, {}).ended

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rulepack-'))
    await writePackFolder(inFolder('old'), testPackFiles('2026-01-01', [testRule(HUMAN_LINE)]))
    await writePackFolder(
      inFolder('new'),
      testPackFiles('2026-06-01', [testRule(HUMAN_LINE, { severity: 'warn' }), testRule('desk:more')]),
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('makes a key that only its owner can read, and never replaces one', async () => {
    expect((await rulepack('new-key', 'Provider', inFolder('key.json'))).code).toBe(0)
    expect((await stat(inFolder('key.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(inFolder('key.json.public.json'), 'utf8')).not.toContain('privateKey')
    expect((await rulepack('new-key', 'Provider', inFolder('key.json'))).code).toBe(2)
  })

  it('signs a pack, verifies it by the public half, and packs it', async () => {
    expect((await rulepack('zip', inFolder('new'), inFolder('new.zip'))).stderr).toContain('sign it first')
    expect((await rulepack('sign', '--key', inFolder('key.json'), inFolder('new'))).code).toBe(0)
    const verified = await rulepack('verify', '--keys', inFolder('key.json.public.json'), inFolder('new'))
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.stdout).toContain('whole, version 2026-06-01, signed by Provider')
    expect((await rulepack('zip', inFolder('new'), inFolder('new.zip'))).code).toBe(0)
    expect((await stat(inFolder('new.zip'))).size).toBeGreaterThan(500)
  })

  it('does not verify by the keys of bundled packs, nor after a change', async () => {
    expect(await rulepack('verify', inFolder('new'))).toMatchObject({ code: 1 })
    const file = inFolder('new', 'desk.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"warn"', '"info"'))
    const changed = await rulepack('verify', '--keys', inFolder('key.json.public.json'), inFolder('new'))
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.stderr).toContain('signature.json digest does not fit')
    await writeFile(file, text)
  })

  it('does not sign what is not whole, and says where', async () => {
    await writePackFolder(
      inFolder('broken'),
      testPackFiles('2026-07-01', [testRule(HUMAN_LINE, { severity: 'deadly' })]),
    )
    const refused = await rulepack('sign', '--key', inFolder('key.json'), inFolder('broken'))
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toContain(`desk.json ${HUMAN_LINE} severity`)
  })

  it('compares two packs in words and as JSON', async () => {
    const told = await rulepack('diff', inFolder('old'), inFolder('new'))
    expect(told.stdout).toBe(
      [
        '2026-01-01 -> 2026-06-01: 1 added, 0 removed, 0 ended, 1 changed',
        '+ desk:more  desk:more',
        `~ ${HUMAN_LINE}  ${HUMAN_LINE}`,
        '    severity: "return" -> "warn"',
        '',
      ].join('\n'),
    )
    const json = await rulepack('diff', '--json', inFolder('old'), inFolder('new'))
    expect(JSON.parse(json.stdout)).toMatchObject({ added: [{ id: 'desk:more' }] })
  })

  it('writes a draft with a line for each proposal, unsigned, and never into a folder that is there', async () => {
    const words = { zh: '服务内容须在许可范围之内', en: 'The content is within the licence' }
    const proposals = {
      ...{ format: 'beian-desk/rule-proposals', version: 1, madeOn: '2026-11-23', basedOn: '2026-06-01' },
      effectiveFrom: '2026-12-01',
      proposals: [
        {
          ...{ kind: 'uncovered', title: words, requirement: words, from: '2026-11-01', to: '2026-11-20' },
          ...{
            province: '330000',
            group: 'service',
            filingTypes: ['first-filing'],
            reasonIds: [],
            filings: 3,
          },
        },
      ],
    }
    await writeFile(inFolder('proposals.json'), JSON.stringify(proposals))
    const draft = () => rulepack('draft', inFolder('proposals.json'), inFolder('new'), inFolder('draft'))
    expect((await draft()).stdout).toContain('draft of 2026-11-23 with 1 new rules, not signed')
    expect((await rulepack('diff', inFolder('new'), inFolder('draft'))).stdout).toContain(
      '2026-06-01 -> 2026-11-23: 1 added, 0 removed, 0 ended, 0 changed',
    )
    expect((await rulepack('verify', inFolder('draft'))).code).toBe(1)
    expect((await rulepack('sign', '--key', inFolder('key.json'), inFolder('draft'))).code).toBe(0)
    expect((await draft()).code).toBe(2)
  })

  it('drafts nothing from proposals that do not fit, and names the field', async () => {
    await writeFile(inFolder('wrong.json'), JSON.stringify({ format: 'beian-desk/rule-proposals' }))
    const refused = await rulepack('draft', inFolder('wrong.json'), inFolder('new'), inFolder('no-draft'))
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toContain('wrong.json proposals')
    await expect(stat(inFolder('no-draft'))).rejects.toThrow('ENOENT')
  })

  it('tells how it is used when it is used wrongly', async () => {
    const wrong = await rulepack('unpack')
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('Usage: npm run --silent rulepack')
  })
})
