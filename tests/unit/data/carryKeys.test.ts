import { createHash, generateKeyPairSync } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { createDeviceSigner } from '../../../electron/common/crypto/deviceSigner'
import { openSealed } from '../../../electron/common/crypto/ageSeal'
import { sealForKey } from '../../../electron/common/crypto/carrySeal'
import { identityOf, isSmallOrder, recipientOf } from '../../../shared/protocol/carryKeys'

describe('Keys that sign, as keys that seal', () => {
  it('makes the same recipient of the public half as age makes of the private one', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
      const seedHash = createHash('sha512').update(Buffer.from(d, 'base64url')).digest()
      const recipient = recipientOf(Buffer.from(x, 'base64url'))
      expect(recipient).toBe(await identityToRecipient(identityOf(seedHash)))
    }
  })

  it('opens for the one device what was sealed for it, and for no other', async () => {
    const [one, other] = [createDeviceSigner(Buffer.alloc(32, 1)), createDeviceSigner(Buffer.alloc(32, 2))]
    const sealed = await sealForKey(Buffer.from('carried'), one.publicKey)
    expect(Buffer.from((await openSealed(sealed, one.carryIdentity)) ?? []).toString()).toBe('carried')
    expect(await openSealed(sealed, other.carryIdentity)).toBeNull()
    expect(await openSealed(sealed.subarray(0, -1), one.carryIdentity)).toBeNull()
  })

  it('knows the keys for which anybody can sign, and takes no real one for them', () => {
    // Encodings of the eight points whose order divides eight, the sign bit included where it can be set.
    const small = [
      '0100000000000000000000000000000000000000000000000000000000000000',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      '0000000000000000000000000000000000000000000000000000000000000000',
      '0000000000000000000000000000000000000000000000000000000000000080',
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    ]
    for (const encoded of small) {
      expect([encoded, isSmallOrder(Buffer.from(encoded, 'hex'))]).toEqual([encoded, true])
    }
    for (let round = 0; round < 25; round += 1) {
      const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
      expect(isSmallOrder(Buffer.from(x, 'base64url'))).toBe(false)
    }
  })
})
