import { createHash } from 'node:crypto'
import { MANIFEST_PATH, packageManifestSchema, type PackageManifest } from '../../shared/package/manifest'
import { readZip, type ReadZipEntry } from '../../electron/common/archive/readZip'
import { packageArchive } from '../../electron/workflows/packages/packageArchive'
import { checkContents } from './checkContents'
import type { PackageFault } from './packageFault'
import { readJson } from './readJson'

export interface PackageReport {
  readonly sha256: string
  /** Null when it could not be read. */
  readonly manifest: PackageManifest | null
  readonly faults: readonly PackageFault[]
}

/** 100 documents, a later photo, and the package's own files leave room to spare. */
const MAX_ENTRIES = 200
/** 110 documents of 20 MB at the very worst, once as originals and once inside the dossier, come to 4.4 GB: beyond ZIP. */
const MAX_TOTAL_BYTES = 4_000_000_000

/**
 * Checks a package by itself: structure, every size and hash, the forms of its data and that they agree with each
 * other. Empty `faults` mean that nothing was found.
 */
export async function checkPackage(bytes: Uint8Array): Promise<PackageReport> {
  const sha256 = sha256Of(bytes)
  const read = readZip(bytes, { entries: MAX_ENTRIES, totalBytes: MAX_TOTAL_BYTES })
  if (!read.ok) {
    return { sha256, manifest: null, faults: [{ code: read.error, path: '' }] }
  }
  const { entries, problems } = read.value
  const faults: PackageFault[] = [...problems]
  const damaged = new Set(problems.map(({ path }) => path))
  const manifest = readManifest(entries, damaged, faults)
  if (manifest) {
    faults.push(...compareFiles(manifest, entries, damaged))
    faults.push(...(await checkContents(manifest, entries)))
  }
  if (faults.length === 0) {
    faults.push(...checkForm(bytes, entries))
  }
  return { sha256, manifest, faults }
}

function readManifest(
  entries: readonly ReadZipEntry[],
  damaged: ReadonlySet<string>,
  faults: PackageFault[],
): PackageManifest | null {
  const entry = entries.find(({ path }) => path === MANIFEST_PATH)
  if (!entry) {
    if (!damaged.has(MANIFEST_PATH)) {
      faults.push({ code: 'manifest-missing', path: MANIFEST_PATH })
    }
    return null
  }
  const parsed = readJson(entry.bytes, packageManifestSchema)
  if (!parsed.ok) {
    faults.push({ code: 'manifest-invalid', path: MANIFEST_PATH, detail: parsed.error })
    return null
  }
  return parsed.value
}

/** Missing, added, renamed and altered files, each by name. */
function compareFiles(
  manifest: PackageManifest,
  entries: readonly ReadZipEntry[],
  damaged: ReadonlySet<string>,
): readonly PackageFault[] {
  const faults: PackageFault[] = []
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const present = new Map(entries.map((entry) => [entry.path, entry]))
  const missing = manifest.files.filter(({ path }) => !present.has(path) && !damaged.has(path))
  const unexplained = new Set(missing)
  for (const entry of entries) {
    const file = listed.get(entry.path)
    if (file) {
      if (entry.bytes.length !== file.bytes) {
        faults.push({ code: 'size-differs', path: entry.path, detail: `(${String(entry.bytes.length)} B)` })
      } else if (sha256Of(entry.bytes) !== file.sha256) {
        faults.push({ code: 'file-altered', path: entry.path })
      }
    } else if (entry.path !== MANIFEST_PATH) {
      const hash = sha256Of(entry.bytes)
      const original = [...unexplained].find(({ sha256 }) => sha256 === hash)
      if (original) {
        unexplained.delete(original)
        faults.push({ code: 'file-renamed', path: entry.path, detail: original.path })
      } else {
        faults.push({ code: 'file-added', path: entry.path })
      }
    }
  }
  return [...faults, ...[...unexplained].map(({ path }) => ({ code: 'file-missing' as const, path }))]
}

/**
 * The one way a package is written leaves no byte free: written anew from its entries it must come out the same.
 * That finds what no hash covers, such as times, attributes and bytes between the entries.
 */
function checkForm(bytes: Uint8Array, entries: readonly ReadZipEntry[]): readonly PackageFault[] {
  const written = packageArchive(entries)
  const at = bytes.findIndex((byte, index) => byte !== written[index])
  if (at === -1 && written.length === bytes.length) {
    return []
  }
  const place = at === -1 ? bytes.length : at
  const entry = entries.find(({ start, end }) => place >= start && place < end)
  return [{ code: 'not-canonical', path: entry?.path ?? '', detail: String(place) }]
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
