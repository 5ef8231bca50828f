import type {
  ApiErrorCode,
  DrawReason,
  SignInReply,
  signInRequestSchema,
  feedReplySchema,
} from '../../../shared/protocol/api'
import type { Case, Hold } from '../../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../../shared/protocol/commands'
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

/** `offline`: no answer came. `protocol`: an answer came that is not one of ours (a captive portal, another version). */
export type ServerProblem = ApiErrorCode | 'offline' | 'protocol'
export type ServerResult<T> = Result<T, ServerProblem>

export type PacksOverview = z.output<typeof packsOverviewSchema>
export type DryRunPage = z.output<typeof dryRunChangesReplySchema>

/** The review server seen from a workflow. Calls that change something may be repeated without harm. */
export interface ReviewServerPort {
  signIn(request: z.output<typeof signInRequestSchema>): Promise<ServerResult<SignInReply>>
  signOut(token: string): Promise<ServerResult<null>>
  feed(token: string, after: number): Promise<ServerResult<z.output<typeof feedReplySchema>>>
  drawNext(token: string): Promise<ServerResult<{ readonly hold: Hold; readonly reason: DrawReason } | null>>
  hold(token: string, caseId: string): Promise<ServerResult<Hold>>
  /** Renews everything the person has and tops up reservations to `count`; answers all of it. */
  reserve(token: string, count: number): Promise<ServerResult<readonly Hold[]>>
  release(token: string, caseId: string, holdToken: number): Promise<ServerResult<null>>
  readCase(token: string, caseId: string): Promise<ServerResult<Case>>
  deliver(token: string, commands: readonly Command[]): Promise<ServerResult<readonly CommandOutcome[]>>
  /** Bytes of one document; the caller checks the hash. */
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
  /** Waits no longer for the answers that are on their way: their calls answer `offline` at once. */
  abandon(): void
}
