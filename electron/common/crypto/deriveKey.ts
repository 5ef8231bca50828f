import { hkdfSync } from 'node:crypto'

export const KEY_BYTES = 32

/**
 * A key for one purpose out of a random master key (HKDF-SHA256, RFC 5869). Different purposes give keys that tell
 * nothing about each other; `salt` separates keys of the same purpose, for instance per file.
 */
export function deriveKey(master: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, purpose, KEY_BYTES))
}
