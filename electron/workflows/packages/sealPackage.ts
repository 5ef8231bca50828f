import { createHash } from 'node:crypto'
import { canonicalJsonFile } from '../../../shared/canonicalJson'
import { SIGNATURE_SUFFIX, type PackageSignature } from '../../../shared/package/packageSignature'
import { sealForRecipients } from '../../common/crypto/ageSeal'
import type { BuiltPackage } from './buildPackage'

/** One file of a hand-over, as it is to stand in the folder. */
export interface HandOverFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

interface SealedPackage {
  /** The package, or its age file. */
  readonly main: HandOverFile
  readonly signature: HandOverFile
}

/**
 * The envelope of a hand-over, outside the package's own bytes: the signature as a file beside it, and for recipients the
 * package as an age file. An age file is another one each time it is made; what is in it, and the signature, are not.
 */
export async function sealPackage(
  { fileName, bytes, sha256 }: BuiltPackage,
  signature: PackageSignature,
  recipients: readonly string[],
): Promise<SealedPackage> {
  const text = Buffer.from(canonicalJsonFile(signature), 'utf8')
  const signatureName = `${fileName}${SIGNATURE_SUFFIX}`
  const signatureFile = { fileName: signatureName, bytes: text, sha256: sha256Of(text) }
  if (recipients.length === 0) {
    return { main: { fileName, bytes, sha256 }, signature: signatureFile }
  }
  const sealed = await sealForRecipients(bytes, recipients)
  return {
    main: { fileName: `${fileName}.age`, bytes: sealed, sha256: sha256Of(sealed) },
    signature: signatureFile,
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
