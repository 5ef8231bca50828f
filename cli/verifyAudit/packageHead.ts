import { readFile } from 'node:fs/promises'
import type { PackageHead } from './checkAudit'
import { readJson } from '../verifyPackage/readJson'
import { readZip } from '../../electron/common/archive/readZip'
import { packageCaseSchema } from '../../shared/package/dataFiles'
import { DATA_PATHS, MANIFEST_PATH, packageManifestSchema } from '../../shared/package/manifest'

const BOUNDS = { entries: 200, totalBytes: 4_000_000_000 }

/** The audit entry that a package names, or null when the file is no package. `verify-package` checks the rest. */
export async function packageHead(file: string): Promise<PackageHead | null> {
  const read = readZip(await readFile(file), BOUNDS)
  const find = (path: string) =>
    read.ok ? read.value.entries.find((entry) => entry.path === path) : undefined
  const manifest = find(MANIFEST_PATH)
  const data = find(DATA_PATHS.case)
  if (!manifest || !data) {
    return null
  }
  const head = readJson(manifest.bytes, packageManifestSchema)
  const filing = readJson(data.bytes, packageCaseSchema)
  return head.ok && filing.ok ? { file, caseId: filing.value.caseId, hash: head.value.auditHead } : null
}
