import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { keptSecret } from '../keptSecret'

/** Hides what the reuse search compares: whoever has the tables alone can neither guess numbers nor see pictures. */
export interface ReuseKey {
  /** Tells keys apart and says nothing about them. */
  readonly id: string
  /** The same for the same kind and value, and for nothing else; 64 hex digits. */
  readonly token: (kind: string, value: string) => string
  /** Seals the fingerprint of a picture; what is sealed differs every time. */
  readonly seal: (sha256: string, fingerprint: string) => string
  /** Null when it was not sealed by this key for this picture. */
  readonly open: (sha256: string, sealed: string) => string | null
}

const NONCE = 12
const TAG = 16

/** Derives everything from one secret of at least 32 characters; each use has a key of its own. */
export function createReuseKey(secret: string): ReuseKey {
  const derive = (purpose: string): Buffer => createHmac('sha256', secret).update(purpose).digest()
  const valueKey = derive('beian-desk reuse: values')
  const pictureKey = derive('beian-desk reuse: fingerprints')
  return {
    id: derive('beian-desk reuse: id').toString('hex').slice(0, 16),
    token: (kind, value) => createHmac('sha256', valueKey).update(`${kind}\n${value}`).digest('hex'),
    seal(sha256, fingerprint) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', pictureKey, nonce).setAAD(Buffer.from(sha256, 'hex'))
      const body = Buffer.concat([cipher.update(fingerprint, 'hex'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
    },
    open(sha256, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', pictureKey, bytes.subarray(0, NONCE))
          .setAAD(Buffer.from(sha256, 'hex'))
          .setAuthTag(bytes.subarray(-TAG))
        const body = decipher.update(bytes.subarray(NONCE, -TAG))
        return Buffer.concat([body, decipher.final()]).toString('hex')
      } catch {
        return null
      }
    },
  }
}

/** The secret by which the reuse search hides what it compares. */
export function readReuseSecret(dataFolder: string, configured: string | undefined): Promise<string> {
  const loss = 'the reuse search forgets all pictures'
  return keptSecret({ dataFolder, file: 'reuse.key', configured, loss })
}
