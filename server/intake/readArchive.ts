import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { decodeEntryName, isPackerLitter, unsafeNameReason } from './entryName'
import { MANIFEST_NAME, problem } from './problem'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success, type Result } from '../../shared/result'

/** Files of an archive by composed name, relative to the folder of its manifest. */
export interface ArchiveFiles {
  readonly files: ReadonlyMap<string, Buffer>
  /** Names that are there but were not read, with the problem that already says why. */
  readonly unread: ReadonlySet<string>
  readonly problems: readonly IntakeProblem[]
}

interface NamedEntry {
  readonly name: string
  readonly entry: yauzl.Entry
}

/** What may be in an archive, in bytes unpacked, and which file stands at its head. */
export interface ArchiveBounds {
  readonly manifest: string
  readonly manifestBytes: number
  readonly fileBytes: number
  readonly totalBytes: number
  readonly entries: number
}

const BUNDLE_BOUNDS: ArchiveBounds = {
  manifest: MANIFEST_NAME,
  manifestBytes: BUNDLE_LIMITS.manifestBytes,
  fileBytes: BUNDLE_LIMITS.documentBytes,
  totalBytes: BUNDLE_LIMITS.bundleBytes,
  entries: BUNDLE_LIMITS.entries,
}

const FILE_TYPE_MASK = 0o170000
const REGULAR_FILE = 0o100000
const FOLDER = 0o040000
const STORED = 0
const DEFLATED = 8

/**
 * Unpacks a zip in memory. Nothing of it ever becomes a path on disk, and nothing is inflated before its stated size
 * is within bounds; an entry that holds more or other bytes than it states is a problem. Fails as a whole when the
 * archive cannot be read or its paths are unsafe; otherwise answers what there is with all problems found.
 */
export async function readArchive(
  bytes: Buffer,
  bounds: ArchiveBounds = BUNDLE_BOUNDS,
): Promise<Result<ArchiveFiles, readonly IntakeProblem[]>> {
  const opened = await openArchive(bytes, bounds)
  if (!opened.ok) {
    return refusal([opened.error])
  }
  const { archive, entries } = opened.value
  const names = nameEntries(entries)
  if (!names.ok) {
    return names
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > bounds.totalBytes) {
    return refusal([
      problem(
        'archive-too-large',
        '',
        `Unpacked it is ${total} bytes; at most ${bounds.totalBytes} are taken`,
      ),
    ])
  }
  return success(await readFiles(archive, atManifest(names.value, bounds.manifest), bounds))
}

async function openArchive(
  bytes: Buffer,
  bounds: ArchiveBounds,
): Promise<Result<{ archive: yauzl.ZipFile; entries: readonly yauzl.Entry[] }, IntakeProblem>> {
  try {
    const archive = await yauzl.fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
    if (archive.entryCount > bounds.entries) {
      return refusal(
        problem(
          'archive-too-large',
          '',
          `It has ${archive.entryCount} entries; at most ${bounds.entries} are taken`,
        ),
      )
    }
    const entries: yauzl.Entry[] = []
    for await (const entry of archive.eachEntry()) {
      entries.push(entry)
    }
    return success({ archive, entries })
  } catch {
    return refusal(problem('archive-unreadable', '', 'It is not a zip archive, or it is damaged'))
  }
}

/** Names of the files, folders and litter left out, or every name that is not taken. */
function nameEntries(
  entries: readonly yauzl.Entry[],
): Result<readonly NamedEntry[], readonly IntakeProblem[]> {
  const problems: IntakeProblem[] = []
  const named: NamedEntry[] = []
  const seen = new Set<string>()
  for (const entry of entries) {
    const name = decodeEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag)
    const reason = name === null ? 'is not text' : (unsafeNameReason(name) ?? unsafeTypeReason(entry))
    if (name === null || reason !== null) {
      problems.push(problem('path-unsafe', name ?? '', `The name of an entry ${reason ?? ''}`.trim()))
      continue
    }
    // Systems that ignore case would keep only one of two such files.
    const key = name.toLowerCase()
    if (seen.has(key)) {
      problems.push(problem('path-unsafe', name, 'The archive has two entries of this name'))
    }
    seen.add(key)
    if (!name.endsWith('/') && !isPackerLitter(name)) {
      named.push({ name, entry })
    }
  }
  return problems.length > 0 ? refusal(problems) : success(named)
}

/** Unix packers store what kind of file an entry is; links and devices have no place in a bundle. */
function unsafeTypeReason(entry: yauzl.Entry): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK
  return type === 0 || type === REGULAR_FILE || type === FOLDER ? null : 'belongs to no plain file'
}

/** Names relative to the manifest, for many packers put everything in one folder. */
function atManifest(named: readonly NamedEntry[], manifest: string): readonly NamedEntry[] {
  const [first] = named
  const folder = first?.name.split('/')[0]
  const prefix = `${folder ?? ''}/`
  const isWrapped =
    named.some(({ name }) => name === `${prefix}${manifest}`) &&
    named.every(({ name }) => name.startsWith(prefix))
  return isWrapped ? named.map(({ name, entry }) => ({ name: name.slice(prefix.length), entry })) : named
}

async function readFiles(
  archive: yauzl.ZipFile,
  named: readonly NamedEntry[],
  bounds: ArchiveBounds,
): Promise<ArchiveFiles> {
  const files = new Map<string, Buffer>()
  const unread = new Set<string>()
  const problems: IntakeProblem[] = []
  for (const { name, entry } of named) {
    const content = await readEntry(archive, name, entry, bounds)
    if (content.ok) {
      files.set(name, content.value)
    } else {
      unread.add(name)
      problems.push(content.error)
    }
  }
  return { files, unread, problems }
}

async function readEntry(
  archive: yauzl.ZipFile,
  name: string,
  entry: yauzl.Entry,
  bounds: ArchiveBounds,
): Promise<Result<Buffer, IntakeProblem>> {
  const isManifest = name === bounds.manifest
  const most = isManifest ? bounds.manifestBytes : bounds.fileBytes
  if (entry.uncompressedSize > most) {
    const code = isManifest ? 'manifest-unreadable' : 'document-too-large'
    return refusal(problem(code, name, `It is ${entry.uncompressedSize} bytes; at most ${most} are taken`))
  }
  if (entry.isEncrypted() || ![STORED, DEFLATED].includes(entry.compressionMethod)) {
    return refusal(
      problem('archive-unreadable', name, 'It is encrypted or packed in a way that is not taken'),
    )
  }
  try {
    const content = await buffer(await archive.openReadStreamPromise(entry))
    if (crc32(content) === entry.crc32) {
      return success(content)
    }
  } catch {
    // Told below, like a wrong check value: more or fewer bytes than stated, or no deflated data at all.
  }
  return refusal(problem('archive-unreadable', name, 'Its packed data is damaged'))
}
