import type { Notice } from '../../shared/domain/notice'
import type { Result } from '../../shared/result'
import type { ReadField } from '../../shared/reading/readField'
import type { Finding } from '../../shared/imaging/findings'
import type { DocumentRef } from '../../shared/ipc/documentUrl'
import type { CaseView, Draft, ExportedPackage, QueueFacets, QueueItem } from '../../shared/ipc/models'
import type { OutboxItem } from '../../shared/ipc/result'
import type { queueListRequestSchema, queueListSchema } from '../../shared/ipc/models'
import type { DrawReason, User } from '../../shared/protocol/api'
import type { Case, Hold, QueueRow } from '../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../shared/protocol/commands'
import type { ActivePack } from '../../shared/protocol/rulePacks'
import type { CarriedAnswer } from '../../shared/review/carriedAnswer'
import type { ReturnReason, DecisionVerdict } from '../../shared/review/decision'
import type { GateProblem } from '../../shared/review/decisionGate'
import type { ChecklistLine } from '../../shared/rules/checklist'
import type { z } from 'zod'

/**
 * Everything the data worker can do, by name. Each is one synchronous function and, where it writes, one
 * transaction; the worker runs it by name, so neither SQL nor keys cross the thread's border. Instants are ISO-8601
 * strings. Nothing here reads a clock: `now` comes with the call. Deriving a key from a password is the one
 * asynchronous step, so what unlocks or rewraps a profile answers a promise.
 */
export interface DataOperations {
  /**
   * Opens (or makes, on the very first sign-in) the profile folder of one person at one server: unlocks its data key
   * with the password, opens the encrypted database, checks and migrates it. `create` is only allowed after the
   * server has accepted the password. Nothing is ever deleted or replaced when opening fails.
   */
  openProfile(request: {
    readonly folder: string
    readonly password: string
    readonly create: boolean
  }): Promise<Result<{ readonly created: boolean }, ProfileProblem>>
  /** Makes the password the server just accepted the one that unlocks this profile (it must be open). */
  rewrapProfile(request: { readonly password: string }): Promise<void>
  /** Optimizes, checkpoints and closes; keys leave memory. */
  closeProfile(): void

  /** The signed-in person and the session token, kept inside the encrypted database for the next start. */
  saveSession(session: StoredSession): void
  readSession(): StoredSession | null
  clearSessionToken(): void

  readCursor(): number
  /** Applies a page of the change feed and its cursor together; rows older than what is here change nothing. */
  applyFeed(page: { readonly rows: readonly QueueRow[]; readonly cursor: number; readonly userId: string }): {
    readonly changed: number
  }
  listQueue(
    request: z.output<typeof queueListRequestSchema> & { readonly userId: string; readonly now: string },
  ): z.output<typeof queueListSchema>
  queueFacets(request: { readonly userId: string; readonly now: string }): QueueFacets
  queueItem(request: { readonly caseId: string; readonly now: string }): QueueItem | null

  /**
   * Makes the holds known here equal to the server's answer. Cases no longer held lose their documents, case data
   * and examination results here, unless unsent or refused work stands on them. Answers what is to be fetched.
   */
  applyHolds(request: { readonly holds: readonly Hold[]; readonly now: string }): {
    readonly toFetch: readonly string[]
    readonly dropped: readonly string[]
  }
  listHolds(): readonly HeldCase[]
  /**
   * Turns a reservation into a hold here (offline draw). When `caseId` is not given, in the server's order: escalated,
   * photo waiting, then the earliest due. Only reservations that have not expired and whose data is here. A case that is held already answers its reason again.
   */
  drawReserved(request: {
    readonly caseId?: string
    readonly now: string
  }): Result<{ readonly caseId: string; readonly reason: DrawReason }, 'nothing-to-draw'>
  rememberDraw(request: { readonly caseId: string; readonly reason: DrawReason }): void
  /** Stores a case and the list of its documents; carries ticks of an earlier decision on the same round into the draft. */
  storeCase(request: { readonly filingCase: Case; readonly hold: Hold | null; readonly now: string }): void
  readCase(caseId: string): StoredCase | null
  /** Gives a case up here: data, documents, hold. Does nothing while unsent or refused work stands on it. */
  dropCase(caseId: string): void

  /** Documents listed in stored cases whose bytes are not here; held cases first, then by due time. */
  documentsWanted(limit: number): readonly WantedDocument[]
  /** Verifies the hash, seals and stores. `mismatch` when the bytes are not what the case lists. */
  storeDocument(request: {
    readonly caseId: string
    readonly sha256: string
    readonly bytes: Uint8Array
  }): Result<null, 'mismatch' | 'disk-full'>
  storeThumbnail(request: { readonly sha256: string; readonly bytes: Uint8Array }): void
  /** The picture, or one page of a PDF document, as the screen draws it when it cannot draw the original's format. */
  storeView(request: { readonly sha256: string; readonly bytes: Uint8Array; readonly page?: number }): void
  /** Bytes of a document of any round of a stored case, opened; null when not here. */
  readDocument(request: {
    readonly caseId: string
    readonly round: number
    readonly documentId: string
    readonly variant: 'original' | 'thumbnail' | 'view'
    /** Of a view; the first when absent. */
    readonly page?: number
  }): { readonly bytes: Uint8Array; readonly sha256: string; readonly mediaType: string } | null
  /** Stored documents nobody has examined yet; case on screen and held ones first. */
  documentsToExamine(limit: number): readonly WantedDocument[]
  storeExamination(request: {
    readonly sha256: string
    readonly findings: readonly Omit<Finding, 'documentId'>[]
  }): void

  /** Examined documents whose text nobody has read yet; in the same order. */
  documentsToRead(limit: number): readonly WantedDocument[]
  storeReading(request: { readonly sha256: string; readonly fields: readonly ReadField[] }): void

  /** Stored documents without a fingerprint; case on screen first. */
  documentsToFingerprint(limit: number): ReadonlyArray<DocumentRef & { readonly sha256: string }>
  /** `fingerprint`: null when there is none, because the picture is flat or cannot be opened. */
  storeFingerprint(request: { readonly sha256: string; readonly fingerprint: string | null }): void
  /** Pictures of a stored case whose fingerprint is known here. */
  fingerprintsOf(
    caseId: string,
  ): ReadonlyArray<{ readonly sha256: string; readonly fingerprint: string | null }>
  /**
   * Keeps a picture of another case that is looked at beside one of a case that is here, and writes down that it was.
   * It is read like the case's own documents and leaves with the case.
   */
  storeReusedDocument(request: {
    readonly caseId: string
    readonly other: DocumentRef
    readonly sha256: string
    readonly mediaType: string
    readonly bytes: Uint8Array
    readonly now: string
  }): Result<null, 'mismatch' | 'disk-full' | 'not-found'>

  saveDraft(request: { readonly caseId: string; readonly draft: Draft; readonly now: string }): void
  /**
   * Decision, outbox entry and audit entry in one transaction. Refused without a live hold, while another decision on
   * this round is unsent or refused, or when the gate finds something missing. A hold is live until the server takes
   * it away, whatever the clock here says: only the server judges whether a decision came too late.
   */
  decide(request: {
    readonly commandId: string
    readonly caseId: string
    readonly verdict: DecisionVerdict
    readonly reasons: readonly ReturnReason[]
    readonly internalNote: string
    readonly lines: readonly ChecklistLine[]
    /** Answers of the round before that stand where the draft gives none. */
    readonly carried: readonly CarriedAnswer[]
    readonly now: string
  }): Result<{ readonly commandId: string }, DecideProblem>
  /**
   * Has the case judged by this pack from now on: outbox entry and audit entry in one transaction. `lineIds` are the
   * lines of the case's checklist by that pack. Refused without a hold, and while other work on the case is unsent.
   */
  adoptRulePack(request: {
    readonly commandId: string
    readonly caseId: string
    readonly rulePack: string
    readonly lineIds: readonly string[]
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-held' | 'already-decided'>
  recordSubmission(request: {
    readonly commandId: string
    readonly packageId: string
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-found' | 'already-decided'>

  /** Enters what has happened to a filing outside the desk; refused while work on the case waits to be sent. */
  recordNotice(request: {
    readonly commandId: string
    readonly caseId: string
    readonly notice: Notice
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-found' | 'already-decided'>

  /** Commands to send, oldest first, at most one per case; they are marked `sending`. */
  takeOutbox(limit: number): readonly Command[]
  /** Network failed: back to `queued`, attempts counted. */
  requeueOutbox(commandIds: readonly string[]): void
  /** Applies the server's answers; an applied decision releases the local hold. */
  settleOutbox(request: { readonly outcomes: readonly CommandOutcome[]; readonly now: string }): void
  listOutbox(): readonly OutboxItem[]
  /** Takes a refused command out; its content goes back into the case's draft when the case is still here. */
  settleRefused(request: { readonly commandId: string; readonly now: string }): Result<null, 'not-found'>

  registerPackage(exported: ExportedPackage): void
  listPackages(): readonly ExportedPackage[]

  /** Takes the server's list of packs that filings are judged by. */
  storeRulePackList(packs: readonly ActivePack[]): void
  rulePackList(): readonly ActivePack[]
  /** Keeps the files of a listed pack; the caller has verified them. */
  storeRulePack(request: {
    readonly version: string
    readonly files: Readonly<Record<string, unknown>>
  }): void
  /** Every pack that was fetched, listed or not, with its files as they were signed. */
  fetchedRulePacks(): ReadonlyArray<{
    readonly pack: ActivePack
    readonly files: Readonly<Record<string, unknown>>
  }>

  counts(): SyncCounts
}

export type ProfileProblem = 'wrong-password' | 'no-profile' | 'damaged' | 'newer' | 'disk-full'
export type DecideProblem =
  | { readonly code: 'not-held' | 'already-decided' }
  | { readonly code: 'gate'; readonly problems: readonly GateProblem[] }

export interface StoredSession {
  readonly user: User
  readonly serverId: string
  readonly token: string | null
  readonly tokenExpiresAt: string | null
  readonly reservations: number
}

export interface HeldCase {
  readonly hold: Hold
  readonly hasCase: boolean
  /** A reservation drawn here that the server still knows as a reservation: it has to be told. */
  readonly drawnHere: boolean
}

export interface StoredCase {
  readonly filingCase: Case
  readonly hold: Hold | null
  readonly drawReason: DrawReason | null
  readonly draft: Draft
  readonly findings: readonly Finding[]
  readonly documentStates: Readonly<Record<string, 'pending' | 'stored' | 'failed'>>
  /** What was read from the documents of the current round, by document; null while nobody has. */
  readonly readings: Readonly<Record<string, readonly ReadField[] | null>>
  /** The same of the rounds before, the newest first; ids of documents are unique within a round only. */
  readonly earlierDocuments: CaseView['earlierDocuments']
  readonly outbox: readonly OutboxItem[]
}

export interface WantedDocument {
  readonly caseId: string
  readonly round: number
  readonly documentId: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly kind: string
  readonly face: string
  /** Whose application it belongs to: an organisation's statements must carry a seal. */
  readonly entityKind: 'individual' | 'organization'
}

export interface SyncCounts {
  readonly queued: number
  readonly refused: number
  readonly holds: number
  readonly reservations: number
  readonly documentsStored: number
  readonly documentsTotal: number
  readonly examined: number
}
