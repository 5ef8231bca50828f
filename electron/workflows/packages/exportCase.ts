import type { ExportedPackage } from '../../../shared/ipc/models'
import { decidingDecision } from '../../../shared/package/decidingDecision'
import type { RequirementGap } from '../../../shared/package/requirementGap'
import { isHandedOver } from '../../../shared/filing/caseStates'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../shared/protocol/case'
import type { ExportReason } from '../../../shared/protocol/exports'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import type { RequiredDocument } from '../../../shared/rules/requiredDocuments'
import { refusal, success, type Result } from '../../../shared/result'
import type { ExportIntent } from '../../data/exportOperations'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { MediaPort } from '../ports/mediaPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import { buildPackage, type BuiltPackage } from './buildPackage'
import { refusedByFolder, refusedByServer, refusedFor, type ExportRefusal } from './exportRefusal'
import { requirementGaps } from './requirementGaps'
import { sealPackage, type HandOverFile } from './sealPackage'
import { writePackage, type WritePackageProblem } from './writePackage'

export interface ExporterDependencies {
  readonly data: Pick<DataPort, 'listPackages' | 'intendExport'>
  readonly server: Pick<ReviewServerPort, 'readCase' | 'readDocument' | 'registerExport'>
  readonly session: Pick<CurrentSession, 'token' | 'requireRight'>
  readonly media: Pick<MediaPort, 'dossier'>
  readonly checklistOf: (filingCase: Case, now: string) => readonly ChecklistLine[]
  readonly askedDocumentsOf: (filingCase: Case, now: string) => readonly RequiredDocument[]
  readonly applicationVersion: string
  readonly now: () => string
  readonly freeBytes?: (folder: string) => Promise<number>
}

interface ExportRequest {
  readonly exportId: string
  readonly caseId: string
  readonly folder: string
  readonly reason: ExportReason
  readonly recipients: readonly string[]
  /** What earlier tries were about to write: found there, it is ours. */
  readonly intents: readonly ExportIntent[]
}

export interface PackageExporter {
  /** From the server's case to the files in their place. The package is registered and signed before anything is written. */
  exportCase(request: ExportRequest): Promise<Result<ExportedPackage, ExportRefusal>>
  /** What a package of this case would lack by the requirements of its administration. */
  gapsOf(caseId: string): Promise<Result<readonly RequirementGap[], ExportRefusal>>
}

interface Acknowledged {
  readonly filingCase: Case
  readonly decision: AcknowledgedDecision
  readonly documents: ReadonlyMap<string, Uint8Array>
  readonly checklist: readonly ChecklistLine[]
  readonly asked: readonly RequiredDocument[]
}

/**
 * Packages are built from what the server has acknowledged and from nothing else, so the case and its documents are read
 * from the server even when they are here too.
 */
export function createPackageExporter(dependencies: ExporterDependencies): PackageExporter {
  const { data, server, session, media, now } = dependencies

  async function readAcknowledged(caseId: string): Promise<Result<Acknowledged, ExportRefusal>> {
    const token = session.token()
    if (token === null) {
      return refusal({ stop: 'offline' })
    }
    const read = await server.readCase(token, caseId)
    if (!read.ok) {
      return refusal(refusedByServer(read.error))
    }
    const filingCase = read.value
    const decision = decidingDecision(filingCase)
    if (!decision) {
      return refusal(refusedFor('not-acknowledged'))
    }
    const documents = new Map<string, Uint8Array>()
    for (const { sha256 } of currentRound(filingCase).documents) {
      const bytes = documents.has(sha256) ? null : await server.readDocument(token, caseId, sha256)
      if (bytes && !bytes.ok) {
        return refusal(refusedByServer(bytes.error))
      }
      if (bytes) {
        documents.set(sha256, bytes.value)
      }
    }
    const judged = judgedAt(filingCase, decision)
    return judged
      ? success({ filingCase, decision, documents, ...judged })
      : refusal(refusedFor('rule-pack-unknown'))
  }

  /** As it stood when the decision was made: judged by today's date, the same case would give other bytes tomorrow. */
  function judgedAt(
    filingCase: Case,
    { decidedAt }: AcknowledgedDecision,
  ): Pick<Acknowledged, 'checklist' | 'asked'> | null {
    try {
      return {
        checklist: dependencies.checklistOf(filingCase, decidedAt),
        asked: dependencies.askedDocumentsOf(filingCase, decidedAt),
      }
    } catch (error) {
      if (error instanceof AppError && error.failure.code === 'rule-pack-unknown') {
        return null
      }
      throw error
    }
  }

  async function register(
    built: BuiltPackage,
    { filingCase, decision }: Acknowledged,
    { exportId, caseId, reason, recipients }: ExportRequest,
  ) {
    const token = session.token()
    if (token === null) {
      return refusal<ExportRefusal>({ stop: 'offline' })
    }
    const registered = await server.registerExport(token, {
      id: exportId,
      caseId,
      package: {
        orderNumber: filingCase.orderNumber,
        caseVersion: built.caseVersion,
        rulePack: decision.decision.rulePack,
        applicationVersion: dependencies.applicationVersion,
        auditHead: decision.auditHash,
        sha256: built.sha256,
        bytes: built.bytes.byteLength,
      },
      reason,
      encrypted: recipients.length > 0,
    })
    if (registered.ok) {
      return registered
    }
    switch (registered.error) {
      case 'conflict':
        return refusal<ExportRefusal>(refusedFor('not-identical'))
      case 'not-found':
        return refusal<ExportRefusal>(refusedFor('not-acknowledged'))
      default:
        return refusal<ExportRefusal>(refusedByServer(registered.error))
    }
  }

  async function write(
    folder: string,
    file: HandOverFile,
    own: readonly string[],
  ): Promise<WritePackageProblem | null> {
    const { freeBytes } = dependencies
    const written = await writePackage({ folder, ...file, own, ...(freeBytes ? { freeBytes } : {}) })
    return written.ok ? null : written.error
  }

  return {
    async exportCase(request) {
      const { displayName } = session.requireRight('export')
      const read = await readAcknowledged(request.caseId)
      if (!read.ok) {
        return read
      }
      const { filingCase, documents, checklist, asked } = read.value
      const gaps = requirementGaps(read.value)
      if (gaps.length > 0) {
        return refusal({ problem: 'requirements-missing', gaps })
      }
      const { applicationVersion } = dependencies
      const built = await buildPackage({
        filingCase,
        documents,
        checklist,
        asked,
        applicationVersion,
        media,
      })
      if (!built.ok) {
        return refusal(refusedFor(built.error))
      }
      const registered = await register(built.value, read.value, request)
      if (!registered.ok) {
        return registered
      }
      const { folder, exportId, caseId, reason, recipients, intents } = request
      const { main, signature } = await sealPackage(built.value, registered.value.signature, recipients)
      const own = await ownHashes(data, folder, main.fileName, intents)
      await data.intendExport({ exportId, intent: { fileName: main.fileName, sha256: main.sha256 } })
      // The signature first: whoever finds a package finds its signature beside it.
      const failed = (await write(folder, signature, [])) ?? (await write(folder, main, own))
      if (failed) {
        return refusal(refusedByFolder(failed))
      }
      return success({
        id: exportId,
        caseId,
        orderNumber: filingCase.orderNumber,
        caseVersion: filingCase.version,
        fileName: main.fileName,
        folder,
        sha256: built.value.sha256,
        bytes: main.bytes.byteLength,
        exportedAt: now(),
        exportedBy: displayName,
        submitted: isHandedOver(filingCase.state),
        reason,
        encrypted: recipients.length > 0,
        fileSha256: main.sha256,
        earlierExports: registered.value.earlier,
      })
    },
    async gapsOf(caseId) {
      session.requireRight('export')
      const read = await readAcknowledged(caseId)
      return read.ok ? success(requirementGaps(read.value)) : read
    },
  }
}

/** Hashes under which a file of that name was put there by this workstation. An age file is another one every time. */
async function ownHashes(
  data: ExporterDependencies['data'],
  folder: string,
  fileName: string,
  intents: readonly ExportIntent[],
): Promise<readonly string[]> {
  const registered = (await data.listPackages()).filter(
    (made) => made.folder === folder && made.fileName === fileName,
  )
  const hashes = registered.flatMap(({ fileSha256 }) => fileSha256 ?? [])
  const intended = intents.filter((intent) => intent.fileName === fileName)
  return [...hashes, ...intended.map(({ sha256 }) => sha256)]
}
