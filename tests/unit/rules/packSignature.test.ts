import { describe, expect, it } from 'vitest'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import { packCrypto as serverPackCrypto } from '../../../server/rules/packCrypto'
import { openRulePack, openRulePackTexts } from '../../../shared/rules/openRulePack'
import { SIGNATURE_FILE, type PackSignature } from '../../../shared/rules/packSignature'
import { makeSigningKey, publicHalf, signed } from '../../helpers/signedPacks'
import { packFiles, ruleOf } from './packMaker'

const KEY = makeSigningKey('Ours')
const OTHER = makeSigningKey('Theirs')
const FILES = packFiles([ruleOf('national:a', { severity: 'return' })])
const SIGNED = signed(FILES, KEY)
const TRUSTED = [publicHalf(KEY)]

function signatureOf(files: Readonly<Record<string, unknown>>): PackSignature {
  return files[SIGNATURE_FILE] as PackSignature
}

function textsOf(
  files: Readonly<Record<string, unknown>>,
  write: (value: unknown) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, content]) => [file, write(content)]))
}

describe.each([
  ['the workstation', packCrypto],
  ['the server', serverPackCrypto],
])('opening a signed pack on %s', (_place, crypto) => {
  const problemsOf = (files: Readonly<Record<string, unknown>>, trusted = TRUSTED) => {
    const opened = openRulePack(files, trusted, crypto)
    return opened.ok ? [] : opened.error.map(({ file, field }) => `${file} ${field}`.trim())
  }

  it('takes what is signed by a trusted key, however it is laid out', () => {
    expect(openRulePack(SIGNED, TRUSTED, crypto)).toMatchObject({ ok: true, value: { key: TRUSTED[0] } })
    const spread = textsOf(SIGNED, (value) => `\n${JSON.stringify(value, null, 7)}\r\n`)
    expect(openRulePackTexts(spread, TRUSTED, crypto)).toMatchObject({ ok: true })
    const turned = Object.fromEntries(Object.entries(SIGNED).toReversed())
    expect(problemsOf(turned)).toEqual([])
  })

  it('refuses a pack without signature', () => {
    expect(problemsOf(FILES)).toEqual(['signature.json'])
  })

  it('refuses content that differs by one byte, in any file', () => {
    const changed = packFiles([ruleOf('national:a', { severity: 'reject' })])
    expect(problemsOf({ ...SIGNED, ...changed })).toEqual(['signature.json digest'])
    expect(problemsOf({ ...SIGNED, 'desk.json': { rules: [] } })).toEqual(['signature.json digest'])
    const { 'sources.json': _sources, ...rest } = SIGNED
    expect(problemsOf(rest)).toEqual(['signature.json digest'])
  })

  it('refuses a digest that was made to fit without the key', () => {
    const changed = packFiles([ruleOf('national:a', { severity: 'reject' })])
    const forged = { ...signatureOf(signed(changed, OTHER)), keyId: KEY.keyId }
    expect(problemsOf({ ...changed, [SIGNATURE_FILE]: forged })).toEqual(['signature.json signature'])
  })

  it('refuses the signature of somebody who is not trusted, also under a trusted name', () => {
    expect(problemsOf(signed(FILES, OTHER))).toEqual(['signature.json keyId'])
    const renamed = { ...publicHalf(OTHER), keyId: KEY.keyId }
    expect(problemsOf(SIGNED, [renamed])).toEqual(['signature.json keyId'])
  })

  it('refuses a key that is none and a signature of another make', () => {
    const zero = { ...publicHalf(KEY), publicKey: 'A'.repeat(43) }
    expect(problemsOf(SIGNED, [zero])).toEqual(['signature.json keyId'])
    const other = { ...signatureOf(SIGNED), algorithm: 'none' }
    expect(problemsOf({ ...SIGNED, [SIGNATURE_FILE]: other })).toEqual(['signature.json algorithm'])
    const short = { ...signatureOf(SIGNED), signature: 'AAAA' }
    expect(problemsOf({ ...SIGNED, [SIGNATURE_FILE]: short })).toEqual(['signature.json signature'])
    const empty = { ...signatureOf(SIGNED), signature: 'A'.repeat(86) }
    expect(problemsOf({ ...SIGNED, [SIGNATURE_FILE]: empty })).toEqual(['signature.json signature'])
  })

  it('looks at the content only when the signature fits', () => {
    const broken = packFiles([ruleOf('national:a', { severity: 'deadly' })])
    expect(problemsOf({ ...SIGNED, ...broken })).toEqual(['signature.json digest'])
    expect(problemsOf(signed(broken, KEY))).toEqual(['national.json severity'])
  })

  it('refuses JSON that is nested to exhaust the reader', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const opened = openRulePackTexts(
      { ...textsOf(SIGNED, JSON.stringify), 'deep.json': deep },
      TRUSTED,
      crypto,
    )
    expect(opened).toMatchObject({ ok: false, error: [{ file: 'deep.json' }] })
  })
})
