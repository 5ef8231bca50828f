import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import { keyFingerprint, readFingerprint } from '../../../shared/protocol/keyFingerprint'

const KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'

describe('Fingerprints of keys', () => {
  it('are the same wherever the same key is, and others for others', () => {
    const shown = keyFingerprint(KEY, packCrypto)
    expect(shown).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(shown).toBe(keyFingerprint(KEY, packCrypto))
    const many = Array.from({ length: 200 }, () => {
      const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
      return keyFingerprint(x, packCrypto)
    })
    expect(new Set([...many, shown]).size).toBe(201)
    // Every letter takes part: one that is always the same would be bits that nobody compares.
    for (let place = 0; place < shown.length; place += 1) {
      const letters = new Set(many.map((fingerprint) => fingerprint.charAt(place)))
      expect([place, letters.size === 1]).toEqual([place, shown.charAt(place) === '-'])
    }
  })

  it('are the first 100 bits of the hash, so that other programs can say them too', () => {
    const hash = packCrypto.sha256(`beian-desk/key-fingerprint/v1\n${KEY}`)
    const letters = keyFingerprint(KEY, packCrypto).replaceAll('-', '')
    const bits = Array.from(letters, (letter) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter))
    const value = bits.reduce((sum, five) => (sum << 5n) | BigInt(five), 0n)
    expect(value.toString(16).padStart(25, '0')).toBe(hash.slice(0, 25))
  })

  it('are understood however somebody types them', () => {
    const shown = '01AB-CDEF-GHJK-MNPQ-RSTV'
    for (const typed of [
      shown,
      '01abcdefghjkmnpqrstv',
      ' 01AB CDEF GHJK MNPQ RSTV ',
      'OIab-cdef-ghjk-mnpq-rstv',
      'olab–cdef—ghjk－mnpq-rstv',
      '０１ＡＢ－ＣＤＥＦ　ＧＨＪＫ－ＭＮＰＱ－ＲＳＴＶ',
    ]) {
      expect([typed, readFingerprint(typed)]).toEqual([typed, shown])
    }
    for (const none of ['', shown.slice(0, -1), `${shown}0`, shown.replace('A', 'U'), '一二三四-五六七八']) {
      expect([none, readFingerprint(none)]).toEqual([none, null])
    }
  })
})
