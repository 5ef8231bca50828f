import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @returns {Promise<string>}
 */
export async function hashFile(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}

/**
 * @param {string} file
 * @returns {Promise<string | undefined>} the stamp's text; undefined when there is none
 */
export async function readStamp(file) {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    return undefined
  }
}

/**
 * Writes beside the target and renames, so that an interrupted write never leaves half a stamp.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export async function writeStamp(file, text, mode = 0o644) {
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.tmp`
  await writeFile(draft, `${text}\n`, { mode })
  await rename(draft, file)
}

/**
 * Fills a folder so that it either exists completely or not at all: `fill` works in a neighbour that is renamed at the end.
 *
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} fill
 */
export async function fillFolder(folder, fill) {
  await mkdir(path.dirname(folder), { recursive: true })
  const draft = `${folder}.${randomUUID()}.tmp`
  try {
    await mkdir(draft)
    await fill(draft)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * A cheap fingerprint of source folders: names, sizes and modification times, not contents, because it runs at every start.
 *
 * @param {readonly string[]} roots files or folders; absent ones count as absent
 * @returns {Promise<string>} sha256, hex
 */
export async function fingerprint(roots) {
  const hash = createHash('sha256')
  for (const entries of await Promise.all(roots.map(listEntries))) {
    hash.update(entries.join(''))
  }
  return hash.digest('hex')
}

/**
 * @param {string} target
 * @returns {Promise<string[]>}
 */
async function listEntries(target) {
  const facts = await stat(target).catch(() => undefined)
  if (facts === undefined) {
    return [`${target} absent\n`]
  }
  if (!facts.isDirectory()) {
    return [`${target} ${facts.size} ${facts.mtimeMs}\n`]
  }
  const names = (await readdir(target)).sort()
  const lists = await Promise.all(names.map((name) => listEntries(path.join(target, name))))
  return [`${target} folder\n`, ...lists.flat()]
}
