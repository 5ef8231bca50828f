import { z } from 'zod'
import {
  caseViewSchema,
  draftSchema,
  exportedPackageSchema,
  queueFacetsSchema,
  queueItemSchema,
  queueListRequestSchema,
  queueListSchema,
  sessionSchema,
  settingsSchema,
  syncStatusSchema,
  workingTimeSchema,
} from './models'
import { outboxItemSchema } from './result'
import { reuseViewSchema } from './reuse'
import { idSchema } from '../domain/identity'
import { noticeSchema } from '../domain/notice'
import { drawReasonSchema } from '../protocol/api'
import {
  dryRunChangesReplySchema,
  packOverviewSchema,
  packsOverviewSchema,
  proposeReplySchema,
} from '../protocol/rulePacks'
import { reuseOpeningSchema } from '../protocol/reuse'
import { returnReasonSchema, VERDICTS } from '../review/decision'
import { packDiffSchema } from '../rules/diffPacks'

/**
 * The only place where a call between renderer and shell is named. Requests are parsed before a handler sees them,
 * replies before they leave. Calls name intentions, never storage.
 */
function call<Q extends z.ZodType, A extends z.ZodType>(request: Q, reply: A) {
  return { request, reply } as const
}

const nothing = z.strictObject({})
const caseRef = z.strictObject({ caseId: idSchema })
const packRef = z.strictObject({ packId: idSchema })
const importReplySchema = z.union([z.strictObject({ outcome: z.literal('cancelled') }), proposeReplySchema])

export const ipcCalls = {
  'session.read': call(nothing, sessionSchema),
  'session.signIn': call(
    z.strictObject({ username: z.string().trim().min(1).max(60), password: z.string().min(1).max(200) }),
    sessionSchema,
  ),
  'session.signOut': call(nothing, sessionSchema),

  'settings.read': call(nothing, settingsSchema),
  'settings.change': call(settingsSchema.partial(), settingsSchema),

  'queue.list': call(queueListRequestSchema, queueListSchema),
  'queue.facets': call(nothing, queueFacetsSchema),
  'queue.item': call(caseRef, queueItemSchema),

  /** Draws the next case: from the server while connected, from the reserved cases while not. */
  'case.drawNext': call(nothing, z.strictObject({ caseId: idSchema, reason: drawReasonSchema })),
  /** Draws this very case (a reserved one also while offline). */
  'case.draw': call(caseRef, z.strictObject({ caseId: idSchema })),
  'case.release': call(caseRef, nothing),
  'case.read': call(caseRef, caseViewSchema),
  'case.saveDraft': call(
    z.strictObject({ caseId: idSchema, draft: draftSchema }),
    z.strictObject({ savedAt: z.string() }),
  ),
  'case.decide': call(
    z.strictObject({
      caseId: idSchema,
      verdict: z.enum(VERDICTS),
      reasons: z.array(returnReasonSchema).max(100),
      internalNote: z.string().max(2000),
    }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** A supervisor enters what has happened to a filing outside the desk; sent like a decision. */
  'case.recordNotice': call(
    z.strictObject({ caseId: idSchema, notice: noticeSchema }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** Has the case judged by this pack, the one in force, from now on. */
  'case.adoptRulePack': call(
    z.strictObject({ caseId: idSchema, version: z.string().max(40) }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** Where else the case's pictures and numbers were used; asked of the server, whatever is found is advice. */
  'reuse.search': call(caseRef, reuseViewSchema),
  /** Fetches a found picture of another case, to be looked at beside our own; recorded. */
  'reuse.open': call(reuseOpeningSchema, nothing),

  'rules.overview': call(nothing, packsOverviewSchema),
  'rules.diff': call(packRef, packDiffSchema),
  /** Opens a dialog in the shell: no path ever comes from the page. */
  'rules.import': call(nothing, importReplySchema),
  'rules.dryRun': call(packRef, packOverviewSchema),
  'rules.dryRunChanges': call(
    z.strictObject({
      packId: idSchema,
      ruleId: z.string().max(200).optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    dryRunChangesReplySchema,
  ),
  'rules.activate': call(packRef, packOverviewSchema),
  'rules.withdraw': call(packRef, packOverviewSchema),

  'package.export': call(caseRef, exportedPackageSchema),
  'package.list': call(nothing, z.array(exportedPackageSchema)),
  'package.chooseFolder': call(nothing, z.strictObject({ folder: z.string().nullable() })),
  'package.reveal': call(z.strictObject({ packageId: idSchema }), nothing),
  'package.recordSubmission': call(
    z.strictObject({ packageId: idSchema }),
    z.strictObject({ commandId: idSchema }),
  ),

  'sync.status': call(nothing, syncStatusSchema),
  'sync.now': call(nothing, nothing),
  'sync.outbox': call(nothing, z.array(outboxItemSchema)),
  /** Puts a refused decision back into the draft of its case and takes it out of the outbox. */
  'sync.settleRefused': call(z.strictObject({ commandId: idSchema }), nothing),

  'calendar.now': call(nothing, workingTimeSchema),
  'app.info': call(
    nothing,
    z.strictObject({
      version: z.string(),
      runtime: z.string(),
      rulePack: z.string(),
      exportFolder: z.string().nullable(),
    }),
  ),
} as const

export type CallName = keyof typeof ipcCalls
export type RequestOf<N extends CallName> = z.input<(typeof ipcCalls)[N]['request']>
export type ParsedRequestOf<N extends CallName> = z.output<(typeof ipcCalls)[N]['request']>
export type ReplyOf<N extends CallName> = z.output<(typeof ipcCalls)[N]['reply']>
export type Handlers = {
  readonly [N in CallName]: (request: ParsedRequestOf<N>) => Promise<ReplyOf<N>>
}

/** Events carry ids, never data: stores read again by call. */
export const ipcEvents = {
  'session-changed': nothing,
  'queue-changed': nothing,
  'case-changed': caseRef,
  'sync-changed': nothing,
  'packages-changed': nothing,
  /** The team's rule packs, or what is here of them. */
  'rules-changed': nothing,
} as const
export type EventName = keyof typeof ipcEvents
export type EventOf<N extends EventName> = z.output<(typeof ipcEvents)[N]>
