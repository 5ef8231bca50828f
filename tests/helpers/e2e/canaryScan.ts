import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openDeletedFiles, processTree } from './processFiles'

/** Something that must not be found: a name, a number, a piece of a picture. */
export interface Canary {
  readonly what: string
  readonly bytes: Buffer
}

export interface Sighting {
  readonly what: string
  readonly where: string
}

/** A text in the two encodings in which Node, SQLite and Chromium write text. */
export function textCanaries(text: string): readonly Canary[] {
  return [
    { what: `${text} (UTF-8)`, bytes: Buffer.from(text, 'utf8') },
    { what: `${text} (UTF-16LE)`, bytes: Buffer.from(text, 'utf16le') },
  ]
}

/** Pieces from inside a picture: its head alone would be missed in a file that begins in the middle. */
export function pictureCanaries(name: string, jpeg: Uint8Array): readonly Canary[] {
  const length = 24
  return [0.25, 0.5, 0.75].map((part) => {
    const start = Math.floor((jpeg.byteLength - length) * part)
    return {
      what: `${name} from byte ${String(start)}`,
      bytes: Buffer.from(jpeg.subarray(start, start + length)),
    }
  })
}

/** Heads of JPEG files as cameras, libjpeg and libvips write them: any picture at all in clear. */
export const JPEG_HEADS: readonly Canary[] = [
  { what: 'a JPEG head (JFIF)', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') },
  { what: 'a JPEG head (Exif)', bytes: Buffer.from('457869660000', 'hex') },
  { what: 'a JPEG head (tables)', bytes: Buffer.from('ffd8ffdb004300', 'hex') },
]

/** Looks for every canary in every file below a folder. */
export async function scanFolder(folder: string, canaries: readonly Canary[]): Promise<Scan> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sightings: Sighting[] = []
  let bytes = 0
  for (const file of files) {
    const content = await readFile(file).catch(ifGone)
    bytes += content.byteLength
    sightings.push(...sightingsIn(content, relative(folder, file), canaries))
  }
  return { sightings, files: files.length, bytes }
}

/** Looks for every canary in files that a process and its children hold open without a name. */
export async function scanOpenDeletedFiles(pid: number, canaries: readonly Canary[]): Promise<Scan> {
  const { files } = await openDeletedFiles(await processTree(pid))
  const sightings: Sighting[] = []
  let bytes = 0
  for (const { readAt, place } of files) {
    const content = await readFile(readAt).catch(ifGone)
    bytes += content.byteLength
    sightings.push(...sightingsIn(content, place, canaries))
  }
  return { sightings, files: files.length, bytes }
}

/** Looks for every canary in what a process has written. */
export function scanOutput(output: string, where: string, canaries: readonly Canary[]): readonly Sighting[] {
  return sightingsIn(Buffer.from(output, 'utf8'), where, canaries)
}

export interface Scan {
  readonly sightings: readonly Sighting[]
  readonly files: number
  readonly bytes: number
}

function sightingsIn(content: Buffer, where: string, canaries: readonly Canary[]): readonly Sighting[] {
  return canaries.filter(({ bytes }) => content.includes(bytes)).map(({ what }) => ({ what, where }))
}

/** A file that went away between listing and reading is no longer on the disk. */
function ifGone(cause: NodeJS.ErrnoException): Buffer {
  if (cause.code === 'ENOENT') {
    return Buffer.alloc(0)
  }
  throw cause
}
