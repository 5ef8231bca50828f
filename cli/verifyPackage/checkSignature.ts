import { createHash } from 'node:crypto'
import type { PackageFault } from './packageFault'
import { readJson } from './readJson'
import { packCrypto } from '../../electron/common/crypto/packCrypto'
import type { PackageManifest } from '../../shared/package/manifest'
import { packageSignatureSchema, packageStatementMessage } from '../../shared/package/packageSignature'

export interface SignatureReport {
  /** Public key that signed; null when nothing was signed, or wrongly. */
  readonly signedBy: string | null
  /** Whether it is one of the keys that the caller knows; null when the caller named none. */
  readonly isPinned: boolean | null
  readonly faults: readonly PackageFault[]
}

interface SignatureCheck {
  readonly packageBytes: Uint8Array
  readonly manifest: PackageManifest | null
  /** The signature's file: its name for people and what it holds; null when there is none. */
  readonly signature: { readonly name: string; readonly bytes: Uint8Array } | null
  /** Public keys of whom alone signatures are taken; none: any key's, which shows integrity and not origin. */
  readonly pinned: readonly string[]
}

/** Whether the package is the one that was signed, and by whom. */
export function checkSignature({
  packageBytes,
  manifest,
  signature,
  pinned,
}: SignatureCheck): SignatureReport {
  const none = { signedBy: null, isPinned: null }
  if (!signature) {
    const isMissed = pinned.length > 0
    return { ...none, faults: isMissed ? [{ code: 'signature-missing', path: '' }] : [] }
  }
  const { name } = signature
  const parsed = readJson(signature.bytes, packageSignatureSchema)
  if (!parsed.ok) {
    return { ...none, faults: [{ code: 'signature-unreadable', path: name, detail: parsed.error }] }
  }
  const { package: statement, signer, signature: value } = parsed.value
  const message = packageStatementMessage(signer.serverId, statement)
  if (!packCrypto.verifyEd25519(signer.publicKey, message, value)) {
    return { ...none, faults: [{ code: 'signature-invalid', path: name }] }
  }
  const faults: PackageFault[] = []
  const differs = (detail: string): void => {
    faults.push({ code: 'signature-of-another', path: name, detail: `(${detail})` })
  }
  if (statement.sha256 !== createHash('sha256').update(packageBytes).digest('hex')) {
    differs('SHA-256')
  }
  if (statement.bytes !== packageBytes.length) {
    differs('size')
  }
  if (manifest) {
    for (const key of [
      'orderNumber',
      'caseVersion',
      'rulePack',
      'applicationVersion',
      'auditHead',
    ] as const) {
      if (statement[key] !== manifest[key]) {
        differs(key)
      }
    }
  }
  const isPinned = pinned.length === 0 ? null : pinned.includes(signer.publicKey)
  if (isPinned === false) {
    faults.push({ code: 'signer-unknown', path: name, detail: signer.publicKey })
  }
  return { signedBy: signer.publicKey, isPinned, faults }
}
