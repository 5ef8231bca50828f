import { sealForRecipients } from './ageSeal'
import { packCrypto } from './packCrypto'
import type { CarryCodec } from '../../../shared/protocol/carryFile'
import { recipientOf } from '../../../shared/protocol/carryKeys'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Node's half of reading and writing hand-carry bundles. */
export const carryCodec: CarryCodec = {
  ...packCrypto,
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
}

/** Seals for whoever signs with this key (Ed25519, base64url). */
export function sealForKey(bytes: Uint8Array, publicKey: string): Promise<Uint8Array> {
  return sealForRecipients(bytes, [recipientOf(Buffer.from(publicKey, 'base64url'))])
}
