import { createCipheriv, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../../shared/canonicalJson'

const NONCE_BYTES = 12

/**
 * Seals a change before and after under a key of 64 hex digits: base64 of nonce, AES-256-GCM cipher text and tag.
 * `place` binds it to what it is about; under another place the server does not open it.
 */
export function sealChange(
  key: string,
  place: string,
  change: { readonly before: unknown; readonly after: unknown },
): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(place))
  const text = canonicalJson({ before: change.before, after: change.after })
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
}
