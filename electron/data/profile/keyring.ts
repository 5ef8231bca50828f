import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { refusal, success, type Result } from '../../../shared/result'
import { canonicalJson } from '../../../shared/canonicalJson'
import { passwordWrapSchema } from '../../common/crypto/passwordWrap'
import { writeFileDurably } from '../../common/durableFile'

/**
 * The keyring of a profile: its data key, wrapped. `state` becomes `ready` once the database has been made, so that a
 * missing database is never taken for a first start. `checksum` tells a damaged file from a wrong password.
 */
const keyringSchema = z.strictObject({
  format: z.literal('beian-desk/keyring'),
  version: z.literal(1),
  state: z.enum(['new', 'ready']),
  wraps: z.array(passwordWrapSchema).min(1),
  checksum: z.string(),
})
const anyVersionSchema = z.looseObject({
  format: z.literal('beian-desk/keyring'),
  version: z.number().int().positive(),
})
export type Keyring = Omit<z.output<typeof keyringSchema>, 'format' | 'version' | 'checksum'>

const FILE_NAME = 'keyring.json'

export function hasKeyring(folder: string): boolean {
  return existsSync(path.join(folder, FILE_NAME))
}

/** Reads the keyring of a profile folder that has one. Errors of the file system pass through. */
export function readKeyring(folder: string): Result<Keyring, 'damaged' | 'newer'> {
  const json = parseJson(readFileSync(path.join(folder, FILE_NAME), 'utf8'))
  const anyVersion = anyVersionSchema.safeParse(json)
  if (!anyVersion.success) {
    return refusal('damaged')
  }
  if (anyVersion.data.version > 1) {
    return refusal('newer')
  }
  const parsed = keyringSchema.safeParse(json)
  if (!parsed.success || parsed.data.checksum !== checksumOf(parsed.data)) {
    return refusal('damaged')
  }
  return success({ state: parsed.data.state, wraps: parsed.data.wraps })
}

/** Replaces the keyring whole or not at all. */
export function writeKeyring(folder: string, keyring: Keyring): void {
  const text = JSON.stringify(
    { format: 'beian-desk/keyring', version: 1, ...keyring, checksum: checksumOf(keyring) },
    null,
    2,
  )
  writeFileDurably(path.join(folder, FILE_NAME), Buffer.from(`${text}\n`))
}

function checksumOf({ state, wraps }: Keyring): string {
  return createHash('sha256').update(canonicalJson({ state, wraps })).digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
