import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportJob } from '../../../shared/ipc/exports'
import type { ExportedPackage } from '../../../shared/ipc/models'
import { refusal, type Result } from '../../../shared/result'
import type { WaitingExport } from '../../data/exportOperations'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { PackageExporter } from './exportCase'
import { refusedFor, type ExportRefusal } from './exportRefusal'
import { isUnfinishedOf } from './writePackage'

interface Dependencies {
  readonly data: Pick<
    DataPort,
    'exportJobs' | 'waitingExports' | 'finishExport' | 'failExport' | 'stopExportJob'
  >
  readonly exporter: Pick<PackageExporter, 'exportCase'>
  /** An item or a job has changed. */
  readonly onChange: () => void
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

export interface ExportRunner {
  /** Goes on with every job that is running, the oldest first; ends when there is none. A second call joins the first. */
  run(): Promise<void>
  /** Takes no further package; ends when those under way are done. */
  stop(): Promise<void>
}

/** Two: while one package is drawn and packed, the documents of the next are fetched, and two cores are at work. */
const AT_ONCE = 2

/**
 * Works on jobs of exports. Everything that a job knows stands in the database, so it does not matter when or how this
 * ends: an item is done when its package is in its place and in the register, and until then it is done again.
 */
export function createExportRunner(dependencies: Dependencies): ExportRunner {
  const { data, exporter, onChange, logUnexpected } = dependencies
  let running: Promise<void> | null = null
  let isStopping = false

  // A call, because the answer may be another one after each wait.
  const wasStopped = (): boolean => isStopping

  async function nextJob(): Promise<ExportJob | undefined> {
    const jobs = await data.exportJobs()
    return jobs.findLast(({ state, counts }) => state === 'running' && counts.waiting > 0)
  }

  async function runAll(): Promise<void> {
    for (let job = await nextJob(); job && !isStopping; job = await nextJob()) {
      await runJob(job)
    }
  }

  async function runJob(job: ExportJob): Promise<void> {
    const next = await data.waitingExports({ jobId: job.id, limit: AT_ONCE })
    if (next.length === 0) {
      // A running job with items yields none to whoever may no longer export. Asked again, it would for ever.
      await data.stopExportJob({ jobId: job.id, stopped: 'forbidden' })
      return
    }
    await removeUnfinished(job, next)
    const taken = new Set<string>()
    async function work(): Promise<void> {
      for (let item = await nextItem(job, taken); item; item = await nextItem(job, taken)) {
        taken.add(item.exportId)
        await exportItem(job, item)
        taken.delete(item.exportId)
        onChange()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  async function nextItem(job: ExportJob, taken: ReadonlySet<string>): Promise<WaitingExport | undefined> {
    if (wasStopped()) {
      return undefined
    }
    const waiting = await data.waitingExports({ jobId: job.id, limit: AT_ONCE })
    const item = waiting.find(({ exportId }) => !taken.has(exportId))
    // It may have been asked to stop while the database was.
    return wasStopped() ? undefined : item
  }

  /** Null: nobody is signed in any more, which says nothing about the package. */
  async function tryItem(
    { folder, reason, recipients }: ExportJob,
    { exportId, caseId, intents }: WaitingExport,
  ): Promise<Result<ExportedPackage, ExportRefusal> | null> {
    try {
      return await exporter.exportCase({ exportId, caseId, folder, reason, recipients, intents })
    } catch (cause) {
      const code = cause instanceof AppError ? cause.failure.code : null
      if (code === 'not-signed-in') {
        return null
      }
      if (code === 'forbidden') {
        return refusal({ stop: code })
      }
      logUnexpected('export', cause)
      return refusal(refusedFor('unexpected'))
    }
  }

  async function exportItem(job: ExportJob, item: WaitingExport): Promise<void> {
    const exported = await tryItem(job, item)
    const { exportId } = item
    if (exported === null) {
      isStopping = true
    } else if (exported.ok) {
      await data.finishExport({ exported: exported.value })
    } else if ('stop' in exported.error) {
      await data.stopExportJob({ jobId: job.id, stopped: exported.error.stop })
    } else {
      await data.failExport({ exportId, ...exported.error })
    }
  }

  return {
    run() {
      isStopping = false
      running ??= runAll().finally(() => {
        running = null
      })
      return running
    },
    async stop() {
      isStopping = true
      await running
    },
  }
}

/** What a try that was killed left behind under a name of its own; it never had the package's name. */
async function removeUnfinished({ folder }: ExportJob, items: readonly WaitingExport[]): Promise<void> {
  const names = items.flatMap(({ intents }) => intents.map(({ fileName }) => fileName))
  if (names.length === 0) {
    return
  }
  const files = await readdir(folder).catch(() => [])
  for (const file of files) {
    if (names.some((name) => isUnfinishedOf(file, name))) {
      await unlink(join(folder, file)).catch(() => undefined)
    }
  }
}
