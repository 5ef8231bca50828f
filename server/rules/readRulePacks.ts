import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packCrypto } from './packCrypto'
import { openPackFolder, TRUSTED_KEYS_FILE, type OpenedPacks } from '../../shared/rules/openPackFolder'

/**
 * Opens every pack below the folder, one subfolder each, by the keys that lie beside them. What is not whole or not
 * signed by one of them is answered as refused, with file, rule and field. Throws when the folder cannot be read.
 */
export async function readRulePacks(folder: string): Promise<OpenedPacks> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const hasKeys = entries.some((entry) => entry.isFile() && entry.name === TRUSTED_KEYS_FILE)
  const packs = await Promise.all(
    names.map(async (name) => [name, await readTexts(join(folder, name))] as const),
  )
  const keys = hasKeys ? await readFile(join(folder, TRUSTED_KEYS_FILE), 'utf8') : null
  return openPackFolder({ keys, packs: Object.fromEntries(packs) }, packCrypto)
}

async function readTexts(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
  return Object.fromEntries(await Promise.all(texts))
}
