import type {
  BatchRequest,
  BatchSelection,
  ExportFailure,
  ExportJob,
  JobStep,
} from '../../../shared/ipc/exports'
import type { ExportedPackage } from '../../../shared/ipc/models'
import type { RequirementGap } from '../../../shared/package/requirementGap'
import type { ExportReason } from '../../../shared/protocol/exports'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { ExportableCases, ExportRegister, ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { PackageExporter } from './exportCase'
import type { ExportRefusal } from './exportRefusal'
import type { ExportRunner } from './exportRunner'

interface Dependencies {
  readonly data: DataPort
  readonly server: Pick<ReviewServerPort, 'exportableCases' | 'exportRegister'>
  readonly session: CurrentSession
  readonly exporter: PackageExporter
  readonly runner: ExportRunner
  readonly desktop: Pick<DesktopPort, 'exportFolder' | 'chooseExportFolder' | 'revealFile'>
  readonly notify: NotifyDesk
  readonly now: () => string
  readonly newId: () => string
  readonly nudgeSync: () => void
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

export interface PackageWorkflow {
  exportPackage(caseId: string, reason: ExportReason): Promise<ExportedPackage>
  /** What the package would lack by the requirements of its administration. */
  gaps(caseId: string): Promise<RequirementGap[]>
  list(): Promise<ExportedPackage[]>
  reveal(packageId: string): Promise<void>
  recordSubmission(packageId: string): Promise<{ readonly commandId: string }>
  /** The team's register of exports, asked of the server. */
  register(before: number): Promise<ExportRegister>

  /** How many packages a batch would have. */
  countBatch(selection: BatchSelection): Promise<{ readonly cases: number; readonly more: boolean }>
  /** Begins a batch; it goes on in the background. `not-found` when there is nothing to export. */
  startBatch(request: BatchRequest): Promise<{ readonly jobId: string; readonly cases: number }>
  jobs(): Promise<ExportJob[]>
  failures(jobId: string): Promise<ExportFailure[]>
  steerJob(jobId: string, step: JobStep): Promise<void>
  /** Goes on with what was under way when the desk was closed, or stopped for want of a connection. */
  resumeJobs(): Promise<void>
}

/** Submission packages, one by one and in batches. */
export function createPackageWorkflow(dependencies: Dependencies): PackageWorkflow {
  const { data, server, session, exporter, runner, desktop, notify, now, newId } = dependencies

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

  async function exportable(selection: BatchSelection): Promise<ExportableCases> {
    return granted(await server.exportableCases(tokenFor(session, 'export'), selection))
  }

  /** In the background; whoever called has long been answered. */
  function work(): void {
    runner.run().catch((cause: unknown) => {
      dependencies.logUnexpected('exports', cause)
    })
  }

  return {
    async exportPackage(caseId, reason) {
      session.requireRight('export')
      const folder = await requireFolder()
      const exportId = newId()
      const request = { exportId, caseId, folder, reason, recipients: [], intents: [] }
      const exported = await exporter.exportCase(request)
      if (!exported.ok) {
        throw exportFailure(exported.error)
      }
      await data.registerPackage(exported.value)
      notify('packages-changed', {})
      return exported.value
    },
    async gaps(caseId) {
      const gaps = await exporter.gapsOf(caseId)
      if (!gaps.ok) {
        throw exportFailure(gaps.error)
      }
      return [...gaps.value]
    },
    async list() {
      session.requireUser()
      return [...(await data.listPackages())]
    },
    async reveal(packageId) {
      session.requireRight('export')
      const { folder, fileName } = await requirePackage(packageId)
      desktop.revealFile(folder, fileName)
    },
    async recordSubmission(packageId) {
      session.requireRight('record-submission')
      await requirePackage(packageId)
      const recorded = await data.recordSubmission({ commandId: newId(), packageId, now: now() })
      if (!recorded.ok) {
        throw new AppError(recorded.error, 'The hand-over cannot be recorded')
      }
      notify('packages-changed', {})
      notify('sync-changed', {})
      dependencies.nudgeSync()
      return recorded.value
    },
    async register(before) {
      return granted(await server.exportRegister(tokenFor(session, 'export'), before))
    },

    async countBatch(selection) {
      const { cases, more } = await exportable(selection)
      return { cases: cases.length, more }
    },
    async startBatch({ selection, reason, recipients }) {
      const createdBy = session.requireRight('export').displayName
      const folder = await requireFolder()
      const { cases } = await exportable(selection)
      if (cases.length === 0) {
        throw new AppError('not-found', 'There is nothing to export')
      }
      const job = { id: newId(), createdAt: now(), createdBy, folder, selection, reason, recipients }
      const items = cases.map(({ caseId, orderNumber }) => ({ exportId: newId(), caseId, orderNumber }))
      const started = await data.startExportJob({ job, items })
      if (!started.ok) {
        throw new AppError(started.error, 'The right to export is missing')
      }
      notify('packages-changed', {})
      work()
      return { jobId: job.id, cases: items.length }
    },
    async jobs() {
      session.requireRight('export')
      return [...(await data.exportJobs())]
    },
    async failures(jobId) {
      session.requireRight('export')
      return [...(await data.exportFailures(jobId))]
    },
    async steerJob(jobId, step) {
      session.requireRight('export')
      const state = STATES[step]
      const retryFailed = step === 'retry-failed'
      const steered = await data.steerExportJob({ jobId, state, retryFailed })
      if (!steered.ok) {
        throw new AppError(steered.error, 'The job cannot be steered')
      }
      notify('packages-changed', {})
      work()
    },
    async resumeJobs() {
      for (const { id: jobId, state, stopped } of await data.exportJobs()) {
        if (state === 'paused' && stopped === 'offline') {
          await data.steerExportJob({ jobId, state: 'running', retryFailed: false })
        }
      }
      work()
    },
  }
}

const STATES = {
  pause: 'paused',
  resume: 'running',
  'retry-failed': 'running',
  cancel: 'cancelled',
} as const satisfies Readonly<Record<JobStep, ExportJob['state']>>

function exportFailure(refused: ExportRefusal): AppError {
  return 'stop' in refused
    ? new AppError(refused.stop, 'No package can be exported now', { retryable: refused.stop === 'offline' })
    : new AppError(refused.problem, 'The package cannot be exported')
}
