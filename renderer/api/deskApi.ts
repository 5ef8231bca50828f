import type { DeskBridge } from '../../shared/ipc/channels'
import type {
  CallName,
  EventName,
  EventOf,
  ParsedRequestOf,
  ReplyOf,
  RequestOf,
} from '../../shared/ipc/contract'
import type { Notice } from '../../shared/domain/notice'
import { documentUrl, type DocumentRef, type DocumentVariant } from '../../shared/ipc/documentUrl'
import type { Draft, Settings } from '../../shared/ipc/models'
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
export const signIn = (username: string, password: string) => invoke('session.signIn', { username, password })
export const signOut = () => invoke('session.signOut', {})

export const readSettings = () => invoke('settings.read', {})
export const changeSettings = (change: Partial<Settings>) => invoke('settings.change', change)

export const listQueue = (request: ParsedRequestOf<'queue.list'>) => invoke('queue.list', request)
export const readQueueFacets = () => invoke('queue.facets', {})
export const readQueueItem = (caseId: string) => invoke('queue.item', { caseId })

export const drawNextCase = () => invoke('case.drawNext', {})
export const drawCase = (caseId: string) => invoke('case.draw', { caseId })
export const releaseCase = (caseId: string) => invoke('case.release', { caseId })
export const readCase = (caseId: string) => invoke('case.read', { caseId })
export const saveDraft = (caseId: string, draft: Draft) => invoke('case.saveDraft', { caseId, draft })
export const decideCase = (decision: RequestOf<'case.decide'>) => invoke('case.decide', decision)
export const recordNotice = (caseId: string, notice: Notice) =>
  invoke('case.recordNotice', { caseId, notice })

export const adoptRulePack = (caseId: string, version: string) =>
  invoke('case.adoptRulePack', { caseId, version })

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

export const exportPackage = (caseId: string) => invoke('package.export', { caseId })
export const listPackages = () => invoke('package.list', {})
export const choosePackageFolder = () => invoke('package.chooseFolder', {})
export const revealPackage = (packageId: string) => invoke('package.reveal', { packageId })
export const recordSubmission = (packageId: string) => invoke('package.recordSubmission', { packageId })

export const readSyncStatus = () => invoke('sync.status', {})
export const syncNow = () => invoke('sync.now', {})
export const readOutbox = () => invoke('sync.outbox', {})
export const settleRefused = (commandId: string) => invoke('sync.settleRefused', { commandId })

export const readWorkingTime = () => invoke('calendar.now', {})
export const readAppInfo = () => invoke('app.info', {})

/** Listens to an event of the shell; returns its own unsubscribe. */
export function onDeskEvent<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
  return window.desk.on(name, listener)
}

/** Address under which a picture of a document, or of one of its pages, is shown. */
export function documentAddress(document: DocumentRef, variant: DocumentVariant, page = 1): string {
  return documentUrl(document, variant, page)
}
