import { z } from 'zod'
import { caseCallSchema } from './calls'
import { certificateSchema } from './certificates'
import { deliveryStandSchema } from './deliveries'
import { BUNDLE_LIMITS } from './limits'
import { proposalSchema } from './proposals'
import { callStandSchema } from '../calls/callRecord'
import { CASE_STATES } from '../filing/caseStates'
import { NOTICE_KINDS, noticeSchema } from '../domain/notice'
import { DOCUMENT_FACES, DOCUMENT_KINDS, DOCUMENT_OWNERS } from '../domain/documentKinds'
import { applicationSchema, instantSchema, orderNumberSchema, provinceCodeSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'
import { idSchema, sha256Schema } from '../domain/identity'
import { caseNoteSchema } from '../review/day/handOverNote'
import { decisionSchema } from '../review/decision'

/** Formats that intake accepts; what a file really is decides, not its name. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/bmp',
  'image/heic',
  'application/pdf',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]
/** Those of them that a browser draws by itself, and JPEG, in which the others are shown, a PDF document page by page. */
export const SCREEN_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const satisfies readonly MediaType[]

export const HOLD_KINDS = ['hold', 'reservation'] as const

/** Who has a case and until when. The token fences: a write that carries an older one is refused. */
export const holdSchema = z.strictObject({
  caseId: idSchema,
  token: z.number().int().positive(),
  kind: z.enum(HOLD_KINDS),
  since: instantSchema,
  expiresAt: instantSchema,
})
export type Hold = z.output<typeof holdSchema>

/** SMS verification of a filing that has been handed over: real hours in all, and when they end. */
export const smsStandSchema = z.strictObject({
  hours: z.number().int().positive(),
  onFailure: z.enum(['return', 'reject']),
  dueAt: instantSchema.nullable(),
})
export type SmsStand = z.output<typeof smsStandSchema>

/**
 * A case as everybody in the team may see it. Names of private persons are masked (王＊): the whole case comes only
 * to the one who holds or has reserved it, and to supervisors.
 */
export const queueRowSchema = z.strictObject({
  id: idSchema,
  orderNumber: orderNumberSchema,
  version: z.number().int().positive(),
  round: z.number().int().positive(),
  state: z.enum(CASE_STATES),
  filingType: z.enum(FILING_TYPES),
  province: provinceCodeSchema,
  entityKind: z.enum(['individual', 'organization']),
  entityName: z.string(),
  serviceNames: z.array(z.string()),
  serviceKinds: z.array(z.enum(['website', 'app', 'other'])),
  documentCount: z.number().int().nonnegative(),
  submittedAt: instantSchema,
  dueAt: instantSchema,
  /** Set once the filing was handed over with SMS verification due; `dueAt` once the ministry's message is out. */
  sms: smsStandSchema.nullable().optional(),
  holder: z
    .strictObject({
      userId: idSchema,
      displayName: z.string(),
      kind: z.enum(HOLD_KINDS),
      since: instantSchema,
      expiresAt: instantSchema,
    })
    .nullable(),
  /** Late decisions that wait for a look. Absent: none. */
  openProposals: z.number().int().positive().optional(),
  /** What the calls of this round come to. Absent: none. */
  calls: callStandSchema.optional(),
  /** How many notes were left with it. Absent: none. */
  notes: z.number().int().positive().optional(),
})
export type QueueRow = z.output<typeof queueRowSchema>

export const caseDocumentSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  face: z.enum(DOCUMENT_FACES),
  owner: z.enum(DOCUMENT_OWNERS),
  serviceId: z.string().optional(),
  /** File name as uploaded, without folders. */
  fileName: z.string(),
  sha256: sha256Schema,
  bytes: z.number().int().positive().max(BUNDLE_LIMITS.documentBytes),
  mediaType: z.enum(MEDIA_TYPES),
  receivedAt: instantSchema,
})
export type CaseDocument = z.output<typeof caseDocumentSchema>

/** A decision that the server has acknowledged. `auditHash` is the entry of the server's audit chain that records it. */
export const acknowledgedDecisionSchema = z.strictObject({
  commandId: idSchema,
  round: z.number().int().positive(),
  caseVersion: z.number().int().positive(),
  decision: decisionSchema,
  decidedBy: z.strictObject({ userId: idSchema, displayName: z.string() }),
  decidedAt: instantSchema,
  auditHash: sha256Schema,
})
export type AcknowledgedDecision = z.output<typeof acknowledgedDecisionSchema>

export const TIMELINE_KINDS = [
  'received',
  'resubmitted',
  'photo-received',
  'passed',
  'second-review',
  'returned',
  'escalated',
  'delivered',
  'submitted',
  'rule-pack-adopted',
  'called',
  'note-left',
  'certificate-received',
  'certificate-replaced',
  ...NOTICE_KINDS,
] as const

export const timelineEntrySchema = z.strictObject({
  at: instantSchema,
  kind: z.enum(TIMELINE_KINDS),
  round: z.number().int().positive(),
  /** Display name of the person; null for the provider's filing system. */
  actor: z.string().nullable(),
})

/** What was told of the filing from outside the desk. `by`: the supervisor who entered it; null for the filing system. */
export const caseNoticeSchema = z.strictObject({
  round: z.number().int().positive(),
  caseVersion: z.number().int().positive(),
  notice: noticeSchema,
  by: z.string().nullable(),
  at: instantSchema,
})
export type CaseNotice = z.output<typeof caseNoticeSchema>

export const caseRoundSchema = z.strictObject({
  round: z.number().int().positive(),
  submittedAt: instantSchema,
  application: applicationSchema,
  documents: z.array(caseDocumentSchema),
})

/** The whole case, personal data included. `rounds` are in order; the last is the current one. */
export const caseSchema = z.strictObject({
  id: idSchema,
  orderNumber: orderNumberSchema,
  accountId: z.string(),
  version: z.number().int().positive(),
  state: z.enum(CASE_STATES),
  province: provinceCodeSchema,
  /** Rule pack in force when this round was submitted; the case is judged by it. */
  rulePack: z.string(),
  dueAt: instantSchema,
  rounds: z.array(caseRoundSchema).min(1),
  decisions: z.array(acknowledgedDecisionSchema),
  /** In a blind second review: the decision under review is not among `decisions`. */
  blind: z.literal(true).optional(),
  timeline: z.array(timelineEntrySchema),
  /** In order. Absent in cases stored before there were any. */
  notices: z.array(caseNoticeSchema).optional(),
  /** What the administration issued with its approvals, in the order of approvals and editions. Absent: nothing. */
  certificates: z.array(certificateSchema).optional(),
  sms: smsStandSchema.nullable().optional(),
  /** Late decisions kept beside the case, oldest first, answered ones included. Absent: none. */
  proposals: z.array(proposalSchema).optional(),
  /** Decisions on their way to the applicant, in order. Absent: none. */
  deliveries: z.array(deliveryStandSchema).optional(),
  /** Telephone calls about it, in the order in which they were made. Absent: none. */
  calls: z.array(caseCallSchema).optional(),
  /** What people left with it at the end of their shifts, oldest first. Absent: none. */
  notes: z.array(caseNoteSchema).optional(),
})
export type Case = z.output<typeof caseSchema>
export type CaseRound = z.output<typeof caseRoundSchema>

/** The round under review. */
export function currentRound(filingCase: Pick<Case, 'rounds'>): CaseRound {
  const round = filingCase.rounds.at(-1)
  if (!round) {
    throw new Error('A case has at least one round')
  }
  return round
}
