import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { z } from 'zod'
import { decrypt, openSealed, sealForRecipients } from './ageSeal'
import { KEY_BYTES } from './deriveKey'
import { RECOVERY_RECIPIENT } from '../../../shared/protocol/recovery'

/** A key wrapped for the team's recovery key, as an age file (X25519); only the private half opens it. */
export const recoveryWrapSchema = z.strictObject({
  kind: z.literal('recovery'),
  recipient: z.string().regex(RECOVERY_RECIPIENT),
  wrapped: z.base64().max(2000),
})
type RecoveryWrap = z.output<typeof recoveryWrapSchema>

/** Wraps a 32-byte key for whoever has the private half of `recipient` (`age1…`). */
export async function wrapForRecovery(key: Uint8Array, recipient: string): Promise<RecoveryWrap> {
  const wrapped = await sealForRecipients(key, [recipient])
  return { kind: 'recovery', recipient, wrapped: Buffer.from(wrapped).toString('base64') }
}

/** The key, or null when this private half (`AGE-SECRET-KEY-1…`) is not the one it was wrapped for. */
export async function unwrapByRecovery(wrap: RecoveryWrap, identity: string): Promise<Buffer | null> {
  const opened = await openSealed(Buffer.from(wrap.wrapped, 'base64'), identity)
  return opened?.byteLength === KEY_BYTES ? Buffer.from(opened) : null
}

/** A fresh pair: the private half, and the recipient that workstations get. */
export async function makeRecoveryKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/**
 * The private half under two passphrases, one inside the other: whoever has the file and one of them has nothing. Made of
 * two age files, so that the `age` program opens it as well.
 */
export async function sealIdentity(identity: string, first: string, second: string): Promise<Uint8Array> {
  return encryptByPassphrase(await encryptByPassphrase(Buffer.from(identity), first), second)
}

/** The private half, or null when a passphrase is wrong or the file is none of ours. */
export async function openIdentity(file: Uint8Array, first: string, second: string): Promise<string | null> {
  const inner = await decryptByPassphrase(file, second)
  const identity = inner === null ? null : await decryptByPassphrase(inner, first)
  return identity === null ? null : Buffer.from(identity).toString('utf8')
}

async function encryptByPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  return encrypter.encrypt(bytes)
}

function decryptByPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  return decrypt(bytes, (decrypter) => {
    decrypter.addPassphrase(passphrase.normalize('NFC'))
  })
}
