import type { z } from 'zod'
import type { ReadZipEntry } from '../../electron/common/archive/readZip'
import { inspectPdf } from '../../electron/media/pdf/inspectPdf'
import { administrationRecordSchema } from '../../shared/package/administrationRecord'
import {
  packageCaseSchema,
  packageChecklistSchema,
  packageDecisionSchema,
  packageFilingSchema,
  type PackageFiling,
} from '../../shared/package/dataFiles'
import { DATA_PATHS, DOSSIER_PATH, type PackageManifest } from '../../shared/package/manifest'
import { checkRecord } from './checkRecord'
import type { PackageFault } from './packageFault'
import { readJson } from './readJson'

/** Forms of the data files, and whether manifest, data, originals and dossier speak of the same case. */
export async function checkContents(
  manifest: PackageManifest,
  entries: readonly ReadZipEntry[],
): Promise<readonly PackageFault[]> {
  const faults: PackageFault[] = []
  const files = new Map(entries.map((entry) => [entry.path, entry.bytes]))
  const listed = new Set(manifest.files.map(({ path }) => path))
  const read = <S extends z.ZodType>(path: string, schema: S): z.output<S> | null => {
    const bytes = files.get(path)
    if (!bytes) {
      // What the manifest lists and the package lacks has been named already.
      if (!listed.has(path)) {
        faults.push({ code: 'file-missing', path })
      }
      return null
    }
    const parsed = readJson(bytes, schema)
    if (!parsed.ok) {
      faults.push({ code: 'data-invalid', path, detail: parsed.error })
      return null
    }
    return parsed.value
  }
  const filing = read(DATA_PATHS.filing, packageFilingSchema)
  const decision = read(DATA_PATHS.decision, packageDecisionSchema)
  const checklist = read(DATA_PATHS.checklist, packageChecklistSchema)
  const caseFile = read(DATA_PATHS.case, packageCaseSchema)
  const record = read(DATA_PATHS.administration, administrationRecordSchema)

  const expect = (path: string, what: string, isRight: boolean): void => {
    if (!isRight) {
      faults.push({ code: 'data-contradicts', path, detail: `(${what})` })
    }
  }
  if (filing) {
    expect(DATA_PATHS.filing, 'order number', filing.orderNumber === manifest.orderNumber)
    expect(DATA_PATHS.filing, 'round', filing.round === manifest.round)
    faults.push(...checkOriginals(filing, manifest))
  }
  if (decision) {
    expect(DATA_PATHS.decision, 'order number', decision.orderNumber === manifest.orderNumber)
    expect(DATA_PATHS.decision, 'round', decision.round === manifest.round)
    expect(DATA_PATHS.decision, 'case version', decision.caseVersion === manifest.caseVersion)
    expect(DATA_PATHS.decision, 'rule pack', decision.rulePack === manifest.rulePack)
    expect(DATA_PATHS.decision, 'audit entry', decision.auditHash === manifest.auditHead)
  }
  if (record) {
    faults.push(...checkRecord(record, manifest, filing, files.get(DATA_PATHS.administrationXml), listed))
  }
  if (checklist) {
    expect(DATA_PATHS.checklist, 'order number', checklist.orderNumber === manifest.orderNumber)
    expect(DATA_PATHS.checklist, 'rule pack', checklist.rulePack === manifest.rulePack)
  }
  if (caseFile) {
    expect(DATA_PATHS.case, 'order number', caseFile.orderNumber === manifest.orderNumber)
    expect(DATA_PATHS.case, 'case version', caseFile.version === manifest.caseVersion)
    expect(DATA_PATHS.case, 'round', caseFile.round === manifest.round)
  }
  faults.push(...(await checkDossier(files.get(DOSSIER_PATH), manifest, filing, listed)))
  return faults
}

/** Each document of the filing lies in the package, with the hash the server knew it by, and nothing else does. */
function checkOriginals(filing: PackageFiling, manifest: PackageManifest): readonly PackageFault[] {
  const faults: PackageFault[] = []
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const originals = new Set<string>()
  for (const document of filing.documents) {
    originals.add(document.file)
    const file = listed.get(document.file)
    if (!file) {
      faults.push({ code: 'file-missing', path: document.file })
    } else if (file.sha256 !== document.sha256 || file.bytes !== document.bytes) {
      faults.push({ code: 'data-contradicts', path: document.file, detail: `(${DATA_PATHS.filing})` })
    }
  }
  for (const { path } of manifest.files) {
    const isKnown = path === DOSSIER_PATH || Object.values<string>(DATA_PATHS).includes(path)
    if (!isKnown && !originals.has(path)) {
      faults.push({ code: 'file-added', path, detail: `(not a document of ${DATA_PATHS.filing})` })
    }
  }
  return faults
}

async function checkDossier(
  bytes: Uint8Array | undefined,
  manifest: PackageManifest,
  filing: PackageFiling | null,
  listed: ReadonlySet<string>,
): Promise<readonly PackageFault[]> {
  if (!bytes) {
    return listed.has(DOSSIER_PATH) ? [] : [{ code: 'file-missing', path: DOSSIER_PATH }]
  }
  const pdf = await inspectPdf(bytes)
  if (!pdf) {
    return [{ code: 'dossier-invalid', path: DOSSIER_PATH }]
  }
  if (pdf.subject !== manifest.orderNumber) {
    return [{ code: 'dossier-contradicts', path: DOSSIER_PATH, detail: '(order number)' }]
  }
  // A page for each document, and the cover and the text before them.
  if (filing && pdf.pages < filing.documents.length + 2) {
    return [{ code: 'dossier-contradicts', path: DOSSIER_PATH, detail: `(${String(pdf.pages)} pages)` }]
  }
  return []
}
