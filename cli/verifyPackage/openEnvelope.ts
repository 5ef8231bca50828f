import { readFile, stat } from 'node:fs/promises'
import { openSealed } from '../../electron/common/crypto/ageSeal'
import { refusal, success, type Result } from '../../shared/result'

/** ZIP without its 64-bit extension ends at 4 GB; Node reads files up to 2 GiB whole. */
const MAX_FILE_BYTES = 2 ** 31 - 1
/** How an age file begins (age-encryption.org/v1). */
const AGE_HEAD = Buffer.from('age-encryption.org/v1\n')

interface OpenedEnvelope {
  readonly bytes: Uint8Array
  readonly wasEncrypted: boolean
  /** Name of the package itself, without the ending of its encryption. */
  readonly packageFile: string
}

/** The package in a file, decrypted if it has to be; or why it cannot be had. */
export async function openEnvelope(
  file: string,
  identities: readonly string[],
): Promise<Result<OpenedEnvelope, string>> {
  const read = await readWhole(file)
  if (!read.ok || !isAge(read.value)) {
    return read.ok ? success({ bytes: read.value, wasEncrypted: false, packageFile: file }) : read
  }
  if (identities.length === 0) {
    return refusal('is encrypted: give the private key with --identity')
  }
  for (const identity of identities) {
    const opened = await openSealed(read.value, identity)
    if (opened) {
      return success({ bytes: opened, wasEncrypted: true, packageFile: file.replace(/\.age$/, '') })
    }
  }
  return refusal('cannot be decrypted: it is for somebody else, or was altered')
}

/** A file as it is; or why it cannot be read. */
export async function readWhole(file: string): Promise<Result<Buffer, string>> {
  try {
    const { size } = await stat(file)
    return size > MAX_FILE_BYTES ? refusal('larger than a package can be') : success(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return refusal(`cannot be read (${code})`)
  }
}

function isAge(bytes: Buffer): boolean {
  return bytes.subarray(0, AGE_HEAD.length).equals(AGE_HEAD)
}
