import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeSigningKey, publicHalf, signPack, type SigningKey } from '../../cli/rulepack/signingKey'
import { TRUSTED_KEYS_FILE } from '../../shared/rules/openPackFolder'
import { SIGNATURE_FILE } from '../../shared/rules/packSignature'

export { makeSigningKey, publicHalf, type SigningKey }

/** The files of a pack with the signature that fits them. */
export function signed(files: Readonly<Record<string, unknown>>, key: SigningKey): Record<string, unknown> {
  return { ...files, [SIGNATURE_FILE]: signPack(files, key) }
}

/** Writes the files of a pack into a folder; text is written as it is. */
export async function writePackFolder(
  folder: string,
  files: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [file, content] of Object.entries(files)) {
    await writeFile(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

/** Writes the list of keys whose packs are taken. Answers the path of the file. */
export async function writeTrustedKeys(folder: string, ...keys: readonly SigningKey[]): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, TRUSTED_KEYS_FILE)
  await writeFile(file, JSON.stringify({ keys: keys.map(publicHalf) }))
  return file
}
