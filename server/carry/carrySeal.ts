import { Decrypter, Encrypter } from 'age-encryption'
import { packCrypto } from '../rules/packCrypto'
import type { CarryCodec } from '../../shared/protocol/carryFile'
import { recipientOf } from '../../shared/protocol/carryKeys'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Node's half of reading and writing hand-carry bundles. */
export const carryCodec: CarryCodec = {
  ...packCrypto,
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
}

/** Seals for the device with this key (Ed25519, base64url). */
export async function sealForKey(bytes: Uint8Array, publicKey: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(Buffer.from(publicKey, 'base64url')))
  return encrypter.encrypt(bytes)
}

/** Opens what was sealed for this identity; null when it was not, or is not whole any more. */
export async function openSealed(sealed: Uint8Array, identity: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    // The library throws for every kind of damage, and says no more than that.
    return null
  }
}
