import { z } from 'zod'
import { carryInViewSchema, carryOutViewSchema, carryStateViewSchema } from './carry'
import {
  caseViewSchema,
  draftSchema,
  exportedPackageSchema,
  queueFacetsSchema,
  queueItemSchema,
  queueListRequestSchema,
  queueListSchema,
  refusedWorkSchema,
  sessionSchema,
  settingsSchema,
  syncStatusSchema,
  workingTimeSchema,
} from './models'
import {
  batchRequestSchema,
  batchSelectionSchema,
  exportFailureSchema,
  exportJobSchema,
  JOB_STEPS,
} from './exports'
import { callDeskSchema, callerMatchSchema, callItemSchema } from './calls'
import { accountActSchema } from './accounts'
import {
  beginEnrolmentRequestSchema,
  enrolmentTakenSchema,
  savedEnrolmentRequestSchema,
  takeEnrolmentRequestSchema,
} from './enrolment'
import { certificateChoiceSchema, chosenCertificateSchema } from './certificates'
import { caseInHandSchema, dayViewSchema, leftNoteSchema } from './day'
import { outboxItemSchema } from './result'
import { feedbackFileViewSchema } from './feedback'
import { reuseViewSchema } from './reuse'
import { smsFileViewSchema } from './smsResults'
import { tableSchema } from './table'
import { callContactSchema, callDraftSchema, callRecordSchema } from '../calls/callRecord'
import { DIAL_SCHEMES } from '../calls/dialAddress'
import { idSchema, sha256Schema } from '../domain/identity'
import { noticeSchema } from '../domain/notice'
import {
  accountWithPasswordSchema,
  changePasswordRequestSchema,
  teamAccountsReplySchema,
} from '../protocol/accounts'
import { auditListReplySchema, auditQuerySchema, auditStateReplySchema } from '../protocol/audit'
import { controlRulesSchema, controlTermsSchema, endControlRequestSchema } from '../protocol/controls'
import { controlsViewSchema, stockReplySchema } from './controls'
import { samplingReplySchema, samplingRequestSchema, startSamplingRequestSchema } from '../protocol/sampling'
import { redrawReplySchema } from './sampling'
import { onShiftReplySchema } from '../protocol/onShift'
import { changeCalendarRequestSchema } from '../protocol/calendar'
import { calendarChangedSchema, calendarViewSchema, feedFileSchema } from './calendar'
import { drawReasonSchema } from '../protocol/apiModels'
import { callFiguresRequestSchema, callFiguresSchema } from '../protocol/callFigures'
import { smsResultsReplySchema, smsResultsRequestSchema } from '../protocol/smsResults'
import { breakHoldRequestSchema, colleaguesReplySchema, handOverRequestSchema } from '../protocol/colleagues'
import { feedbackReplySchema, feedbackRequestSchema } from '../protocol/feedback'
import { figuresReplySchema, figuresRequestSchema } from '../protocol/figures'
import { exportReasonSchema, exportRegisterReplySchema } from '../protocol/exports'
import { MOST_GAPS, requirementGapSchema } from '../package/requirementGap'
import { PROPOSAL_ANSWERS } from '../protocol/proposals'
import {
  dryRunChangesReplySchema,
  packOverviewSchema,
  packsOverviewSchema,
  proposeReplySchema,
} from '../protocol/rulePacks'
import { reuseOpeningSchema } from '../protocol/reuse'
import { returnReasonSchema, VERDICTS } from '../review/decision'
import { returnMessageSchema } from '../review/messages/returnMessage'
import { quietSchema } from '../review/day/quiet'
import { SHIFT_MOVES } from '../review/day/shift'
import { newPasswordSchema } from '../review/passwordRules'
import { REVEAL_REASONS } from '../review/reveal'
import { packDiffSchema } from '../rules/diffPacks'
import { chosenProposalsSchema } from '../rules/draft/ruleProposals'

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
    z.strictObject({
      username: z.string().trim().min(1).max(60),
      password: z.string().min(1).max(200),
      /** In place of a one-time password. */
      newPassword: newPasswordSchema.optional(),
      /** Of this machine's profile, when the password was changed elsewhere. */
      formerPassword: z.string().min(1).max(200).optional(),
    }),
    sessionSchema,
  ),
  /** `answered` false: the server cannot be asked now. */
  'session.ways': call(nothing, z.strictObject({ answered: z.boolean(), company: z.boolean() })),
  /** Opens the company's page in the system's browser and waits for its answer, for minutes. */
  'session.signInByCompany': call(nothing, sessionSchema),
  /** Opens, or makes, the profile of who was just proven by the company's account. */
  'session.openByPassphrase': call(z.strictObject({ passphrase: z.string().min(1).max(200) }), sessionSchema),
  /** Makes a profile that waits to be enrolled by file, for who has no network and never signed in here. */
  'session.beginEnrolment': call(beginEnrolmentRequestSchema, sessionSchema),
  /** Writes the request to where the person says. */
  'session.saveEnrolmentRequest': call(nothing, savedEnrolmentRequestSchema),
  /** Takes the reply that the person chooses, of the server whose fingerprint they typed. */
  'session.takeEnrolmentReply': call(takeEnrolmentRequestSchema, enrolmentTakenSchema),
  /** Removes the profile that waits. */
  'session.giveUpEnrolment': call(nothing, sessionSchema),
  /** The password on the server and here; or the passphrase of this desk, for who has no password. */
  'session.changePassword': call(changePasswordRequestSchema, nothing),
  'session.signOut': call(nothing, sessionSchema),
  /** Forgets the data key; the same person goes on by the password. */
  'session.lock': call(nothing, sessionSchema),
  'session.unlock': call(z.strictObject({ password: z.string().min(1).max(200) }), sessionSchema),

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
  /** For supervisors: ends the hold that this colleague was seen to have. */
  'case.breakHold': call(breakHoldRequestSchema, nothing),
  /** For supervisors: gives the case to a colleague, whoever was seen having it. */
  'case.handOver': call(handOverRequestSchema, nothing),
  /** For supervisors: the team's accounts, asked of the server. */
  'accounts.list': call(nothing, teamAccountsReplySchema),
  'accounts.manage': call(accountActSchema, accountWithPasswordSchema),
  'team.colleagues': call(nothing, colleaguesReplySchema),
  /** Who is at work, and the hand-over notes that wait for somebody. */
  'team.onShift': call(nothing, onShiftReplySchema),
  'case.read': call(caseRef, caseViewSchema),
  /** Shows the personal data of a case that the person does not hold; written down with the reason. */
  'case.reveal': call(
    z.strictObject({ caseId: idSchema, reason: z.enum(REVEAL_REASONS), note: z.string().max(200) }),
    nothing,
  ),
  'case.saveDraft': call(
    z.strictObject({ caseId: idSchema, draft: draftSchema }),
    z.strictObject({ savedAt: z.string() }),
  ),
  'case.decide': call(
    z.strictObject({
      caseId: idSchema,
      verdict: z.enum(VERDICTS),
      reasons: z.array(returnReasonSchema).max(100),
      /** Of a return. */
      message: returnMessageSchema.optional(),
      internalNote: z.string().max(2000),
    }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** A supervisor enters what has happened to a filing outside the desk; sent like a decision. */
  'case.recordNotice': call(
    z.strictObject({ caseId: idSchema, notice: noticeSchema }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** Opens a dialog in the shell for the certificate of an approval; `replaces`: the one that is seen. Sent once the approval is known. */
  'certificate.choose': call(
    z.strictObject({ caseId: idSchema, replaces: sha256Schema.nullable() }),
    certificateChoiceSchema,
  ),
  /** Puts the chosen one aside. */
  'certificate.drop': call(caseRef, nothing),
  /** Chosen here and not with the server yet. */
  'certificate.chosen': call(nothing, z.strictObject({ certificates: z.array(chosenCertificateSchema) })),

  /** What whoever has the case makes of a late decision kept beside it: copied into the draft, or looked at and not needed. */
  'case.answerProposal': call(
    z.strictObject({ caseId: idSchema, proposalId: idSchema, answer: z.enum(PROPOSAL_ANSWERS) }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** Has the case judged by this pack, the one in force, from now on. */
  'case.adoptRulePack': call(
    z.strictObject({ caseId: idSchema, version: z.string().max(40) }),
    z.strictObject({ commandId: idSchema }),
  ),

  /** Whom to call next and why, worked out here. */
  'calls.list': call(nothing, z.strictObject({ items: z.array(callItemSchema) })),
  'calls.read': call(caseRef, callDeskSchema),
  'calls.saveDraft': call(
    z.strictObject({ caseId: idSchema, draft: callDraftSchema }),
    z.strictObject({ savedAt: z.string() }),
  ),
  'calls.discardDraft': call(caseRef, nothing),
  'calls.record': call(
    z.strictObject({ caseId: idSchema, call: callRecordSchema }),
    z.strictObject({ commandId: idSchema }),
  ),
  /** The number comes from the case in the shell, never from the page; written down before it is dialled. */
  'calls.dial': call(
    z.strictObject({ caseId: idSchema, contact: callContactSchema, scheme: z.enum(DIAL_SCHEMES) }),
    z.strictObject({ number: z.string(), isHandedOver: z.boolean() }),
  ),
  /** Who calls: by the number alone, among the cases that are here. */
  'calls.findCaller': call(
    z.strictObject({ number: z.string().trim().min(1).max(40) }),
    z.strictObject({ matches: z.array(callerMatchSchema) }),
  ),

  /** Opens a dialog in the shell and reads results of SMS verifications; changes nothing. */
  'sms.readFile': call(nothing, smsFileViewSchema),
  'sms.apply': call(smsResultsRequestSchema.pick({ lines: true }), smsResultsReplySchema),

  /** What calls come to, counted by the server. */
  'calls.figures': call(callFiguresRequestSchema, callFiguresSchema),

  /** The person's shift, and quiet mode. */
  'day.read': call(nothing, dayViewSchema),
  'day.moveShift': call(z.strictObject({ move: z.enum(SHIFT_MOVES) }), dayViewSchema),
  'day.beQuiet': call(z.strictObject({ quiet: quietSchema.nullable() }), dayViewSchema),
  /** What is held here, for the hand-over. */
  'day.casesInHand': call(nothing, z.strictObject({ cases: z.array(caseInHandSchema) })),
  /** Leaves words with held cases for whoever has them next. */
  'day.leaveNotes': call(
    z.strictObject({ notes: z.array(leftNoteSchema).min(1).max(100) }),
    z.strictObject({ left: z.number().int().nonnegative() }),
  ),

  /** Where else the case's pictures and numbers were used; asked of the server, whatever is found is advice. */
  'reuse.search': call(caseRef, reuseViewSchema),
  /** Fetches a found picture of another case, to be looked at beside our own; recorded. */
  'reuse.open': call(reuseOpeningSchema, nothing),

  /** For auditors, asked of the server; each look is recorded there. */
  'audit.list': call(auditQuerySchema, auditListReplySchema),
  'audit.state': call(nothing, auditStateReplySchema),

  /** Second looks by sample, asked of the server. */
  'sampling.read': call(samplingRequestSchema, samplingReplySchema),
  'sampling.start': call(startSamplingRequestSchema, samplingReplySchema),
  /** Draws an ended plan anew here, from its register and seed. */
  'sampling.redraw': call(z.strictObject({ planId: idSchema }), redrawReplySchema),
  /** Saves an ended plan's register with its seed, for `npm run sample`; null when cancelled. */
  'sampling.saveRegister': call(
    z.strictObject({ planId: idSchema }),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  'controls.read': call(nothing, controlsViewSchema),
  'controls.plan': call(controlTermsSchema, controlsViewSchema),
  /** Opens a dialog for the bundle. */
  'controls.stock': call(z.strictObject({ rules: controlRulesSchema }), stockReplySchema),
  'controls.end': call(endControlRequestSchema, controlsViewSchema),

  /** Opens a dialog in the shell and reads answers of the administration; changes nothing. */
  'feedback.readFile': call(nothing, feedbackFileViewSchema),
  'feedback.apply': call(feedbackRequestSchema.pick({ filings: true }), feedbackReplySchema),
  /** What the team's work comes to, counted by the server. */
  'figures.read': call(figuresRequestSchema, figuresReplySchema),
  /** Saves proposals for the next rule pack, for `npm run rulepack -- draft`; null when cancelled. */
  'figures.saveProposals': call(chosenProposalsSchema, z.strictObject({ fileName: z.string().nullable() })),

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

  'package.export': call(
    z.strictObject({ caseId: idSchema, reason: exportReasonSchema }),
    exportedPackageSchema,
  ),
  /** What the package of a case would lack by the requirements of its administration. */
  'package.gaps': call(caseRef, z.strictObject({ gaps: z.array(requirementGapSchema).max(MOST_GAPS) })),
  /** The team's register of exports, asked of the server; `before`: entries after that one, 0 for the latest. */
  'package.register': call(
    z.strictObject({ before: z.number().int().nonnegative() }),
    exportRegisterReplySchema,
  ),
  'package.countBatch': call(
    batchSelectionSchema,
    z.strictObject({ cases: z.number().int().nonnegative(), more: z.boolean() }),
  ),
  /** Begins a batch that goes on in the background. */
  'package.startBatch': call(
    batchRequestSchema,
    z.strictObject({ jobId: idSchema, cases: z.number().int().positive() }),
  ),
  'package.jobs': call(nothing, z.array(exportJobSchema)),
  'package.failures': call(z.strictObject({ jobId: idSchema }), z.array(exportFailureSchema)),
  'package.steerJob': call(z.strictObject({ jobId: idSchema, step: z.enum(JOB_STEPS) }), nothing),
  'package.list': call(nothing, z.array(exportedPackageSchema)),
  'package.chooseFolder': call(nothing, z.strictObject({ folder: z.string().nullable() })),
  'package.reveal': call(z.strictObject({ packageId: idSchema }), nothing),
  'package.recordSubmission': call(
    z.strictObject({ packageId: idSchema }),
    z.strictObject({ commandId: idSchema }),
  ),

  'sync.status': call(nothing, syncStatusSchema),
  'sync.now': call(nothing, nothing),
  /** Reads the queue anew from its beginning; touches no work of anybody. */
  'sync.resync': call(nothing, nothing),
  /** Checks what is stored here, makes the search index anew, then a resync. */
  'sync.repair': call(nothing, z.strictObject({ rows: z.number().int(), documentsAgain: z.number().int() })),
  /** Lets an answer be applied that was stopped because it would remove too much. */
  'sync.allowDeletion': call(z.strictObject({ what: z.enum(['holds', 'queue']) }), nothing),
  /** Saves a file about the state of sync without personal data; null when the person cancelled. */
  'sync.saveDiagnostics': call(nothing, z.strictObject({ fileName: z.string().nullable() })),
  /** How far bundles carried by hand have come. */
  'sync.carryState': call(nothing, carryStateViewSchema),
  /** Writes a bundle for the server to where the person says. */
  'sync.carryOut': call(nothing, carryOutViewSchema),
  /** Takes a bundle from the server that the person chooses. */
  'sync.carryIn': call(nothing, carryInViewSchema),
  'sync.outbox': call(nothing, z.array(outboxItemSchema)),
  /** A refused command as it was given, and what the case is now. */
  'sync.refusedWork': call(z.strictObject({ commandId: idSchema }), refusedWorkSchema),
  /** Puts a refused decision back into the draft of its case and takes it out of the outbox. */
  'sync.settleRefused': call(z.strictObject({ commandId: idSchema }), nothing),

  /** What a copy button gives. Taken off the clipboard again after a minute. */
  'clipboard.copy': call(z.strictObject({ text: z.string().min(1).max(20_000) }), nothing),

  /** Saves a table of the screen as CSV where the person says; null when cancelled. The shell writes it, no path comes from the page. */
  'table.save': call(tableSchema, z.strictObject({ fileName: z.string().nullable() })),

  'calendar.now': call(nothing, workingTimeSchema),
  /** The team's calendar, with what it adds to the published one. */
  'calendar.read': call(nothing, calendarViewSchema),
  'calendar.change': call(changeCalendarRequestSchema, calendarChangedSchema),
  'calendar.chooseFeed': call(nothing, feedFileSchema),
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
  /** The desk is about to lock: save what is typed, then lock. */
  'lock-due': nothing,
  'queue-changed': nothing,
  'case-changed': caseRef,
  'sync-changed': nothing,
  'packages-changed': nothing,
  /** The shift or quiet mode. */
  'day-changed': nothing,
  /** The team's rule packs, or what is here of them. */
  'rules-changed': nothing,
} as const
export type EventName = keyof typeof ipcEvents
export type EventOf<N extends EventName> = z.output<(typeof ipcEvents)[N]>
