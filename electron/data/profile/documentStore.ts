import { createHmac } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { readSealedFile, seal } from '../../common/crypto/sealedFile'
import { writeFileDurably } from '../../common/durableFile'
import type { ProfileKeys } from './profileKeys'

const VARIANTS = ['original', 'thumbnail', 'view'] as const
export type Variant = (typeof VARIANTS)[number]

const FOLDERS: Readonly<Record<Variant, string>> = {
  original: 'documents',
  thumbnail: 'thumbnails',
  view: 'views',
}
const SUFFIX = '.sealed'

/**
 * Pictures of documents on disk, sealed. A document is known by the SHA-256 of its original; its file is named by a
 * keyed hash of that, so that nobody can tell from the names whether a known picture is among them.
 */
export interface DocumentStore {
  /** `page`: of a PDF document, whose pages have a view each; the first when absent. */
  write(variant: Variant, sha256: string, bytes: Uint8Array, page?: number): void
  /** Null when it is not here. Throws `SealedFileDamaged` when the file is not what was written. */
  read(variant: Variant, sha256: string, page?: number): Uint8Array<ArrayBuffer> | null
  /** Removes a document and what was made of it. */
  remove(sha256: string): void
  /** Removes every file that belongs to none of these documents, leftovers of interrupted writes included. */
  keepOnly(sha256s: Iterable<string>): void
}

export function createDocumentStore(
  profileFolder: string,
  keys: Pick<ProfileKeys, 'documents' | 'documentNames'>,
  randomBytes: (count: number) => Uint8Array,
): DocumentStore {
  function nameOf(sha256: string): string {
    return createHmac('sha256', keys.documentNames).update(sha256).digest('hex')
  }

  function folderOf(variant: Variant, name: string): string {
    return path.join(profileFolder, FOLDERS[variant], name.slice(0, 2))
  }

  function fileOf(variant: Variant, name: string): string {
    return path.join(folderOf(variant, name), name + SUFFIX)
  }

  return {
    write(variant, sha256, bytes, page) {
      const name = pageName(nameOf(sha256), page)
      writeFileDurably(
        fileOf(variant, name),
        seal(keys.documents, contextOf(variant, name), bytes, randomBytes),
      )
    },
    read(variant, sha256, page) {
      const name = pageName(nameOf(sha256), page)
      const file = fileOf(variant, name)
      return existsSync(file) ? readSealedFile(file, keys.documents, contextOf(variant, name)) : null
    },
    remove(sha256) {
      const name = nameOf(sha256)
      for (const file of VARIANTS.flatMap((variant) => filesUnder(folderOf(variant, name)))) {
        if (documentOf(file) === name) {
          rmSync(file, { force: true })
        }
      }
    },
    keepOnly(sha256s) {
      const names = new Set([...sha256s].map(nameOf))
      for (const file of VARIANTS.flatMap((variant) =>
        filesUnder(path.join(profileFolder, FOLDERS[variant])),
      )) {
        if (!file.endsWith(SUFFIX) || !names.has(documentOf(file))) {
          rmSync(file, { force: true })
        }
      }
    },
  }
}

/** Pages behind the first of a PDF document: `<name>.2`. */
function pageName(name: string, page = 1): string {
  return page === 1 ? name : `${name}.${String(page)}`
}

/** Name of the document that a file belongs to. */
function documentOf(file: string): string {
  return path.basename(file).split('.')[0] ?? ''
}

/** Binds a sealed file to its place: an original cannot stand in for a thumbnail, nor one document for another. */
function contextOf(variant: Variant, name: string): string {
  return `${variant}/${name}`
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) {
    return []
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
