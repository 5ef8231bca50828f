import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { refusal, success, type Result } from '../../../shared/result'
import { canonicalJson } from '../../../shared/canonicalJson'
import { passwordWrapSchema } from '../../common/crypto/passwordWrap'
import { recoveryWrapSchema } from '../../common/crypto/recoveryWrap'
import { writeFileDurably } from '../../common/durableFile'

/**
 * The keyring of a profile: its data key, wrapped. `state` becomes `ready` once the database has been made, so that a
 * missing database is never taken for a first start; `waiting` while nobody has signed in and a reply to an enrolment request is
 * awaited, so that nothing is lost with the profile. `checksum` tells a damaged file from a wrong password. Version 2
 * knows wraps for the team's recovery key beside those by a password, of which there is always one.
 */
const keyringSchema = z.strictObject({
  format: z.literal('beian-desk/keyring'),
  version: z.literal([1, 2]),
  state: z.enum(['new', 'waiting', 'ready']),
  wraps: z
    .array(z.discriminatedUnion('kind', [passwordWrapSchema, recoveryWrapSchema]))
    .refine((wraps) => wraps.some(({ kind }) => kind === 'password'), { error: 'No password opens it' }),
  checksum: z.string(),
})
const anyVersionSchema = z.looseObject({
  format: z.literal('beian-desk/keyring'),
  version: z.number().int().positive(),
})
export type Keyring = Omit<z.output<typeof keyringSchema>, 'format' | 'version' | 'checksum'>

export const KEYRING_FILE = 'keyring.json'
const LATEST_VERSION = 2

export function hasKeyring(folder: string): boolean {
  return existsSync(path.join(folder, KEYRING_FILE))
}

/** Reads the keyring of a profile folder that has one. Errors of the file system pass through. */
export function readKeyring(folder: string): Result<Keyring, 'damaged' | 'newer'> {
  const json = parseJson(readFileSync(path.join(folder, KEYRING_FILE), 'utf8'))
  const anyVersion = anyVersionSchema.safeParse(json)
  if (!anyVersion.success) {
    return refusal('damaged')
  }
  if (anyVersion.data.version > LATEST_VERSION) {
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
    { format: 'beian-desk/keyring', version: LATEST_VERSION, ...keyring, checksum: checksumOf(keyring) },
    null,
    2,
  )
  writeFileDurably(path.join(folder, KEYRING_FILE), Buffer.from(`${text}\n`))
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
