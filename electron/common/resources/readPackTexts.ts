import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Text of each JSON file of a pack's folder, by file name. Throws when the folder cannot be read. */
export async function readPackTexts(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)
  return Object.fromEntries(await Promise.all(texts))
}
