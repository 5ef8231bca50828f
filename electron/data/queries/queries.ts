import type { WritableDb } from '../connection/handles'
import type { WorkingClock } from '../workingClock'
import { createAuditQueries } from './auditQueries'
import { createCaseQueries } from './caseQueries'
import { createDocumentQueries } from './documentQueries'
import { createDraftQueries } from './draftQueries'
import { createHoldQueries } from './holdQueries'
import { createOutboxQueries } from './outboxQueries'
import { createPackageQueries } from './packageQueries'
import { createQueueItemQueries } from './queueItemQueries'
import { createQueueListQueries } from './queueListQueries'
import { createQueueRowQueries } from './queueRowQueries'
import { createQueueSearchQueries } from './queueSearchQueries'
import { createReuseQueries } from './reuseQueries'
import { createRulePackQueries } from './rulePackQueries'
import { createSessionQueries } from './sessionQueries'

/** All statements, prepared once for an open database: a mistake in any of them shows at opening. */
export function createQueries(db: WritableDb, clock: WorkingClock) {
  return {
    session: createSessionQueries(db),
    queueRows: createQueueRowQueries(db),
    queueSearch: createQueueSearchQueries(db),
    queueList: createQueueListQueries(db),
    queueItems: createQueueItemQueries(db, clock),
    holds: createHoldQueries(db),
    cases: createCaseQueries(db),
    documents: createDocumentQueries(db),
    drafts: createDraftQueries(db),
    outbox: createOutboxQueries(db),
    audit: createAuditQueries(db),
    packages: createPackageQueries(db),
    rulePacks: createRulePackQueries(db),
    reuse: createReuseQueries(db),
  }
}
export type Queries = ReturnType<typeof createQueries>
