import { describe, expect, it } from 'vitest'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import { makeSigningKey, publicHalf, signed } from '../../helpers/signedPacks'
import { openPackFolder, readTrustedKeys } from '../../../shared/rules/openPackFolder'
import { describePackProblem, openRulePackTexts, parsePackTexts } from '../../../shared/rules/openRulePack'
import { checkPackSignature, keyIdOf, packDigest, signedMessage } from '../../../shared/rules/packSignature'
import { comparePacks, parseRulePack } from '../../../shared/rules/rulePack'
import { packFiles, ruleOf } from './packMaker'

const KEY = makeSigningKey('Ours')
const KEYS_TEXT = JSON.stringify({ keys: [publicHalf(KEY)] })

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`
}

function textsOf(version: string): Record<string, string> {
  const files = packFiles([ruleOf('national:a')])
  const manifest = { ...(files['pack.json'] as object), version, effectiveFrom: version.slice(0, 10) }
  const whole = signed({ ...files, 'pack.json': manifest }, KEY)
  return Object.fromEntries(Object.entries(whole).map(([file, content]) => [file, JSON.stringify(content)]))
}

describe('reading the files of a pack', () => {
  it('gives each file its content', () => {
    expect(parsePackTexts({ 'a.json': '{"b": [1, null]}', 'c.json': 'null' })).toEqual({
      ok: true,
      value: { 'a.json': { b: [1, null] }, 'c.json': null },
    })
  })

  it('tells of every file that is no JSON or nested beyond measure, in their order', () => {
    expect(parsePackTexts({ 'a.json': '{', 'b.json': '[]', 'c.json': nested(33), 'd.json': '' })).toEqual({
      ok: false,
      error: [
        { file: 'a.json', ruleId: null, field: '', message: 'is no JSON' },
        { file: 'c.json', ruleId: null, field: '', message: 'is nested deeper than 32' },
        { file: 'd.json', ruleId: null, field: '', message: 'is no JSON' },
      ],
    })
  })

  it.each([
    ['lists', nested(32), nested(33)],
    ['objects', `${'{"a":'.repeat(31)}{}${'}'.repeat(31)}`, `${'{"a":'.repeat(32)}{}${'}'.repeat(32)}`],
    ['a value inside', `${'['.repeat(31)}null${']'.repeat(31)}`, `${'['.repeat(32)}null${']'.repeat(32)}`],
  ])('takes 32 levels of %s and no more', (_, fits, tooDeep) => {
    expect(parsePackTexts({ 'a.json': fits }).ok).toBe(true)
    expect(parsePackTexts({ 'a.json': tooDeep }).ok).toBe(false)
  })

  it.each([
    [
      { file: 'a.json', ruleId: 'national:a', field: 'check.days', message: 'is small' },
      'a.json national:a check.days is small',
    ],
    [{ file: 'a.json', ruleId: null, field: 'counts', message: 'is small' }, 'a.json counts is small'],
    [{ file: 'a.json', ruleId: null, field: '', message: 'is no JSON' }, 'a.json is no JSON'],
  ])('tells %j in one line', (problem, line) => {
    expect(describePackProblem(problem)).toBe(line)
  })
})

describe('a folder of packs', () => {
  it('opens what is sound in the order of names, and refuses the rest by name', () => {
    const broken = { ...textsOf('2026-02-01'), 'national.json': '[' }
    const packs = {
      '2026-03-01': textsOf('2026-03-01'),
      '2026-02-01': broken,
      '2026-01-01': textsOf('2026-01-01'),
      '2025-01-01': textsOf('2026-01-01'),
    }
    const opened = openPackFolder({ keys: KEYS_TEXT, packs }, packCrypto)
    expect(opened.packs.map(({ pack, key }) => [pack.version, key.name])).toEqual([
      ['2026-01-01', 'Ours'],
      ['2026-03-01', 'Ours'],
    ])
    expect(opened.refused).toEqual([
      {
        name: '2025-01-01',
        problems: [
          {
            file: 'pack.json',
            ruleId: null,
            field: 'version',
            message: 'does not fit the folder 2025-01-01',
          },
        ],
      },
      {
        name: '2026-02-01',
        problems: [{ file: 'national.json', ruleId: null, field: '', message: 'is no JSON' }],
      },
    ])
    expect(opened.keys).toEqual([publicHalf(KEY)])
  })

  it('trusts nobody without a list of keys', () => {
    const opened = openPackFolder({ keys: null, packs: { '2026-01-01': textsOf('2026-01-01') } }, packCrypto)
    expect(opened).toMatchObject({ packs: [], keys: [], refused: [{ name: '2026-01-01' }] })
  })

  it.each(['{"keys": 1}', 'keys', 'null', '{"keys": [{"name": "Ours"}]}', nested(40)])(
    'reads no key from %s',
    (text) => {
      expect(readTrustedKeys(text)).toEqual([])
    },
  )

  it('reads the keys of a list', () => {
    expect(readTrustedKeys(KEYS_TEXT)).toEqual([publicHalf(KEY)])
  })
})

describe('what is signed', () => {
  const files = packFiles([ruleOf('national:a')])

  it('is named by digest and key', () => {
    const { publicKey, keyId } = publicHalf(KEY)
    expect(keyIdOf(publicKey, packCrypto)).toBe(packCrypto.sha256(publicKey).slice(0, 16))
    expect(keyIdOf(publicKey, packCrypto)).toBe(keyId)
    expect(signedMessage('abc')).toBe('beian-desk/rule-pack sha256:abc')
    expect(packDigest(files, packCrypto)).toMatch(/^[0-9a-f]{64}$/)
    expect(packDigest(signed(files, KEY), packCrypto)).toBe(packDigest(files, packCrypto))
  })

  it('is opened with the digest and the key that answer for it', () => {
    const digest = packDigest(files, packCrypto)
    const key = publicHalf(KEY)
    const keys = [publicHalf(makeSigningKey('Theirs')), key]
    expect(checkPackSignature(signed(files, KEY), keys, packCrypto)).toEqual({
      ok: true,
      value: { digest, key },
    })
    expect(openRulePackTexts(textsOf('2026-01-01'), keys, packCrypto)).toMatchObject({
      ok: true,
      value: {
        key,
        pack: { version: '2026-01-01', effectiveFrom: '2026-01-01', title: { zh: '测试', en: 'Test' } },
      },
    })
  })

  it('is refused with the words for what does not fit', () => {
    const refusalOf = (spoiled: Readonly<Record<string, unknown>>, keys = [publicHalf(KEY)]) => {
      const checked = checkPackSignature(spoiled, keys, packCrypto)
      return checked.ok ? [] : checked.error.map(describePackProblem)
    }
    const { keyId } = publicHalf(KEY)
    expect(refusalOf(files)).toEqual(['signature.json is missing: the pack is not signed'])
    expect(refusalOf(signed(files, KEY), [])).toEqual([`signature.json keyId no trusted key ${keyId}`])
    expect(refusalOf({ ...signed(files, KEY), 'desk.json': {} })).toEqual([
      'signature.json digest does not fit: the pack was changed after it was signed',
    ])
    const other = { ...(signed(files, makeSigningKey('Theirs'))['signature.json'] as object), keyId }
    expect(refusalOf({ ...files, 'signature.json': other })).toEqual([
      `signature.json signature was not made by key ${keyId}`,
    ])
  })
})

describe('what is wrong with a pack', () => {
  const told = (files: Readonly<Record<string, unknown>>): readonly string[] => {
    const parsed = parseRulePack(files)
    return parsed.ok ? [] : parsed.error.map(describePackProblem)
  }

  it('is told in full words: what is missing, not counted, lost, or in the wrong file', () => {
    const files = packFiles([ruleOf('national:a'), ruleOf('desk:b')])
    const { 'pack.json': _manifest, 'sources.json': _sources, ...rest } = files
    expect(told(rest)).toEqual(['pack.json is missing', 'sources.json is missing'])
    expect(told({ ...files, 'desk.json': { rules: [] } })).toEqual([
      'desk.json rules has 0 rules, pack.json counts 1',
    ])
    expect(told({ ...files, 'desk.json': { rules: [ruleOf('national:desk')] } })).toEqual([
      'desk.json national:desk id does not belong into desk.json',
    ])
    expect(told({ ...files, '110000.json': { rules: [] }, 'notes.json.txt': '' })).toEqual([
      '110000.json is not counted in pack.json',
      'notes.json.txt is not counted in pack.json',
    ])
    const { 'desk.json': _desk, ...without } = files
    expect(told(without)).toEqual(['desk.json is missing'])
  })

  it.each([
    ['twice there', [ruleOf('desk:a'), ruleOf('desk:a')], 'desk.json desk:a id stands there twice'],
    ['topic', [ruleOf('desk:a', { judgedWith: 'look' })], 'desk.json desk:a judgedWith no topic look'],
    [
      'successor',
      [ruleOf('desk:a', { supersededBy: 'desk:z' })],
      'desk.json desk:a supersededBy no rule desk:z',
    ],
    [
      'source',
      [ruleOf('desk:a', { corroboratedBy: ['k'] })],
      'desk.json desk:a corroboratedBy.0 no source k',
    ],
    ['origin', [ruleOf('desk:a', { derivedFrom: 'desk:z' })], 'desk.json desk:a derivedFrom no rule desk:z'],
  ])('names the reference that leads nowhere: %s', (_, rules, line) => {
    expect(told(packFiles(rules))).toEqual([line])
  })

  it.each([[null], ['national:a'], [7], [{ id: 7 }]])('names no rule where there is none: %j', (entry) => {
    const files = packFiles([ruleOf('national:a')])
    const parsed = parseRulePack({ ...files, 'national.json': { rules: [entry] } })
    expect(parsed.ok ? [] : [...new Set(parsed.error.map(({ ruleId }) => ruleId))]).toEqual([null])
  })

  it('is nothing where every reference leads somewhere', () => {
    const rules = [
      ruleOf('desk:a', { topic: 'look', derivedFrom: 'national:c' }),
      ruleOf('desk:b', { judgedWith: 'look', supersededBy: 'national:c' }),
      ruleOf('national:c'),
    ]
    expect(told(packFiles(rules))).toEqual([])
  })
})

describe('the order of packs', () => {
  it('is by first day, then by version', () => {
    const sorted = [
      ['2026-01-01', '2025-12-01'],
      ['2026-01-01', '2026-01-01'],
      ['2026-01-01', '2026-01-01-2'],
      ['2026-01-02', '2025-11-30'],
    ].map(([effectiveFrom = '', version = '']) => ({ effectiveFrom, version }))
    expect(sorted.toReversed().toSorted(comparePacks)).toEqual(sorted)
    expect(
      [sorted[2], sorted[0], sorted[3], sorted[1]].flatMap((own) => own ?? []).toSorted(comparePacks),
    ).toEqual(sorted)
  })
})
