import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { openPackFolder, TRUSTED_KEYS_FILE, type OpenedPacks } from '../../../shared/rules/openPackFolder'
import { packCrypto } from '../crypto/packCrypto'
import { readPackTexts } from './readPackTexts'

/**
 * Opens every pack of a folder, `resources/rulepacks`: one sub-folder of JSON files each, and the keys whose packs are
 * taken beside them. What cannot be used is answered with its problems; the others stay in use. Throws when the folder
 * itself cannot be read.
 */
export async function loadRulePacks(folder: string): Promise<OpenedPacks> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const hasKeys = entries.some((entry) => entry.isFile() && entry.name === TRUSTED_KEYS_FILE)
  const packs = folders.map(async (name) => [name, await readPackTexts(path.join(folder, name))] as const)
  return openPackFolder(
    {
      keys: hasKeys ? await readFile(path.join(folder, TRUSTED_KEYS_FILE), 'utf8') : null,
      packs: Object.fromEntries(await Promise.all(packs)),
    },
    packCrypto,
  )
}
