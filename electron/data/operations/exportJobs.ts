import { may } from '../../../shared/review/rights'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { ExportOperations } from '../exportOperations'
import { signedIn, type DataContext } from './dataContext'
import { registerExported } from './registerPackage'

/** Batches of packages. The right is asked here once more: what calls may be a script. */
export function createExportOperations(context: DataContext): ExportOperations {
  const { db, queries } = context
  const mayExport = (): boolean => may(signedIn(context).user.role, 'export')

  return {
    startExportJob: ({ job, items }) =>
      inTransaction(db, () => {
        if (!mayExport()) {
          return refusal('forbidden')
        }
        queries.exports.add(job, items)
        return success(null)
      }),
    exportJobs: () => queries.exports.jobs(),
    steerExportJob: ({ jobId, state, retryFailed }) =>
      inTransaction(db, () => {
        if (!mayExport()) {
          return refusal('forbidden')
        }
        if (!queries.exports.steer(jobId, state)) {
          return refusal('not-found')
        }
        if (retryFailed) {
          queries.exports.retryFailed(jobId)
        }
        return success(null)
      }),
    stopExportJob: ({ jobId, stopped }) => inTransaction(db, () => queries.exports.stop(jobId, stopped)),
    waitingExports: ({ jobId, limit }) => (mayExport() ? queries.exports.waiting(jobId, limit) : []),
    intendExport: ({ exportId, intent }) => inTransaction(db, () => queries.exports.intend(exportId, intent)),
    finishExport: ({ exported }) =>
      inTransaction(db, () => {
        registerExported(context, exported)
        queries.exports.finish(exported.id)
      }),
    failExport: ({ exportId, problem, gaps }) =>
      inTransaction(db, () => queries.exports.fail(exportId, problem, [...gaps])),
    exportFailures: (jobId) => queries.exports.failures(jobId),
  }
}
