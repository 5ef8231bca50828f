import { z } from 'zod'
import {
  exportFailureSchema,
  exportJobSchema,
  type ExportFailure,
  type ExportJob,
  type ExportStop,
} from '../../../shared/ipc/exports'
import type { ExportIntent, ExportOperations, WaitingExport } from '../exportOperations'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

const bodySchema = exportJobSchema.omit({ state: true, stopped: true, counts: true })
const intentSchema = z.strictObject({ fileName: z.string(), sha256: z.string() })
/** Profiles of before have the last one alone. */
const intentsSchema = z.union([z.array(intentSchema), intentSchema.transform((only) => [only])])

interface JobRow {
  readonly state: ExportJob['state']
  readonly stopped: ExportJob['stopped']
  readonly body: string
  readonly waiting: number
  readonly done: number
  readonly failed: number
}

interface ItemRow {
  readonly export_id: string
  readonly case_id: string
  readonly order_number: string
  readonly intent: string | null
  readonly problem: string | null
  readonly gaps: string | null
}

type NewItem = Parameters<ExportOperations['startExportJob']>[0]['items'][number]

/** Jobs of exports and their items. */
export function createExportQueries(db: WritableDb) {
  const insertJob = prepareWrite<{ id: string; body: string }>(
    db,
    "INSERT INTO export_job (id, state, body) VALUES (:id, 'running', :body)",
  )
  const insertItem = prepareWrite<NewItem & { jobId: string; position: number }>(
    db,
    `INSERT INTO export_item (export_id, job_id, position, case_id, order_number)
     VALUES (:exportId, :jobId, :position, :caseId, :orderNumber)`,
  )
  const selectJobs = prepareRead<JobRow>(
    db,
    `SELECT export_job.state, stopped, body,
       COUNT(*) FILTER (WHERE export_item.state = 'waiting') AS waiting,
       COUNT(*) FILTER (WHERE export_item.state = 'done') AS done,
       COUNT(*) FILTER (WHERE export_item.state = 'failed') AS failed
     FROM export_job LEFT JOIN export_item ON job_id = export_job.id
     GROUP BY export_job.sequence ORDER BY export_job.sequence DESC LIMIT 50`,
  )
  // A job that has ended stays as it is.
  const updateJob = prepareWrite<{ id: string; state: string }>(
    db,
    `UPDATE export_job SET state = :state, stopped = NULL
     WHERE id = :id AND (state IN ('running', 'paused') OR (state = 'done' AND :state = 'running'))`,
  )
  // What a person has paused or cancelled stays so, whatever a package under way meets after that.
  const stopJob = prepareWrite<{ id: string; stopped: string }>(
    db,
    "UPDATE export_job SET state = 'paused', stopped = :stopped WHERE id = :id AND state = 'running'",
  )
  const retryFailed = prepareWrite<{ jobId: string }>(
    db,
    `UPDATE export_item SET state = 'waiting', problem = NULL, gaps = NULL WHERE job_id = :jobId AND state = 'failed'`,
  )
  const selectWaiting = prepareRead<ItemRow, { jobId: string; limit: number }>(
    db,
    `SELECT export_item.* FROM export_item JOIN export_job ON export_job.id = job_id
     WHERE job_id = :jobId AND export_job.state = 'running' AND export_item.state = 'waiting'
     ORDER BY position LIMIT :limit`,
  )
  const selectIntent = prepareRead<Pick<ItemRow, 'intent'>, { exportId: string }>(
    db,
    'SELECT intent FROM export_item WHERE export_id = :exportId',
  )
  const updateIntent = prepareWrite<{ exportId: string; intent: string }>(
    db,
    'UPDATE export_item SET intent = :intent WHERE export_id = :exportId',
  )
  const updateItem = prepareWrite<{
    exportId: string
    state: 'done' | 'failed'
    problem: string | null
    gaps: string | null
  }>(
    db,
    'UPDATE export_item SET state = :state, problem = :problem, gaps = :gaps WHERE export_id = :exportId',
  )
  const endJob = prepareWrite<{ exportId: string }>(
    db,
    `UPDATE export_job SET state = 'done', stopped = NULL WHERE state IN ('running', 'paused')
       AND id = (SELECT job_id FROM export_item WHERE export_id = :exportId)
       AND NOT EXISTS (SELECT 1 FROM export_item WHERE job_id = export_job.id AND state = 'waiting')`,
  )
  const selectFailed = prepareRead<ItemRow, { jobId: string }>(
    db,
    "SELECT * FROM export_item WHERE job_id = :jobId AND state = 'failed' ORDER BY position",
  )

  function settle(
    exportId: string,
    state: 'done' | 'failed',
    failure: Pick<ItemRow, 'problem' | 'gaps'>,
  ): void {
    updateItem.run({ exportId, state, ...failure })
    endJob.run({ exportId })
  }

  return {
    add(job: z.output<typeof bodySchema>, items: readonly NewItem[]): void {
      insertJob.run({ id: job.id, body: JSON.stringify(job) })
      items.forEach((item, position) => {
        insertItem.run({ ...item, jobId: job.id, position })
      })
    },
    jobs: (): readonly ExportJob[] => selectJobs.all(NO_PARAMETERS).map(toJob),
    /** False when there is no such job, or it has ended. */
    steer(jobId: string, state: 'running' | 'paused' | 'cancelled'): boolean {
      return updateJob.run({ id: jobId, state }) > 0
    },
    stop(jobId: string, stopped: ExportStop): void {
      stopJob.run({ id: jobId, stopped })
    },
    retryFailed(jobId: string): void {
      retryFailed.run({ jobId })
    },
    waiting: (jobId: string, limit: number): readonly WaitingExport[] =>
      selectWaiting.all({ jobId, limit }).map(toWaiting),
    intend(exportId: string, intent: ExportIntent): void {
      const before = intentsOf(selectIntent.get({ exportId })?.intent ?? null)
      const others = before.filter(({ sha256 }) => sha256 !== intent.sha256)
      updateIntent.run({ exportId, intent: JSON.stringify([...others, intent]) })
    },
    finish(exportId: string): void {
      settle(exportId, 'done', { problem: null, gaps: null })
    },
    fail(exportId: string, problem: string, gaps: ExportFailure['gaps']): void {
      settle(exportId, 'failed', { problem, gaps: JSON.stringify(gaps) })
    },
    failures: (jobId: string): readonly ExportFailure[] => selectFailed.all({ jobId }).map(toFailure),
  }
}

function toJob({ state, stopped, body, ...counts }: JobRow): ExportJob {
  return exportJobSchema.parse({
    ...parseStored(bodySchema, body, 'export_job.body'),
    state,
    stopped,
    counts,
  })
}

function toWaiting(row: ItemRow): WaitingExport {
  return {
    exportId: row.export_id,
    caseId: row.case_id,
    orderNumber: row.order_number,
    intents: intentsOf(row.intent),
  }
}

function intentsOf(stored: string | null): readonly ExportIntent[] {
  return stored === null ? [] : parseStored(intentsSchema, stored, 'export_item.intent')
}

function toFailure(row: ItemRow): ExportFailure {
  const gaps = parseStored(exportFailureSchema.shape.gaps, row.gaps ?? '[]', 'export_item.gaps')
  return exportFailureSchema.parse({
    caseId: row.case_id,
    orderNumber: row.order_number,
    problem: row.problem,
    gaps,
  })
}
