import { createHash, generateKeyPairSync } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { createDeviceSigner } from '../../../electron/common/crypto/deviceSigner'
import { openSealed } from '../../../electron/common/crypto/ageSeal'
import { sealForKey } from '../../../electron/common/crypto/carrySeal'
import { identityOf, recipientOf } from '../../../shared/protocol/carryKeys'

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
})
