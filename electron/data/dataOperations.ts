import type { CalendarFile } from '../../shared/calendar/calendarData'
import type { CallContact, CallDraft, CallRecord, CallStand } from '../../shared/calls/callRecord'
import type { Notice } from '../../shared/domain/notice'
import type { Result } from '../../shared/result'
import type { ReadField } from '../../shared/reading/readField'
import type { Finding } from '../../shared/imaging/findings'
import type { DocumentRef } from '../../shared/ipc/documentUrl'
import type {
  CaseView,
  Draft,
  ExportedPackage,
  QueueFacets,
  QueueItem,
  RefusedWork,
} from '../../shared/ipc/models'
import type { OutboxItem } from '../../shared/ipc/result'
import type { queueListRequestSchema, queueListSchema } from '../../shared/ipc/models'
import type { DrawReason, User } from '../../shared/protocol/apiModels'
import type { Case, Hold, QueueRow } from '../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../shared/protocol/commands'
import type { ProposalAnswer, ProposalFate } from '../../shared/protocol/proposals'
import type { ActivePack } from '../../shared/protocol/rulePacks'
import type { AuditExchangeReply, AuditExchangeRequest } from '../../shared/protocol/audit'
import type { SignInWay } from '../../shared/review/passwordRules'
import type { RevealReason } from '../../shared/review/reveal'
import type { CarryOperations } from './carryOperations'
import type { CertificateOperations } from './certificateOperations'
import type { DayOperations } from './dayOperations'
import type { EnrolmentOperations } from './enrolmentOperations'
import type { ExportOperations } from './exportOperations'
import type { KeptCall } from '../../shared/ipc/calls'
import type { AuditProblem } from './queries/auditExchangeQueries'
import type { CarriedAnswer } from '../../shared/review/carriedAnswer'
import type { ReturnReason, DecisionVerdict } from '../../shared/review/decision'
import type { GateProblem } from '../../shared/review/decisionGate'
import type { ReturnMessage } from '../../shared/review/messages/returnMessage'
import type { ChecklistLine } from '../../shared/rules/checklist'
import type { z } from 'zod'
import type { DeletionKind } from './deletionBounds'
import type { DeletionStop } from './queries/deletionQueries'

/**
 * Everything the data worker can do, by name. Each is one synchronous function and, where it writes, one
 * transaction; the worker runs it by name, so neither SQL nor keys cross the thread's border. Instants are ISO-8601
 * strings. Nothing here reads a clock: `now` comes with the call. Deriving a key from a password is the one
 * asynchronous step, so what unlocks or rewraps a profile answers a promise.
 */
export interface DataOperations
  extends CarryOperations, CertificateOperations, DayOperations, EnrolmentOperations, ExportOperations {
  /**
   * Opens (or makes, on the very first sign-in) the profile folder of one person at one server: unlocks its data key
   * with the password, opens the encrypted database, checks and migrates it. `create` is only allowed after the
   * server has accepted the password. Nothing is ever deleted or replaced when opening fails. `waits`: nobody has signed in
   * yet, and the reply to an enrolment request is awaited.
   */
  openProfile(request: {
    readonly folder: string
    readonly password: string
    readonly create: boolean
  }): Promise<Result<{ readonly created: boolean; readonly waits: boolean }, ProfileProblem>>
  /**
   * Makes this password the one that unlocks the open profile. With `former`, only if that one unlocked it so far: false
   * otherwise, and nothing has changed.
   */
  rewrapProfile(request: { readonly password: string; readonly former?: string }): Promise<boolean>
  /** Wraps the data key for the team's recovery key (`age1…`) as well. */
  provideRecovery(request: { readonly recipient: string }): Promise<void>
  /** Optimizes, checkpoints and closes; keys leave memory. */
  closeProfile(): void

  /** The signed-in person and the session token, kept inside the encrypted database for the next start. */
  saveSession(session: StoredSession): void
  readSession(): StoredSession | null
  clearSessionToken(): void

  readCursor(): number
  /**
   * Applies a page of the change feed and its cursor together; rows older than what is here change nothing. `after`: the place that the
   * page follows. `changed` null: this desk has not come to that place, so a page is missing, and nothing was applied.
   */
  applyFeed(page: {
    readonly rows: readonly QueueRow[]
    readonly cursor: number
    readonly userId: string
    readonly after?: number
  }): { readonly changed: number | null }
  /**
   * Has the feed read from its beginning, into the queue that is there. Rows that it does not name leave at
   * `finishResync`, unless unsent work or a hold stands on them.
   */
  startResync(): void
  /** To be called when the feed has nothing more; does nothing while no resync is under way. */
  finishResync(request: { readonly now: string }): {
    readonly removed: number
    /** Too much would go: a person is asked, and it is tried again at the next exchange. */
    readonly isStopped: boolean
  }
  /** Checks the file, makes the search index anew, forgets documents that cannot be opened, starts a resync. */
  repair(): Result<{ readonly rows: number; readonly documentsAgain: number }, 'damaged'>
  /** Lets an answer be applied that was stopped because it would remove too much. */
  allowDeletion(request: { readonly what: DeletionKind; readonly now: string }): Result<null, 'not-found'>
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
  /** How much of a document has come in parts, in bytes. */
  documentPartsLength(sha256: string): number
  /** Keeps the next part of a document that a stored case lists; `mismatch` when it does not follow the last one. */
  storeDocumentPart(request: {
    readonly caseId: string
    readonly sha256: string
    readonly start: number
    readonly bytes: Uint8Array
  }): Result<null, 'mismatch'>
  /** Like `storeDocument`, of the parts that have come. They are gone afterwards, unless the disk was full. */
  joinDocument(request: {
    readonly caseId: string
    readonly sha256: string
  }): Result<null, 'mismatch' | 'disk-full'>
  /** Takes away cases that are here only to be read, when their time is over; each is written down. */
  purgeRead(request: { readonly now: string }): { readonly purged: readonly string[] }
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
    /** A person looks at it: written down before the bytes leave. */
    readonly opening?: { readonly now: string; readonly page: number }
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
    readonly message?: ReturnMessage | undefined
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

  /** The team's own calendar as the server gave it last; null where it has none. */
  teamCalendar(): CalendarFile | null
  /** Keeps it, and counts by it from now on. */
  storeTeamCalendar(calendar: CalendarFile | null): void
  /** Cases about which there may be a reason to call: those called about, in SMS verification, or held here. */
  callCandidates(): readonly StoredCandidate[]
  /**
   * The calls of a case that is here, with those that wait to be sent, and what is being written down. Of a case that is
   * not here only the latter with what the queue knows; null when there is neither.
   */
  callsOf(caseId: string): StoredCalls | null
  /** Keeps what is being written down of a call, with the hold under which it is made. */
  saveCallDraft(request: { readonly caseId: string; readonly draft: CallDraft; readonly now: string }): void
  discardCallDraft(caseId: string): void
  /** Outbox entry and audit entry in one transaction; the draft is gone afterwards. */
  recordCall(request: {
    readonly commandId: string
    readonly caseId: string
    readonly call: CallRecord
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-found'>
  /** Writes down that a number was handed to the telephone, before it is. */
  noteDialled(request: { readonly caseId: string; readonly contact: CallContact; readonly now: string }): void
  /** Cases here in which a number with these digits stands, and where in them. */
  findCaller(number: string): ReadonlyArray<{ readonly caseId: string; readonly contact: CallContact }>

  /**
   * Copies a late decision that is kept beside the case into the draft, or puts it aside: outbox entry, draft and audit
   * entry in one transaction. Taking over needs the hold.
   */
  answerProposal(request: {
    readonly commandId: string
    readonly caseId: string
    readonly proposalId: string
    readonly answer: ProposalAnswer
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-found' | 'not-held' | 'already-decided'>
  /** Takes what the server says of late decisions of this person; answers how many were news here. */
  storeFates(fates: readonly ProposalFate[]): { readonly changed: number }

  /**
   * Commands to send, oldest first, at most one per case; they are marked `sending`. With `now`, those that wait for
   * their next try are left out until then.
   */
  takeOutbox(limit: number, now?: string): readonly Command[]
  /** Everything that waits for its next try is due at once. */
  retryOutbox(): void
  /** The server could not answer this one: back to `queued`, not tried before `until` unless the person asks. */
  deferOutbox(request: { readonly commandId: string; readonly until: string }): void
  /** Network failed: back to `queued`, attempts counted. */
  requeueOutbox(commandIds: readonly string[]): void
  /** Applies the server's answers; an applied decision releases the local hold. */
  settleOutbox(request: { readonly outcomes: readonly CommandOutcome[]; readonly now: string }): void
  listOutbox(): readonly OutboxItem[]
  /** A refused command as it was given beside the case as it is now; null when there is no such one. */
  refusedWork(commandId: string): RefusedWork | null
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

  /**
   * What the audit chain of this device grew by since the server signed for it last, with the head under the device's
   * own signature; the head alone when there is nothing new.
   */
  auditToSend(): AuditExchangeRequest
  /** Takes the server's answer to it. `problem`: what keeps the two chains from agreeing; `more`: send again at once. */
  settleAudit(reply: AuditExchangeReply): { readonly problem: AuditProblem | null; readonly more: boolean }
  /** Whether the case is held here, or a document of it was opened beside one that is held. */
  isOpenHere(caseId: string): boolean
  /** Writes down that somebody had the personal data of a case shown that they do not hold, and why. */
  recordReveal(request: {
    readonly caseId: string
    readonly reason: RevealReason
    readonly note: string
    readonly now: string
  }): Result<null, 'not-found'>

  counts(): SyncCounts
}

/** `not-enrolled`: a profile that waits for its enrolment has another password; there is nothing in it. */
export type ProfileProblem =
  'wrong-password' | 'no-profile' | 'not-enrolled' | 'damaged' | 'newer' | 'disk-full'
export type DecideProblem =
  | { readonly code: 'not-held' | 'already-decided' }
  | { readonly code: 'gate'; readonly problems: readonly GateProblem[] }

export interface StoredSession {
  readonly user: User
  readonly serverId: string
  readonly token: string | null
  readonly tokenExpiresAt: string | null
  /** Good for one renewal of the token. */
  readonly refreshToken: string | null
  readonly reservations: number
  /** By what the person was known when the tokens were given, or the desk was enrolled. */
  readonly by: SignInWay
}

export interface StoredCandidate {
  readonly row: QueueRow
  /** With what waits to be sent. */
  readonly calls: CallStand | null
  readonly isHeld: boolean
  readonly notOk: number
  /** When the draft of a call was saved last; null when there is none. */
  readonly draftSavedAt: string | null
}

export interface StoredCalls {
  readonly calls: readonly KeptCall[]
  /** Of the present round. */
  readonly stand: CallStand | null
  readonly draft: { readonly draft: CallDraft; readonly savedAt: string } | null
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
  /** Certificates of approval: where their bytes are. */
  readonly certificatePapers: CaseView['certificatePapers']
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
  /** Refused decisions that are kept beside their case and that nobody has answered yet. */
  readonly unansweredLate: number
  readonly isResyncing: boolean
  readonly deletionStops: readonly DeletionStop[]
  /** What keeps this device's audit chain and the server's from agreeing. */
  readonly auditProblem: AuditProblem | null
  readonly holds: number
  readonly reservations: number
  readonly documentsStored: number
  readonly documentsTotal: number
  readonly examined: number
}
