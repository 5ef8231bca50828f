import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { createAdoptRulePack } from './adoptRulePack'
import { createApplyFeed } from './applyFeed'
import { createApplyHolds } from './applyHolds'
import { createCounts } from './counts'
import type { DataContext } from './dataContext'
import { createDecide } from './decide'
import { createReadDocument, createStoreDocument, createStoreMade } from './documentOperations'
import { createDrawReserved } from './drawReserved'
import { createDropCase } from './dropCase'
import { createListQueue, createQueueItem } from './listQueue'
import { createRequeueOutbox, createTakeOutbox } from './outboxDelivery'
import { createReadCase } from './readCase'
import { createRecordNotice } from './recordNotice'
import { createRecordSubmission } from './recordSubmission'
import { createSaveDraft } from './saveDraft'
import { createSettleOutbox } from './settleOutbox'
import { createSettleRefused } from './settleRefused'
import { createStoreCase } from './storeCase'
import { createStoreReusedDocument } from './storeReusedDocument'

/** What can be done while a profile is open. */
export type ProfileOperations = Omit<DataOperations, 'openProfile' | 'rewrapProfile' | 'closeProfile'>

/** Binds the operations to an open profile; those that are one query stand here whole. */
export function createProfileOperations(context: DataContext): ProfileOperations {
  const { db, queries, onScreen } = context
  return {
    saveSession: (session) => inTransaction(db, () => queries.session.save(session)),
    readSession: () => queries.session.read(),
    clearSessionToken: () => inTransaction(db, () => queries.session.clearToken()),

    readCursor: () => queries.session.cursor(),
    applyFeed: createApplyFeed(context),
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

    takeOutbox: createTakeOutbox(context),
    requeueOutbox: createRequeueOutbox(context),
    settleOutbox: createSettleOutbox(context),
    listOutbox: () => queries.outbox.list(),
    settleRefused: createSettleRefused(context),

    registerPackage: (exported) => inTransaction(db, () => queries.packages.add(exported)),
    listPackages: () => queries.packages.list(),

    storeRulePackList: (packs) => inTransaction(db, () => queries.rulePacks.replaceList(packs)),
    rulePackList: () => queries.rulePacks.listed(),
    storeRulePack: ({ version, files }) =>
      inTransaction(db, () => queries.rulePacks.storeFiles(version, files)),
    fetchedRulePacks: () => queries.rulePacks.fetched(),

    counts: createCounts(context),
  }
}
