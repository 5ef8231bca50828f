import type { DeskBridge } from '../../shared/ipc/channels'
import type {
  CallName,
  EventName,
  EventOf,
  ParsedRequestOf,
  ReplyOf,
  RequestOf,
} from '../../shared/ipc/contract'
import type { CallDraft, CallRecord } from '../../shared/calls/callRecord'
import type { LeftNote } from '../../shared/ipc/day'
import type { Quiet } from '../../shared/review/day/quiet'
import type { ShiftMove } from '../../shared/review/day/shift'
import type { Notice } from '../../shared/domain/notice'
import { documentUrl, type DocumentRef, type DocumentVariant } from '../../shared/ipc/documentUrl'
import type { BatchRequest, BatchSelection, JobStep } from '../../shared/ipc/exports'
import type { Draft, Settings } from '../../shared/ipc/models'
import type { SavedTable } from '../../shared/ipc/table'
import type { ExportReason } from '../../shared/protocol/exports'
import { DeskApiError } from './DeskApiError'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly desk: DeskBridge
  }
}

/**
 * Every call to the shell, one plain function each: the only module that touches the bridge and the only one that
 * unwraps results. A refused call throws `DeskApiError`.
 */
async function invoke<N extends CallName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  // The bridge copies values and refuses Vue's proxies; requests are plain data, so a copy through JSON is exact.
  const plain = JSON.parse(JSON.stringify(request)) as RequestOf<N>
  const result = await window.desk.invoke(name, plain)
  if (!result.ok) {
    throw new DeskApiError(result.error)
  }
  return result.value
}

export const readSession = () => invoke('session.read', {})
export const signIn = (request: RequestOf<'session.signIn'>) => invoke('session.signIn', request)
export const readSignInWays = () => invoke('session.ways', {})
export const signInByCompany = () => invoke('session.signInByCompany', {})
export const openByPassphrase = (passphrase: string) => invoke('session.openByPassphrase', { passphrase })
export const beginEnrolment = (username: string, passphrase: string) =>
  invoke('session.beginEnrolment', { username, passphrase })
export const saveEnrolmentRequest = () => invoke('session.saveEnrolmentRequest', {})
export const takeEnrolmentReply = (fingerprint: string) =>
  invoke('session.takeEnrolmentReply', { fingerprint })
export const giveUpEnrolment = () => invoke('session.giveUpEnrolment', {})
export const changePassword = (request: RequestOf<'session.changePassword'>) =>
  invoke('session.changePassword', request)
export const signOut = () => invoke('session.signOut', {})
export const lock = () => invoke('session.lock', {})
export const unlock = (password: string) => invoke('session.unlock', { password })

export const readSettings = () => invoke('settings.read', {})
export const changeSettings = (change: Partial<Settings>) => invoke('settings.change', change)

export const listQueue = (request: ParsedRequestOf<'queue.list'>) => invoke('queue.list', request)
export const readQueueFacets = () => invoke('queue.facets', {})
export const readQueueItem = (caseId: string) => invoke('queue.item', { caseId })

export const drawNextCase = () => invoke('case.drawNext', {})
export const drawCase = (caseId: string) => invoke('case.draw', { caseId })
export const releaseCase = (caseId: string) => invoke('case.release', { caseId })
export const breakHold = (request: RequestOf<'case.breakHold'>) => invoke('case.breakHold', request)
export const handOver = (request: RequestOf<'case.handOver'>) => invoke('case.handOver', request)
export const readAccounts = () => invoke('accounts.list', {})
export const manageAccount = (act: RequestOf<'accounts.manage'>) => invoke('accounts.manage', act)
export const readOnShift = () => invoke('team.onShift', {})
export const readColleagues = () => invoke('team.colleagues', {})
export const readCase = (caseId: string) => invoke('case.read', { caseId })
export const revealCase = (request: RequestOf<'case.reveal'>) => invoke('case.reveal', request)
export const saveDraft = (caseId: string, draft: Draft) => invoke('case.saveDraft', { caseId, draft })
export const decideCase = (decision: RequestOf<'case.decide'>) => invoke('case.decide', decision)
export const recordNotice = (caseId: string, notice: Notice) =>
  invoke('case.recordNotice', { caseId, notice })

export const chooseCertificate = (caseId: string, replaces: string | null) =>
  invoke('certificate.choose', { caseId, replaces })
export const dropCertificate = (caseId: string) => invoke('certificate.drop', { caseId })
export const readChosenCertificates = () => invoke('certificate.chosen', {})

export const answerProposal = (request: RequestOf<'case.answerProposal'>) =>
  invoke('case.answerProposal', request)
export const adoptRulePack = (caseId: string, version: string) =>
  invoke('case.adoptRulePack', { caseId, version })

export const listCalls = () => invoke('calls.list', {})
export const readCalls = (caseId: string) => invoke('calls.read', { caseId })
export const saveCallDraft = (caseId: string, draft: CallDraft) =>
  invoke('calls.saveDraft', { caseId, draft })
export const discardCallDraft = (caseId: string) => invoke('calls.discardDraft', { caseId })
export const recordCall = (caseId: string, call: CallRecord) => invoke('calls.record', { caseId, call })
export const dial = (request: RequestOf<'calls.dial'>) => invoke('calls.dial', request)
export const findCaller = (number: string) => invoke('calls.findCaller', { number })
export const readDay = () => invoke('day.read', {})
export const moveShift = (move: ShiftMove) => invoke('day.moveShift', { move })
export const beQuiet = (quiet: Quiet | null) => invoke('day.beQuiet', { quiet })
export const readCasesInHand = () => invoke('day.casesInHand', {})
export const leaveNotes = (notes: readonly LeftNote[]) => invoke('day.leaveNotes', { notes: [...notes] })
export const readSmsFile = () => invoke('sms.readFile', {})
export const applySmsResults = (lines: RequestOf<'sms.apply'>['lines']) => invoke('sms.apply', { lines })
export const readCallFigures = (request: RequestOf<'calls.figures'>) => invoke('calls.figures', request)

export const readAudit = (request: ParsedRequestOf<'audit.list'>) => invoke('audit.list', request)
export const readAuditState = () => invoke('audit.state', {})

export const readSampling = (request: ParsedRequestOf<'sampling.read'>) => invoke('sampling.read', request)
/** Null ends the plan in force and begins none. */
export const startSampling = (terms: ParsedRequestOf<'sampling.start'>['terms']) =>
  invoke('sampling.start', { terms })
export const redrawSampling = (planId: string) => invoke('sampling.redraw', { planId })
/** For whoever draws the plan anew, where the person says. */
export const saveSamplingRegister = (planId: string) => invoke('sampling.saveRegister', { planId })
export const readControls = () => invoke('controls.read', {})
export const planControls = (terms: ParsedRequestOf<'controls.plan'>) => invoke('controls.plan', terms)
export const stockControl = (rules: RequestOf<'controls.stock'>['rules']) =>
  invoke('controls.stock', { rules })
export const endControl = (controlId: string) => invoke('controls.end', { controlId })
export const readFeedbackFile = () => invoke('feedback.readFile', {})
export const applyFeedback = (filings: RequestOf<'feedback.apply'>['filings']) =>
  invoke('feedback.apply', { filings })
export const readFigures = (period: RequestOf<'figures.read'>['period']) => invoke('figures.read', { period })
/** For the next rule pack, where the person says. */
export const saveRuleProposals = (chosen: RequestOf<'figures.saveProposals'>) =>
  invoke('figures.saveProposals', chosen)
/** Onto the system's clipboard, for a minute. */
export const copyText = (text: string) => invoke('clipboard.copy', { text })

/** As CSV, where the person says. */
export const saveTable = (name: string, rows: SavedTable['rows']) => invoke('table.save', { name, rows })

export const searchReuse = (caseId: string) => invoke('reuse.search', { caseId })
export const openReused = (request: RequestOf<'reuse.open'>) => invoke('reuse.open', request)

export const readRulePacks = () => invoke('rules.overview', {})
export const diffRulePack = (packId: string) => invoke('rules.diff', { packId })
export const importRulePack = () => invoke('rules.import', {})
export const dryRunRulePack = (packId: string) => invoke('rules.dryRun', { packId })
export const readDryRunChanges = (request: RequestOf<'rules.dryRunChanges'>) =>
  invoke('rules.dryRunChanges', request)
export const activateRulePack = (packId: string) => invoke('rules.activate', { packId })
export const withdrawRulePack = (packId: string) => invoke('rules.withdraw', { packId })

export const exportPackage = (caseId: string, reason: ExportReason) =>
  invoke('package.export', { caseId, reason })
export const readPackageGaps = (caseId: string) => invoke('package.gaps', { caseId })
export const readExportRegister = (before: number) => invoke('package.register', { before })
export const countExportBatch = (selection: BatchSelection) => invoke('package.countBatch', selection)
export const startExportBatch = (request: BatchRequest) => invoke('package.startBatch', request)
export const listExportJobs = () => invoke('package.jobs', {})
export const readExportFailures = (jobId: string) => invoke('package.failures', { jobId })
export const steerExportJob = (jobId: string, step: JobStep) => invoke('package.steerJob', { jobId, step })
export const listPackages = () => invoke('package.list', {})
export const choosePackageFolder = () => invoke('package.chooseFolder', {})
export const revealPackage = (packageId: string) => invoke('package.reveal', { packageId })
export const recordSubmission = (packageId: string) => invoke('package.recordSubmission', { packageId })

export const readSyncStatus = () => invoke('sync.status', {})
export const syncNow = () => invoke('sync.now', {})
export const resync = () => invoke('sync.resync', {})
export const repair = () => invoke('sync.repair', {})
export const allowDeletion = (what: RequestOf<'sync.allowDeletion'>['what']) =>
  invoke('sync.allowDeletion', { what })
export const saveDiagnostics = () => invoke('sync.saveDiagnostics', {})
export const readCarryState = () => invoke('sync.carryState', {})
export const carryOut = () => invoke('sync.carryOut', {})
export const carryIn = () => invoke('sync.carryIn', {})
export const readOutbox = () => invoke('sync.outbox', {})
export const readRefusedWork = (commandId: string) => invoke('sync.refusedWork', { commandId })
export const settleRefused = (commandId: string) => invoke('sync.settleRefused', { commandId })

export const readWorkingTime = () => invoke('calendar.now', {})
export const readCalendar = () => invoke('calendar.read', {})
export const changeCalendar = (request: RequestOf<'calendar.change'>) => invoke('calendar.change', request)
export const chooseHolidayFeed = () => invoke('calendar.chooseFeed', {})
export const readAppInfo = () => invoke('app.info', {})

/** Listens to an event of the shell; returns its own unsubscribe. */
export function onDeskEvent<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
  return window.desk.on(name, listener)
}

/** Address under which a picture of a document, or of one of its pages, is shown. */
export function documentAddress(document: DocumentRef, variant: DocumentVariant, page = 1): string {
  return documentUrl(document, variant, page)
}
