import type {
  ApiErrorCode,
  DrawReason,
  RefreshReply,
  SignInReply,
  signInRequestSchema,
  feedReplySchema,
} from '../../../shared/protocol/apiModels'
import type {
  AuditExchangeReply,
  AuditExchangeRequest,
  auditListReplySchema,
  AuditQuery,
  AuditStateReply,
} from '../../../shared/protocol/audit'
import type { AccountAct } from '../../../shared/ipc/accounts'
import type {
  AccountWithPassword,
  ChangePasswordRequest,
  TeamAccounts,
} from '../../../shared/protocol/accounts'
import type { CompanySignInRequest, signInWaysReplySchema } from '../../../shared/protocol/companySignIn'
import type { ChangeCalendarRequest, TeamCalendar } from '../../../shared/protocol/calendar'
import type { CertificateQuery, CertificateReply } from '../../../shared/protocol/certificates'
import type { CallFigures, CallFiguresRequest } from '../../../shared/protocol/callFigures'
import type { SmsResult, SmsResultAnswer } from '../../../shared/protocol/smsResults'
import type { Case, Hold } from '../../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../../shared/protocol/commands'
import type {
  ExportableRequest,
  exportableReplySchema,
  exportRegisterReplySchema,
  RegisterExportReply,
  RegisterExportRequest,
} from '../../../shared/protocol/exports'
import type { ControlsReply, ControlTerms, StockControlReply } from '../../../shared/protocol/controls'
import type {
  SamplingRegisterReply,
  SamplingRegisterRequest,
  SamplingReply,
  SamplingRequest,
} from '../../../shared/protocol/sampling'
import type { ToldShiftMove } from '../../../shared/review/day/shift'
import type { SamplingTerms } from '../../../shared/review/sampling/samplingPlan'
import type { OnShift } from '../../../shared/protocol/onShift'
import type { Feedback, FeedbackAnswer } from '../../../shared/protocol/feedback'
import type { FiguresReply, FiguresRequest } from '../../../shared/protocol/figures'
import type { ProposalFate } from '../../../shared/protocol/proposals'
import type { Colleague, handOverRequestSchema } from '../../../shared/protocol/colleagues'
import type {
  ActivePack,
  dryRunChangesReplySchema,
  PackOverview,
  packsOverviewSchema,
  ProposeReply,
} from '../../../shared/protocol/rulePacks'
import type {
  reuseOpenedSchema,
  ReuseOpening,
  ReuseReply,
  reuseRequestSchema,
} from '../../../shared/protocol/reuse'
import type { PackDiff } from '../../../shared/rules/diffPacks'
import type { Result } from '../../../shared/result'
import type { z } from 'zod'

/**
 * `offline`: no answer came. `protocol`: an answer came that is not one of ours (a captive portal, another version).
 * `untrusted-server`: the certificate is none that this machine trusts; told of sign-ins alone.
 */
export type ServerProblem = ApiErrorCode | 'offline' | 'protocol' | 'untrusted-server'
export type ServerResult<T> = Result<T, ServerProblem>

export type HandOver = z.output<typeof handOverRequestSchema>
export type PacksOverview = z.output<typeof packsOverviewSchema>
export type AuditPage = z.output<typeof auditListReplySchema>
export type ExportableCases = z.output<typeof exportableReplySchema>
export type ExportRegister = z.output<typeof exportRegisterReplySchema>
export type DryRunPage = z.output<typeof dryRunChangesReplySchema>

/** The review server seen from a workflow. Calls that change something may be repeated without harm. */
export interface ReviewServerPort {
  signIn(request: z.output<typeof signInRequestSchema>): Promise<ServerResult<SignInReply>>
  /** Which ways there are to sign in. */
  signInWays(): Promise<ServerResult<z.output<typeof signInWaysReplySchema>>>
  /** A sign-in with what the company's identity provider has answered. */
  companySignIn(request: CompanySignInRequest): Promise<ServerResult<SignInReply>>
  /** Of the own account. */
  changePassword(token: string, request: ChangePasswordRequest): Promise<ServerResult<null>>
  /** For supervisors: the team, and what is done about it. `oneTimePassword` is told this once. */
  accounts(token: string): Promise<ServerResult<TeamAccounts>>
  manageAccount(token: string, act: AccountAct): Promise<ServerResult<AccountWithPassword>>
  /** New tokens for a refresh token, which is of no use afterwards. */
  refresh(request: { readonly refreshToken: string }): Promise<ServerResult<RefreshReply>>
  signOut(token: string): Promise<ServerResult<null>>
  feed(token: string, after: number, limit: number): Promise<ServerResult<z.output<typeof feedReplySchema>>>
  drawNext(token: string): Promise<ServerResult<{ readonly hold: Hold; readonly reason: DrawReason } | null>>
  hold(token: string, caseId: string): Promise<ServerResult<Hold>>
  /** Renews everything the person has and tops up reservations to `count`; answers all of it. */
  reserve(token: string, count: number): Promise<ServerResult<readonly Hold[]>>
  release(token: string, caseId: string, holdToken: number): Promise<ServerResult<null>>
  readCase(token: string, caseId: string): Promise<ServerResult<Case>>
  deliver(token: string, commands: readonly Command[]): Promise<ServerResult<readonly CommandOutcome[]>>
  /** Bytes of one document; the caller checks the hash. */
  /** `length` bytes from `start` on; fewer at the end. */
  readDocumentPart(
    token: string,
    caseId: string,
    sha256: string,
    range: { readonly start: number; readonly length: number },
  ): Promise<ServerResult<Uint8Array>>
  readDocument(token: string, caseId: string, sha256: string): Promise<ServerResult<Uint8Array>>
  searchReuse(token: string, request: z.output<typeof reuseRequestSchema>): Promise<ServerResult<ReuseReply>>
  /** Gives the right to one found picture and says which it is. */
  openReused(token: string, request: ReuseOpening): Promise<ServerResult<z.output<typeof reuseOpenedSchema>>>
  /** Packs by which filings are judged. */
  listRulePacks(token: string): Promise<ServerResult<readonly ActivePack[]>>
  /** Files of an imported pack; the caller checks signature and digest. */
  readRulePack(token: string, version: string): Promise<ServerResult<Readonly<Record<string, unknown>>>>
  rulePackOverview(token: string): Promise<ServerResult<PacksOverview>>
  /** `archive`: a zip of one signed pack. */
  proposeRulePack(token: string, archive: Uint8Array): Promise<ServerResult<ProposeReply>>
  diffRulePack(token: string, packId: string): Promise<ServerResult<PackDiff>>
  /** Takes as long as the open queue is. */
  dryRunRulePack(token: string, packId: string): Promise<ServerResult<PackOverview>>
  dryRunChanges(
    token: string,
    request: {
      readonly packId: string
      readonly ruleId?: string | undefined
      readonly offset: number
      readonly limit: number
    },
  ): Promise<ServerResult<DryRunPage>>
  activateRulePack(token: string, packId: string): Promise<ServerResult<PackOverview>>
  withdrawRulePack(token: string, packId: string): Promise<ServerResult<PackOverview>>
  /** For supervisors: takes in answers of the administration; answers each in its place. */
  feedback(
    token: string,
    request: { readonly filings: readonly Feedback[]; readonly apply: boolean },
  ): Promise<ServerResult<FeedbackAnswer[]>>
  /** For supervisors: the certificate of an approval; a refusal of the certificate itself is an answer. */
  keepCertificate(
    token: string,
    query: CertificateQuery,
    bytes: Uint8Array,
  ): Promise<ServerResult<CertificateReply>>
  /** For supervisors: what the team's work comes to. */
  figures(token: string, request: FiguresRequest): Promise<ServerResult<FiguresReply>>
  /** For supervisors: who a case can be handed to. */
  /** Who is at work, and the hand-over notes that wait for somebody. */
  onShift(token: string): Promise<ServerResult<OnShift>>
  colleagues(token: string): Promise<ServerResult<readonly Colleague[]>>
  /** Ends a colleague's hold; `conflict` when the colleague has it no more. */
  breakHold(
    token: string,
    request: { readonly caseId: string; readonly holderId: string },
  ): Promise<ServerResult<null>>
  handOver(token: string, request: HandOver): Promise<ServerResult<null>>
  /** What the person said of their shift, in order. */
  tellShift(token: string, moves: readonly ToldShiftMove[]): Promise<ServerResult<null>>
  /** Listens until the stream ends, which it does by itself now and then; `onChange` says that something changed. */
  nudges(token: string, onChange: () => void): Promise<ServerResult<null>>
  /** For whoever may export: passed cases, and the register of packages that left. */
  exportableCases(token: string, request: ExportableRequest): Promise<ServerResult<ExportableCases>>
  /** Signs a package that is about to leave. `conflict`: other bytes have left for it; `not-found`: it did not pass so. */
  registerExport(token: string, request: RegisterExportRequest): Promise<ServerResult<RegisterExportReply>>
  exportRegister(token: string, before: number): Promise<ServerResult<ExportRegister>>
  /** Hidden control cases, for supervisors and auditors. */
  controls(token: string): Promise<ServerResult<ControlsReply>>
  planControls(token: string, terms: ControlTerms): Promise<ServerResult<ControlsReply>>
  endControl(token: string, controlId: string): Promise<ServerResult<ControlsReply>>
  /** `archive`: a zipped bundle; `rules`: those that its fault breaks. */
  stockControl(
    token: string,
    rules: readonly string[],
    archive: Uint8Array,
  ): Promise<ServerResult<StockControlReply>>
  /** Second looks by sample: plans, and what one of them says. */
  sampling(token: string, request: SamplingRequest): Promise<ServerResult<SamplingReply>>
  /** `conflict`: there is no second person. */
  startSampling(token: string, terms: SamplingTerms | null): Promise<ServerResult<SamplingReply>>
  /** A page of the register of an ended plan. */
  samplingRegister(
    token: string,
    request: SamplingRegisterRequest,
  ): Promise<ServerResult<SamplingRegisterReply>>
  /** Results of SMS verifications; answers each line in its place. */
  smsResults(
    token: string,
    request: { readonly lines: readonly SmsResult[]; readonly apply: boolean },
  ): Promise<ServerResult<SmsResultAnswer[]>>
  /** What telephone calls come to over some days. */
  callFigures(token: string, request: CallFiguresRequest): Promise<ServerResult<CallFigures>>
  /** The team's own calendar, and how often it was changed. */
  calendar(token: string): Promise<ServerResult<TeamCalendar>>
  /** `conflict`: it was changed since that revision, and stays as it is. */
  changeCalendar(token: string, request: ChangeCalendarRequest): Promise<ServerResult<TeamCalendar>>
  /** What became of late decisions of this person, the latest first. */
  ownProposals(token: string): Promise<ServerResult<readonly ProposalFate[]>>
  /** Shows this device's audit chain; the answer carries the server's signatures. */
  exchangeAudit(token: string, request: AuditExchangeRequest): Promise<ServerResult<AuditExchangeReply>>
  /** For auditors, like `auditState`; recorded. */
  auditEntries(token: string, request: AuditQuery): Promise<ServerResult<AuditPage>>
  auditState(token: string): Promise<ServerResult<AuditStateReply>>
  /** Waits no longer for the answers that are on their way: their calls answer `offline` at once. */
  abandon(): void
}
