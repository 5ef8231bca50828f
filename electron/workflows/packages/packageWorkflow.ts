import { isHandedOver } from '../../../shared/filing/caseStates'
import type { ExportedPackage } from '../../../shared/ipc/models'
import { currentRound, type Case } from '../../../shared/protocol/case'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { MediaPort } from '../ports/mediaPort'
import type { ReviewServerPort, ServerProblem } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import { buildPackage } from './buildPackage'
import { decidingDecision } from './decidingDecision'
import { writePackage } from './writePackage'

interface Dependencies {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly media: MediaPort
  readonly desktop: DesktopPort
  readonly notify: NotifyDesk
  readonly now: () => string
  readonly newId: () => string
  readonly checklistOf: (filingCase: Case, now: string) => readonly ChecklistLine[]
  readonly applicationVersion: string
  readonly nudgeSync: () => void
}

export interface PackageWorkflow {
  exportPackage(caseId: string): Promise<ExportedPackage>
  list(): Promise<ExportedPackage[]>
  reveal(packageId: string): Promise<void>
  recordSubmission(packageId: string): Promise<{ readonly commandId: string }>
}

/**
 * Submission packages: built from what the server has acknowledged and from nothing else, so the case and its
 * documents are read from the server even when they are here too.
 */
export function createPackageWorkflow(dependencies: Dependencies): PackageWorkflow {
  const { data, server, session, media, desktop, notify, now } = dependencies

  function requireSupervisor(): string {
    const user = session.requireUser()
    if (user.role !== 'supervisor') {
      throw new AppError('forbidden', 'Exporting is a right of supervisors')
    }
    return user.displayName
  }

  async function readAcknowledged(caseId: string): Promise<{
    readonly filingCase: Case
    readonly documents: ReadonlyMap<string, Uint8Array>
  }> {
    const token = session.token()
    if (token === null) {
      throw new AppError('offline', 'Packages are built from what the server has', { retryable: true })
    }
    const read = await server.readCase(token, caseId)
    if (!read.ok) {
      throw serverFailure(read.error)
    }
    const documents = new Map<string, Uint8Array>()
    for (const { sha256 } of currentRound(read.value).documents) {
      const bytes = await server.readDocument(token, caseId, sha256)
      if (!bytes.ok) {
        throw serverFailure(bytes.error)
      }
      documents.set(sha256, bytes.value)
    }
    return { filingCase: read.value, documents }
  }

  async function requireFolder(): Promise<string> {
    const folder = desktop.exportFolder() ?? (await desktop.chooseExportFolder())
    if (folder === null) {
      throw new AppError('cancelled', 'No folder was chosen')
    }
    return folder
  }

  async function requirePackage(packageId: string): Promise<ExportedPackage> {
    const exported = (await data.listPackages()).find(({ id }) => id === packageId)
    if (!exported) {
      throw new AppError('not-found', 'No such package')
    }
    return exported
  }

  return {
    async exportPackage(caseId) {
      const exportedBy = requireSupervisor()
      const folder = await requireFolder()
      const { filingCase, documents } = await readAcknowledged(caseId)
      const built = await buildPackage({
        filingCase,
        documents,
        // The checklist as it stood when the decision was made: judged by today's date, the same case would give
        // other bytes tomorrow.
        checklist: dependencies.checklistOf(filingCase, decidingDecision(filingCase)?.decidedAt ?? now()),
        applicationVersion: dependencies.applicationVersion,
        media,
      })
      if (!built.ok) {
        throw new AppError(built.error, 'The package cannot be built')
      }
      const { fileName, bytes } = built.value
      const written = await writePackage({ folder, fileName, bytes })
      if (!written.ok) {
        throw new AppError(written.error, 'The package cannot be written')
      }
      const exported: ExportedPackage = {
        id: dependencies.newId(),
        caseId,
        orderNumber: filingCase.orderNumber,
        caseVersion: filingCase.version,
        fileName,
        folder,
        sha256: built.value.sha256,
        bytes: bytes.byteLength,
        exportedAt: now(),
        exportedBy,
        submitted: isHandedOver(filingCase.state),
      }
      await data.registerPackage(exported)
      notify('packages-changed', {})
      return exported
    },
    async list() {
      session.requireUser()
      return [...(await data.listPackages())]
    },
    async reveal(packageId) {
      requireSupervisor()
      const { folder, fileName } = await requirePackage(packageId)
      desktop.revealFile(folder, fileName)
    },
    async recordSubmission(packageId) {
      requireSupervisor()
      await requirePackage(packageId)
      const recorded = await data.recordSubmission({ commandId: dependencies.newId(), packageId, now: now() })
      if (!recorded.ok) {
        throw new AppError(recorded.error, 'The hand-over cannot be recorded')
      }
      notify('packages-changed', {})
      notify('sync-changed', {})
      dependencies.nudgeSync()
      return recorded.value
    },
  }
}

function serverFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'offline':
      return new AppError('offline', 'No answer from the server', { retryable: true })
    case 'forbidden':
    case 'not-found':
      return new AppError(problem, 'The server refused')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
