import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { createAdoptRulePack } from './adoptRulePack'
import { createApplyFeed } from './applyFeed'
import { createApplyHolds } from './applyHolds'
import { createAuditToSend, createSettleAudit } from './auditExchange'
import { createCallOperations } from './callOperations'
import { createCarryOperations } from './carry'
import { createCertificateOperations } from './certificateOperations'
import { createCounts } from './counts'
import type { DataContext } from './dataContext'
import { createDayOperations } from './dayOperations'
import { createDecide } from './decide'
import { createReadDocument, createStoreDocument, createStoreMade } from './documentOperations'
import { createJoinDocument, createStoreDocumentPart } from './documentParts'
import { createAllowDeletion } from './deletionStop'
import { createDrawReserved } from './drawReserved'
import { createDropCase } from './dropCase'
import { createAnswerProposal, createStoreFates } from './lateDecisions'
import { createEnrolmentRequest } from './enrolment'
import { createListQueue, createQueueItem } from './listQueue'
import { createExportOperations } from './exportJobs'
import { createDeferOutbox, createRequeueOutbox, createTakeOutbox } from './outboxDelivery'
import { createPurgeRead } from './purgeRead'
import { createReadCase } from './readCase'
import { createRecordNotice } from './recordNotice'
import { createRecordReveal } from './recordReveal'
import { createRecordSubmission } from './recordSubmission'
import { createRegisterPackage } from './registerPackage'
import { createSaveDraft } from './saveDraft'
import { createRefusedWork } from './refusedWork'
import { createFinishResync, createRepair, createStartResync } from './resync'
import { createSettleOutbox } from './settleOutbox'
import { createSettleRefused } from './settleRefused'
import { createStoreCase } from './storeCase'
import { createStoreReusedDocument } from './storeReusedDocument'

/** What can be done while a profile is open. */
export type ProfileOperations = Omit<
  DataOperations,
  | 'openProfile'
  | 'rewrapProfile'
  | 'provideRecovery'
  | 'closeProfile'
  | 'beginEnrolment'
  | 'takeEnrolment'
  | 'giveUpEnrolment'
>

/** Binds the operations to an open profile; those that are one query stand here whole. */
export function createProfileOperations(context: DataContext): ProfileOperations {
  const { db, queries, onScreen } = context
  const calls = createCallOperations(context)
  return {
    saveSession: (session) => inTransaction(db, () => queries.session.save(session)),
    readSession: () => queries.session.read(),
    clearSessionToken: () => inTransaction(db, () => queries.session.clearToken()),

    readCursor: () => queries.session.cursor(),
    applyFeed: createApplyFeed(context),
    startResync: createStartResync(context),
    finishResync: createFinishResync(context),
    repair: createRepair(context),
    allowDeletion: createAllowDeletion(context),
    listQueue: createListQueue(context),
    queueFacets: ({ now }) => queries.queueItems.facets(Date.parse(now)),
    queueItem: createQueueItem(context),

    applyHolds: createApplyHolds(context),
    listHolds: () => queries.holds.list(),
    drawReserved: createDrawReserved(context),
    rememberDraw: ({ caseId, reason }) =>
      inTransaction(db, () => queries.holds.rememberReason(caseId, reason)),
    storeCase: createStoreCase(context),
    readCase: createReadCase(context),
    dropCase: createDropCase(context),

    documentsWanted: (limit) => queries.documents.wanted(limit, onScreen.caseId),
    storeDocument: createStoreDocument(context),
    documentPartsLength: (sha256) => queries.documentParts.length(sha256),
    storeDocumentPart: createStoreDocumentPart(context),
    joinDocument: createJoinDocument(context),
    purgeRead: createPurgeRead(context),
    storeThumbnail: createStoreMade(context, 'thumbnail'),
    storeView: createStoreMade(context, 'view'),
    readDocument: createReadDocument(context),
    documentsToExamine: (limit) => queries.documents.unexamined(limit, onScreen.caseId),
    storeExamination: ({ sha256, findings }) =>
      inTransaction(db, () => queries.documents.storeFindings(sha256, findings)),

    documentsToRead: (limit) => queries.documents.unread(limit, onScreen.caseId),
    storeReading: ({ sha256, fields }) =>
      inTransaction(db, () => queries.documents.storeReading(sha256, fields)),

    documentsToFingerprint: (limit) => queries.reuse.unfingerprinted(limit, onScreen.caseId),
    storeFingerprint: ({ sha256, fingerprint }) =>
      inTransaction(db, () => queries.reuse.storeFingerprint(sha256, fingerprint)),
    fingerprintsOf: (caseId) => queries.reuse.fingerprintsOf(caseId),
    storeReusedDocument: createStoreReusedDocument(context),

    saveDraft: createSaveDraft(context),
    decide: createDecide(context),
    adoptRulePack: createAdoptRulePack(context),
    recordSubmission: createRecordSubmission(context),
    recordNotice: createRecordNotice(context),
    ...createCertificateOperations(context),
    teamCalendar: () => queries.calendar.find(),
    storeTeamCalendar: (calendar) => {
      inTransaction(db, () => queries.calendar.replace(calendar))
      context.countBy(calendar)
    },
    ...calls,
    ...createDayOperations(context, (row) => calls.callsOf(row.id)?.stand ?? row.calls ?? null),

    answerProposal: createAnswerProposal(context),
    storeFates: createStoreFates(context),
    takeOutbox: createTakeOutbox(context),
    deferOutbox: createDeferOutbox(context),
    retryOutbox: () => inTransaction(db, () => queries.outbox.retryAll()),
    requeueOutbox: createRequeueOutbox(context),
    settleOutbox: createSettleOutbox(context),
    listOutbox: () => queries.outbox.list(),
    refusedWork: createRefusedWork(context),
    settleRefused: createSettleRefused(context),

    registerPackage: createRegisterPackage(context),
    listPackages: () => queries.packages.list(),
    ...createExportOperations(context),

    storeRulePackList: (packs) => inTransaction(db, () => queries.rulePacks.replaceList(packs)),
    rulePackList: () => queries.rulePacks.listed(),
    storeRulePack: ({ version, files }) =>
      inTransaction(db, () => queries.rulePacks.storeFiles(version, files)),
    fetchedRulePacks: () => queries.rulePacks.fetched(),

    auditToSend: createAuditToSend(context),
    settleAudit: createSettleAudit(context),
    ...createCarryOperations(context),
    enrolmentRequest: createEnrolmentRequest(context),
    recordReveal: createRecordReveal(context),
    isOpenHere: (caseId) =>
      queries.holds.find(caseId)?.hold.kind === 'hold' || queries.reuse.isBesideHeld(caseId),

    counts: createCounts(context),
  }
}
