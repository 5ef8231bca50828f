import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../shared/canonicalJson'

/** A change as it is sealed: what stood before, and what stands after. */
interface AuditChange {
  readonly before: unknown
  readonly after: unknown
}

const NONCE = 12
const TAG = 16

/** Seals a change under a key of 64 hex digits. `place` binds it to what it is about; another place does not open it. */
export function sealChange(key: string, place: string, change: AuditChange): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(place))
  const text = canonicalJson({ before: change.before, after: change.after })
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
}

/** Null when it was not sealed by this key for this place. */
export function openChange(key: string, place: string, sealed: string): AuditChange | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG))
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
    return JSON.parse(text.toString('utf8')) as AuditChange
  } catch {
    return null
  }
}
