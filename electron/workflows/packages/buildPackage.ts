import { createHash } from 'node:crypto'
import { canonicalJsonFile } from '../../../shared/canonicalJson'
import {
  DATA_PATHS,
  DOSSIER_PATH,
  MANIFEST_PATH,
  PACKAGE_FORMAT,
  type PackageManifest,
} from '../../../shared/package/manifest'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../shared/protocol/case'
import { refusal, success, type Result } from '../../../shared/result'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import type { RequiredDocument } from '../../../shared/rules/requiredDocuments'
import type { MediaPort } from '../ports/mediaPort'
import { administrationRecord } from './administration/administrationRecord'
import { recordXml } from './administration/recordXml'
import { caseFile, checklistFile, decisionFile, filingFile } from './dataFiles'
import { decidingDecision } from '../../../shared/package/decidingDecision'
import { composeDossier } from './dossier/composeDossier'
import { originalFiles, type OriginalFile } from './originalFiles'
import { inPathOrder, packageArchive, type PackageFile } from './packageArchive'

export type PackageProblem = 'not-acknowledged' | 'documents-missing' | 'media-failed'

export interface PackageRequest {
  /** The case as the server has it. */
  readonly filingCase: Case
  /** As evaluated for the day of the deciding decision: another day could judge otherwise. */
  readonly checklist: readonly ChecklistLine[]
  /** What each of the administration's rules asks for, in their order, as of the same day. */
  readonly asked: readonly RequiredDocument[]
  /** Original bytes by SHA-256. */
  readonly documents: ReadonlyMap<string, Uint8Array>
  readonly applicationVersion: string
  readonly media: Pick<MediaPort, 'dossier'>
}

export interface BuiltPackage {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Version of the case at the deciding decision; later ones, such as the hand-over itself, change no byte. */
  readonly caseVersion: number
}

/**
 * Builds the submission package of a passed case. The same case, rule pack and application version give the same
 * bytes on every machine and at any time. Refused: `not-acknowledged` unless the case passed by a decision that the
 * server acknowledged, `documents-missing` when an original is not given or is not the one the case lists.
 */
export async function buildPackage(request: PackageRequest): Promise<Result<BuiltPackage, PackageProblem>> {
  const { filingCase, documents } = request
  const decision = decidingDecision(filingCase)
  if (!decision) {
    return refusal('not-acknowledged')
  }
  const originals = originalFiles(currentRound(filingCase).documents, request.asked)
  if (!originals.every(({ document }) => isOriginal(documents.get(document.sha256), document.sha256))) {
    return refusal('documents-missing')
  }
  const dossier = await drawDossier(request, decision, originals)
  if (!dossier) {
    return refusal('media-failed')
  }
  const record = administrationRecord(filingCase, decision, originals)
  const payload = inPathOrder([
    { path: DOSSIER_PATH, bytes: dossier },
    json(DATA_PATHS.filing, filingFile(filingCase, originals)),
    json(DATA_PATHS.decision, decisionFile(filingCase, decision)),
    json(DATA_PATHS.checklist, checklistFile(filingCase, request.checklist)),
    json(DATA_PATHS.case, caseFile(filingCase, decision)),
    json(DATA_PATHS.administration, record),
    text(DATA_PATHS.administrationXml, recordXml(record)),
    ...originals.flatMap(({ document, path }): PackageFile[] => {
      const bytes = documents.get(document.sha256)
      return bytes ? [{ path, bytes }] : []
    }),
  ])
  const manifest: PackageManifest = {
    format: PACKAGE_FORMAT,
    version: 1,
    orderNumber: filingCase.orderNumber,
    round: decision.round,
    caseVersion: decision.caseVersion,
    rulePack: decision.decision.rulePack,
    applicationVersion: request.applicationVersion,
    auditHead: decision.auditHash,
    files: payload.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Of(bytes) })),
  }
  const bytes = packageArchive([json(MANIFEST_PATH, manifest), ...payload])
  const sha256 = sha256Of(bytes)
  return success({
    fileName: `${filingCase.orderNumber}-v${String(decision.caseVersion)}-${sha256.slice(0, 8)}.zip`,
    bytes,
    sha256,
    caseVersion: decision.caseVersion,
  })
}

async function drawDossier(
  { filingCase, checklist, documents, applicationVersion, media }: PackageRequest,
  decision: AcknowledgedDecision,
  originals: readonly OriginalFile[],
): Promise<Uint8Array | null> {
  const pictures = new Map<string, Uint8Array>()
  for (const { document } of originals) {
    const bytes = documents.get(document.sha256)
    if (bytes) {
      pictures.set(document.sha256, bytes)
    }
  }
  const input = composeDossier({ filingCase, decision, checklist, originals, applicationVersion })
  const drawn = await media.dossier({ input, pictures })
  return drawn.ok ? drawn.value.bytes : null
}

function isOriginal(bytes: Uint8Array | undefined, sha256: string): boolean {
  return bytes !== undefined && sha256Of(bytes) === sha256
}

function json(path: string, value: unknown): PackageFile {
  return text(path, canonicalJsonFile(value))
}

function text(path: string, content: string): PackageFile {
  return { path, bytes: Buffer.from(content, 'utf8') }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
