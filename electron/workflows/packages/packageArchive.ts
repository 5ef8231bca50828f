import { MANIFEST_PATH } from '../../../shared/package/manifest'
import { writeZip } from '../../common/archive/writeZip'

export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * The one way in which a package's files become an archive: the manifest first, the others by their paths; data
 * deflated, pictures and the dossier stored, as they are compressed already.
 */
export function packageArchive(files: readonly PackageFile[]): Uint8Array {
  const entries = inPathOrder(files).map(({ path, bytes }) => ({
    path,
    bytes,
    method: isText(path) ? ('deflated' as const) : ('stored' as const),
  }))
  const isManifest = ({ path }: PackageFile): boolean => path === MANIFEST_PATH
  return writeZip([...entries.filter(isManifest), ...entries.filter((entry) => !isManifest(entry))])
}

function isText(path: string): boolean {
  return path.endsWith('.json') || path.endsWith('.xml')
}

/** By code units: no locale takes part. */
export function inPathOrder(files: readonly PackageFile[]): readonly PackageFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
}
