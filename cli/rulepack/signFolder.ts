import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal, success, type Result } from '../../shared/result'
import { SIGNATURE_FILE } from '../../shared/rules/packSignature'
import { parseRulePack, type RulePackProblem } from '../../shared/rules/rulePack'
import { readPackFolder } from './readPackFolder'
import { signingKeySchema, signPack } from './signingKey'

/** Packs that ship with the application. */
export const PACKS_FOLDER = fileURLToPath(new URL('../../resources/rulepacks', import.meta.url))
/** Signs shipped packs only; no server takes it for imported ones. */
export const DEVELOPMENT_KEY = fileURLToPath(new URL('development-signing-key.json', import.meta.url))

/** Folder of each pack in this one. */
export async function shippedPackFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .sort()
}

/** Writes `signature.json` into the folder. A pack that is not whole is not signed. */
export async function signFolder(
  folder: string,
  keyFile: string,
): Promise<Result<string, readonly RulePackProblem[]>> {
  const files = await readPackFolder(folder)
  if (!files.ok) {
    return files
  }
  const { [SIGNATURE_FILE]: _signature, ...content } = files.value
  const pack = parseRulePack(content)
  if (!pack.ok) {
    return refusal(pack.error)
  }
  const key = signingKeySchema.parse(JSON.parse(await readFile(keyFile, 'utf8')))
  const signature = signPack(content, key)
  await writeFile(path.join(folder, SIGNATURE_FILE), `${JSON.stringify(signature, null, 2)}\n`)
  return success(`signed by ${key.name} (${key.keyId}), digest ${signature.digest}`)
}
