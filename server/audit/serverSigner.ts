import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { keptSecret } from '../keptSecret'
import type { Database } from '../store/database'
import { auditPublicKey } from '../store/serverIdentity'
import { isoInstant } from '../system'
import {
  countersignatureMessage,
  serverHeadMessage,
  type Countersignature,
  type ServerHead,
} from '../../shared/audit/signedHeads'
import { identityOf } from '../../shared/protocol/carryKeys'
import { packageStatementMessage, type PackageStatement } from '../../shared/package/packageSignature'

/** Signs for this server: where its chain stands, and that it has a device's chain. */
export interface ServerSigner {
  /** 32 bytes of the public key, base64url. */
  readonly publicKey: string
  signHead(head: { readonly sequence: number; readonly hash: string }, now: number): ServerHead
  countersign(
    device: { readonly deviceId: string; readonly sequence: number; readonly hash: string },
    now: number,
  ): Countersignature
  /** 64 bytes, base64url: this server's word on a submission package. */
  signPackage(statement: PackageStatement): string
  /** 64 bytes, base64url: this server's word on a hand-carry bundle. */
  signCarry(message: string): string
  /** Identity (age) that opens what is sealed for this server. */
  readonly carryIdentity: string
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Derives the signing key from a secret of at least 32 characters; the same secret is the same server. */
function createServerSigner(serverId: string, secret: string): ServerSigner {
  const seed = createHmac('sha256', secret).update('beian-desk audit: signature').digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const signed = (message: string): string => sign(null, Buffer.from(message), key).toString('base64url')
  return {
    publicKey: x,
    signHead({ sequence, hash }, now) {
      const head = { sequence, hash, at: isoInstant(now) }
      return { ...head, signature: signed(serverHeadMessage(serverId, head)) }
    },
    countersign({ deviceId, sequence, hash }, now) {
      const statement = { deviceId, sequence, hash, at: isoInstant(now) }
      return { ...statement, signature: signed(countersignatureMessage(serverId, statement)) }
    },
    signCarry: signed,
    carryIdentity: identityOf(createHash('sha512').update(seed).digest()),
    signPackage: (statement) => signed(packageStatementMessage(serverId, statement)),
  }
}

/**
 * The signer of this database. Workstations keep the first key that they were shown and take no other, so a server with
 * another one does not start: every server process on one database is given the same AUDIT_KEY.
 */
export async function openSigner(
  database: Database,
  serverId: string,
  { dataFolder, auditKey }: { readonly dataFolder: string; readonly auditKey?: string | undefined },
): Promise<ServerSigner> {
  const loss = 'the chains of all workstations begin anew with another key'
  const secret = await keptSecret({ dataFolder, file: 'audit.key', configured: auditKey, loss })
  const signer = createServerSigner(serverId, secret)
  if ((await auditPublicKey(database, signer.publicKey)) !== signer.publicKey) {
    throw new Error('AUDIT_KEY, or audit.key in DATA_DIR, is not the one that this database was begun with')
  }
  return signer
}
