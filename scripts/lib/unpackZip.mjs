import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const SYMLINK_KIND = 0o120000
const KIND_MASK = 0o170000
/** Nothing unpacked may be writable by others or run as its owner. */
const MODE_MASK = 0o755

/**
 * Unpacks chosen entries of a zip. Loaded after `npm ci`, since the reader is a dependency.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes inside the folder; undefined leaves it out
 */
export async function unpackZip(archive, folder, place) {
  const { default: yauzl } = await import('yauzl')
  const open =
    /** @type {(file: string, options: import('yauzl').Options) => Promise<import('yauzl').ZipFile>} */ (
      promisify(yauzl.open)
    )
  const zip = await open(archive, { lazyEntries: true })
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(undefined))
    zip.on('entry', (/** @type {import('yauzl').Entry} */ entry) => {
      unpackEntry(zip, entry, folder, place).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 */
async function unpackEntry(zip, entry, folder, place) {
  const name = place(entry.fileName)
  if (name === undefined || entry.fileName.endsWith('/')) {
    return
  }
  const target = path.join(folder, name)
  if (path.relative(folder, target).startsWith('..')) {
    throw new Error(`zip entry leaves its folder: ${entry.fileName}`)
  }
  await mkdir(path.dirname(target), { recursive: true })
  const openStream = promisify(zip.openReadStream.bind(zip))
  const stream = /** @type {import('node:stream').Readable} */ (await openStream(entry))
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & KIND_MASK) === SYMLINK_KIND) {
    const chunks = await stream.toArray()
    await symlink(Buffer.concat(chunks).toString('utf8'), target)
    return
  }
  await pipeline(stream, createWriteStream(target, { mode: (mode & MODE_MASK) | 0o444 }))
}
