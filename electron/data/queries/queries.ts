import type { WritableDb } from '../connection/handles'
import type { WorkingClock } from '../../../shared/calendar/workingClock'
import { createAuditExchangeQueries } from './auditExchangeQueries'
import { createAuditQueries } from './auditQueries'
import { createCalendarQueries } from './calendarQueries'
import { createCallQueries } from './callQueries'
import { createCarryQueries } from './carryQueries'
import { createCertificateQueries } from './certificateQueries'
import { createCaseQueries } from './caseQueries'
import { createDayQueries } from './dayQueries'
import { createDeletionQueries } from './deletionQueries'
import { createDocumentPartQueries } from './documentPartQueries'
import { createDocumentQueries } from './documentQueries'
import { createDraftQueries } from './draftQueries'
import { createHoldQueries } from './holdQueries'
import { createExportQueries } from './exportQueries'
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
    calendar: createCalendarQueries(db),
    calls: createCallQueries(db),
    day: createDayQueries(db),
    documents: createDocumentQueries(db),
    documentParts: createDocumentPartQueries(db),
    deletions: createDeletionQueries(db),
    drafts: createDraftQueries(db),
    outbox: createOutboxQueries(db),
    audit: createAuditQueries(db),
    carry: createCarryQueries(db),
    certificates: createCertificateQueries(db),
    auditExchange: createAuditExchangeQueries(db),
    packages: createPackageQueries(db),
    rulePacks: createRulePackQueries(db),
    reuse: createReuseQueries(db),
    exports: createExportQueries(db),
  }
}
export type Queries = ReturnType<typeof createQueries>
