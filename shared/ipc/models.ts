import { z } from 'zod'
import { outboxItemSchema } from './result'
import { FILING_TYPES } from '../domain/filingTypes'
import { provinceCodeSchema } from '../domain/filing'
import { sha256Schema } from '../domain/identity'
import { CASE_STATES } from '../filing/caseStates'
import { MOST_CORRECTIONS, readingCorrectionSchema } from '../matching/corrections'
import { readFieldSchema } from '../reading/readField'
import { findingSchema } from '../imaging/findings'
import { drawReasonSchema, userSchema } from '../protocol/apiModels'
import { caseSchema, holdSchema, queueRowSchema } from '../protocol/case'
import { caseWaitSchema } from '../protocol/caseWait'
import { exportReasonSchema } from '../protocol/exports'
import { SIGN_IN_WAYS } from '../review/passwordRules'
import { returnReasonSchema, VERDICTS } from '../review/decision'
import { pinsSchema } from '../review/pin'
import { resubmissionSchema } from '../review/resubmission'
import { checklistLineSchema, lineAnswerSchema } from '../rules/checklist'
import { requiredDocumentSchema } from '../rules/requiredDocuments'
import { lineChangeSchema } from '../rules/checklistChanges'

/** What the screens show: the shapes that the workstation's calls answer with. */

export const sessionSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('signed-out'),
    serverUrl: z.string(),
    lastUsername: z.string().nullable(),
  }),
  z.strictObject({
    state: z.literal('signed-in'),
    serverUrl: z.string(),
    user: userSchema,
    by: z.enum(SIGN_IN_WAYS),
  }),
  /** Proven by the company's account; the passphrase of this desk is due, `isFirst`: to be chosen. */
  z.strictObject({
    state: z.literal('passphrase-due'),
    serverUrl: z.string(),
    username: z.string(),
    displayName: z.string(),
    isFirst: z.boolean(),
  }),
  /** A request to be enrolled by file was made here, and its reply is awaited; `fingerprint`: of this machine's key. */
  z.strictObject({
    state: z.literal('enrolling'),
    serverUrl: z.string(),
    username: z.string(),
    fingerprint: z.string(),
  }),
  /** The same person may go on by the password; nothing of the person's work is open meanwhile. */
  z.strictObject({
    state: z.literal('locked'),
    serverUrl: z.string(),
    username: z.string(),
    displayName: z.string(),
    by: z.enum(SIGN_IN_WAYS),
  }),
])
export type Session = z.output<typeof sessionSchema>

/** Minutes without input after which the desk may lock. There is no never. */
export const LOCK_MINUTES = [1, 5, 10, 20, 30] as const

export const settingsSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  density: z.enum(['dense', 'roomy']),
  lockAfterMinutes: z.literal(LOCK_MINUTES),
})
export type Settings = z.output<typeof settingsSchema>

/**
 * Which part of the queue. `mine`: held or reserved by me; `open`: waiting for somebody; `escalated`, `passed`,
 * `submitted` (with the administration) and `done` are the supervisor's and the reader's; `all` is everything.
 */
export const QUEUE_VIEWS = ['mine', 'open', 'escalated', 'passed', 'submitted', 'done', 'all'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

export const queueFilterSchema = z.strictObject({
  view: z.enum(QUEUE_VIEWS),
  states: z.array(z.enum(CASE_STATES)).max(CASE_STATES.length).optional(),
  /** There are 31 divisions. */
  provinces: z.array(provinceCodeSchema).max(31).optional(),
  filingTypes: z.array(z.enum(FILING_TYPES)).max(FILING_TYPES.length).optional(),
  entityKinds: z
    .array(z.enum(['individual', 'organization']))
    .max(2)
    .optional(),
  overdueOnly: z.boolean().optional(),
  /** Words of any length, Chinese ones of one or two characters included; all must occur. */
  text: z.string().max(100).optional(),
})
export type QueueFilter = z.output<typeof queueFilterSchema>

export const QUEUE_SORTS = ['due', 'submitted', 'order'] as const
export const queueListRequestSchema = z.strictObject({
  filter: queueFilterSchema,
  sort: z.enum(QUEUE_SORTS),
  descending: z.boolean(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(200),
})

/** A queue row with what only this workstation knows about it. */
export const queueItemSchema = queueRowSchema.extend({
  /** The signed-in person holds or has reserved it and its whole data is here. */
  isLocal: z.boolean(),
  /** A decision made here that the server has not acknowledged yet. */
  unsent: z.enum(['pass', 'return', 'escalate']).nullable(),
  /** Working minutes left until due; negative when late. */
  workingMinutesLeft: z.number().int(),
})
export type QueueItem = z.output<typeof queueItemSchema>

export const queueListSchema = z.strictObject({
  total: z.number().int().nonnegative(),
  items: z.array(queueItemSchema),
})

export const queueFacetsSchema = z.strictObject({
  views: z.record(z.enum(QUEUE_VIEWS), z.number().int()),
  provinces: z.array(z.strictObject({ code: provinceCodeSchema, count: z.number().int() })),
  filingTypes: z.array(z.strictObject({ type: z.enum(FILING_TYPES), count: z.number().int() })),
  states: z.array(z.strictObject({ state: z.enum(CASE_STATES), count: z.number().int() })),
  overdue: z.number().int(),
})
export type QueueFacets = z.output<typeof queueFacetsSchema>

/** A reviewer's unfinished work on a round; saved as it is typed. */
export const draftSchema = z.strictObject({
  /** The longest checklist stays well under this; a draft is stored with every key stroke. */
  answers: z.array(lineAnswerSchema).max(1000),
  reasons: z
    .array(returnReasonSchema.extend({ problem: z.string().max(500), advice: z.string().max(500) }))
    .max(100),
  internalNote: z.string().max(2000),
  corrections: z.array(readingCorrectionSchema).max(MOST_CORRECTIONS).optional(),
  /** Spots marked on documents; absent while there are none. */
  pins: pinsSchema.optional(),
})
export type Draft = z.output<typeof draftSchema>

/** Where a document's bytes are: not here yet, here, or here and examined. */
export const DOCUMENT_STATES = ['pending', 'stored', 'failed'] as const

/** A newer pack that whoever holds the case may adopt, with what it would change of this case. */
const packOfferSchema = z.strictObject({
  version: z.string(),
  effectiveFrom: z.string(),
  changes: z.array(lineChangeSchema),
})
export type PackOffer = z.output<typeof packOfferSchema>

export const caseViewSchema = z.strictObject({
  case: caseSchema,
  /** Personal data is masked and documents are not shown, until the case is held or revealed; absent when not. */
  masked: z.literal(true).optional(),
  /** Null when a supervisor reads a case nobody holds. */
  hold: holdSchema.nullable(),
  drawReason: drawReasonSchema.nullable(),
  workingMinutesLeft: z.number().int(),
  /** Whom outside of the desk the filing waits for; absent: nobody. */
  wait: caseWaitSchema.optional(),
  checklist: z.array(checklistLineSchema),
  /** Documents due by the rules of the case's pack, and what answers each. */
  requiredDocuments: z.array(requiredDocumentSchema).optional(),
  /** Null while the case is judged by the newest pack that is in force. */
  packOffer: packOfferSchema.nullable(),
  findings: z.array(findingSchema),
  documentStates: z.record(z.string(), z.enum(DOCUMENT_STATES)),
  /** What was read from the documents of this round; null while nobody has read one. */
  readings: z.record(z.string(), z.array(readFieldSchema).nullable()),
  /** Findings and states of the rounds before, the newest first. */
  earlierDocuments: z.array(
    z.strictObject({
      round: z.number().int().positive(),
      findings: z.array(findingSchema),
      documentStates: z.record(z.string(), z.enum(DOCUMENT_STATES)),
    }),
  ),
  /** Certificates of approval: whether their bytes are here, and how many pages they have. */
  certificatePapers: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(DOCUMENT_STATES),
      pages: z.number().int().positive(),
    }),
  ),
  /** What this round takes over from the one before; null for a first round. */
  resubmission: resubmissionSchema.nullable(),
  draft: draftSchema,
  /** Decisions made here on this case that are on their way or were refused. */
  outbox: z.array(outboxItemSchema),
})
export type CaseView = z.output<typeof caseViewSchema>

export const CONNECTION_STATES = ['connecting', 'online', 'offline', 'busy'] as const
export const syncStatusSchema = z.strictObject({
  connection: z.enum(CONNECTION_STATES),
  /** Since when the connection has been in that state. */
  since: z.string(),
  /** Session ended on the server: sending waits until the person signs in again. */
  signInNeeded: z.boolean(),
  lastSyncAt: z.string().nullable(),
  queued: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  holds: z.number().int().nonnegative(),
  reservations: z.number().int().nonnegative(),
  documents: z.strictObject({ stored: z.number().int(), total: z.number().int() }),
  examined: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** The queue is being read anew from its beginning. */
  isResyncing: z.boolean(),
  /** Answers of the server that would remove so much that a person is asked first. */
  deletionStops: z.array(
    z.strictObject({
      what: z.enum(['holds', 'queue']),
      wouldGo: z.number().int().positive(),
      ofAll: z.number().int().positive(),
      since: z.string(),
    }),
  ),
  /** This device's audit chain was refused, or the server's own is not what it signed. Work goes on. */
  auditProblem: z.enum(['refused', 'server-key', 'server-cut']).nullable(),
  rulePack: z.string(),
})
export type SyncStatus = z.output<typeof syncStatusSchema>

/** Refused work beside the case as it is now: what a person needs to settle it. */
export const refusedWorkSchema = z.strictObject({
  /** Null for what was no decision. */
  said: z
    .strictObject({
      verdict: z.enum(VERDICTS),
      reasons: z.array(returnReasonSchema),
      internalNote: z.string(),
      /** Lines answered, and those of them that were not ok. */
      answered: z.number().int().nonnegative(),
      notOk: z.number().int().nonnegative(),
    })
    .nullable(),
  seen: z.strictObject({ version: z.number().int(), round: z.number().int() }),
  /** As the queue knows the case; null when it is not in the queue any more. */
  now: z
    .strictObject({
      version: z.number().int(),
      round: z.number().int(),
      state: z.enum(CASE_STATES),
      holder: z.string().nullable(),
      /** Whether the person's own hold stands. */
      isHeldHere: z.boolean(),
    })
    .nullable(),
})
export type RefusedWork = z.output<typeof refusedWorkSchema>

export const workingTimeSchema = z.strictObject({
  now: z.string(),
  state: z.enum(['open', 'lunch', 'closed', 'holiday']),
  nextChangeAt: z.string().nullable(),
  /** False once the published holiday calendar runs out. */
  confirmed: z.boolean(),
})

export const exportedPackageSchema = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  orderNumber: z.string(),
  caseVersion: z.number().int(),
  fileName: z.string(),
  folder: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  exportedAt: z.string(),
  exportedBy: z.string(),
  /** The hand-over to the administration has been recorded for this case. */
  submitted: z.boolean(),
  /** Absent in packages exported before these were kept. */
  reason: exportReasonSchema.optional(),
  encrypted: z.boolean().optional(),
  /** Of the file in the folder: another one than the package's own when that is encrypted. */
  fileSha256: sha256Schema.optional(),
  /** How many packages of this version had left the desk before, anywhere in the team. */
  earlierExports: z.number().int().nonnegative().optional(),
})
export type ExportedPackage = z.output<typeof exportedPackageSchema>
