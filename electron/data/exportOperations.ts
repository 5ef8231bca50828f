import type { ExportedPackage } from '../../shared/ipc/models'
import type { ExportFailure, ExportJob, ExportProblem, ExportStop } from '../../shared/ipc/exports'
import type { RequirementGap } from '../../shared/package/requirementGap'
import type { Result } from '../../shared/result'

/** One package of a job that is still to be exported. */
export interface WaitingExport {
  /** Under which the server registers it; the same at every try. */
  readonly exportId: string
  readonly caseId: string
  readonly orderNumber: string
  /** What earlier tries were about to write, the latest last: any of them may stand in the folder. */
  readonly intents: readonly ExportIntent[]
}

/** The file that a try is about to put in its place. */
export interface ExportIntent {
  readonly fileName: string
  readonly sha256: string
}

/** Batches of packages, as the data worker keeps them. Whoever may not export is refused whatever calls. */
export interface ExportOperations {
  startExportJob(request: {
    readonly job: Omit<ExportJob, 'state' | 'stopped' | 'counts'>
    readonly items: ReadonlyArray<{
      readonly exportId: string
      readonly caseId: string
      readonly orderNumber: string
    }>
  }): Result<null, 'forbidden'>
  /** The latest first. */
  exportJobs(): readonly ExportJob[]
  /** What a person does with a job. Refused: `not-found`, also for a job that has ended. */
  steerExportJob(request: {
    readonly jobId: string
    readonly state: 'running' | 'paused' | 'cancelled'
    /** Failed items are tried again. */
    readonly retryFailed: boolean
  }): Result<null, 'forbidden' | 'not-found'>
  /**
   * A running job pauses by itself; one that is not running stays as a person left it. Needs no right: it may stop because the right
   * is gone.
   */
  stopExportJob(request: { readonly jobId: string; readonly stopped: ExportStop }): void
  /** Items of a running job, in their order; none for whoever may not export. */
  waitingExports(request: { readonly jobId: string; readonly limit: number }): readonly WaitingExport[]
  /** Before a file is put in its place. */
  intendExport(request: { readonly exportId: string; readonly intent: ExportIntent }): void
  /** The package is in its place: register, audit and item in one transaction. The last one ends the job. */
  finishExport(request: { readonly exported: ExportedPackage }): void
  failExport(request: {
    readonly exportId: string
    readonly problem: ExportProblem
    readonly gaps: readonly RequirementGap[]
  }): void
  /** What failed in a job, in its order. */
  exportFailures(jobId: string): readonly ExportFailure[]
}
