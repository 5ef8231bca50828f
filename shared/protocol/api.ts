import {
  auditChainReplySchema,
  auditChainRequestSchema,
  auditExchangeReplySchema,
  auditExchangeRequestSchema,
  auditListReplySchema,
  auditListRequestSchema,
  auditStateReplySchema,
} from './audit'
import { callFiguresRequestSchema, callFiguresSchema } from './callFigures'
import { caseSchema } from './case'
import { changeCalendarRequestSchema, teamCalendarSchema } from './calendar'
import { commandDeliverySchema, commandOutcomesSchema } from './commands'
import { controlsReplySchema, controlTermsSchema, endControlRequestSchema } from './controls'
import {
  exportableReplySchema,
  exportableRequestSchema,
  exportRegisterReplySchema,
  exportRegisterRequestSchema,
  registerExportReplySchema,
  registerExportRequestSchema,
} from './exports'
import { feedbackReplySchema, feedbackRequestSchema } from './feedback'
import { figuresReplySchema, figuresRequestSchema } from './figures'
import { ownProposalsReplySchema } from './proposals'
import {
  activePacksReplySchema,
  dryRunChangesReplySchema,
  dryRunChangesRequestSchema,
  packFilesReplySchema,
  packOverviewSchema,
  packRequestSchema,
  packsOverviewSchema,
  proposalRequestSchema,
} from './rulePacks'
import { reuseOpenedSchema, reuseOpeningSchema, reuseReplySchema, reuseRequestSchema } from './reuse'
import {
  samplingRegisterReplySchema,
  samplingRegisterRequestSchema,
  samplingReplySchema,
  samplingRequestSchema,
  startSamplingRequestSchema,
} from './sampling'
import { smsResultsReplySchema, smsResultsRequestSchema } from './smsResults'
import { packDiffSchema } from '../rules/diffPacks'
import { feedRequestSchema, feedReplySchema, healthReplySchema, caseRequestSchema } from './apiModels'
import { holdRoutes } from './holdRoutes'
import type { RouteAccess } from './routeAccess'
import { sessionRoutes } from './sessionRoutes'

/**
 * The HTTP interface of the review server: the only description of what crosses between workstation and server.
 * Server routes and the workstation's client are both built from these schemas.
 */

/** Routes by name. */
export const apiRoutes = {
  health: { method: 'GET', path: '/v1/health', auth: 'none', reply: healthReplySchema },
  ...sessionRoutes,
  feed: {
    method: 'GET',
    path: '/v1/feed',
    auth: 'session',
    right: 'read-queue',
    query: feedRequestSchema,
    reply: feedReplySchema,
  },
  ...holdRoutes,
  case: {
    method: 'GET',
    path: '/v1/cases/:caseId',
    auth: 'session',
    right: null,
    params: caseRequestSchema,
    reply: caseSchema,
  },
  /** The team's own calendar, beside the published one. */
  calendar: {
    method: 'GET',
    path: '/v1/calendar',
    auth: 'session',
    right: null,
    reply: teamCalendarSchema,
  },
  /** Changes the calendar of the revision that the person saw. `conflict`: another one is in force. */
  changeCalendar: {
    method: 'POST',
    path: '/v1/calendar',
    auth: 'session',
    right: 'keep-calendar',
    body: changeCalendarRequestSchema,
    reply: teamCalendarSchema,
  },
  commands: {
    method: 'POST',
    path: '/v1/commands',
    auth: 'session',
    right: null,
    body: commandDeliverySchema,
    reply: commandOutcomesSchema,
  },
  /** What became of the person's own late decisions. */
  ownProposals: {
    method: 'GET',
    path: '/v1/proposals',
    auth: 'session',
    right: 'decide',
    reply: ownProposalsReplySchema,
  },
  /** Where else the pictures and numbers of a case were used; for whoever may read the case. */
  searchReuse: {
    method: 'POST',
    path: '/v1/reuse/search',
    auth: 'session',
    right: 'search-reuse',
    body: reuseRequestSchema,
    reply: reuseReplySchema,
  },
  /** Gives the right to one found picture of another case, for as long as the own case is held; recorded. */
  openReused: {
    method: 'POST',
    path: '/v1/reuse/openings',
    auth: 'session',
    right: 'search-reuse',
    body: reuseOpeningSchema,
    reply: reuseOpenedSchema,
  },
  /** Packs by which filings are judged; every workstation keeps them. */
  rulePacks: {
    method: 'GET',
    path: '/v1/rule-packs',
    auth: 'session',
    right: null,
    reply: activePacksReplySchema,
  },
  /** Files of an imported pack in force. Bundled ones come with the application and are not handed out. */
  rulePackFiles: {
    method: 'GET',
    path: '/v1/rule-packs/:version',
    auth: 'session',
    right: null,
    params: packRequestSchema,
    reply: packFilesReplySchema,
  },
  /** For whoever may propose packs, like everything below. */
  ruleProposals: {
    method: 'GET',
    path: '/v1/rule-proposals',
    auth: 'session',
    right: 'propose-packs',
    reply: packsOverviewSchema,
  },
  /** Against the pack in force today. */
  rulePackDiff: {
    method: 'GET',
    path: '/v1/rule-proposals/:packId/diff',
    auth: 'session',
    right: 'propose-packs',
    params: proposalRequestSchema,
    reply: packDiffSchema,
  },
  /** Judges the whole open queue; the answer comes when that is done. */
  dryRunRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/dry-run',
    auth: 'session',
    right: 'propose-packs',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
  dryRunChanges: {
    method: 'GET',
    path: '/v1/rule-proposals/:packId/dry-run',
    auth: 'session',
    right: 'propose-packs',
    params: proposalRequestSchema,
    query: dryRunChangesRequestSchema,
    reply: dryRunChangesReplySchema,
  },
  /** By another supervisor than the one who proposed it. */
  activateRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/activate',
    auth: 'session',
    right: 'activate-packs',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
  withdrawRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/withdraw',
    auth: 'session',
    right: 'activate-packs',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
  /** Passed cases of which a package can be built. */
  exportableCases: {
    method: 'GET',
    path: '/v1/package-exports/cases',
    auth: 'session',
    right: 'export',
    query: exportableRequestSchema,
    reply: exportableReplySchema,
  },
  /** Before a package leaves the desk: entered into the register, and signed. */
  registerExport: {
    method: 'POST',
    path: '/v1/package-exports',
    auth: 'session',
    right: 'export',
    body: registerExportRequestSchema,
    reply: registerExportReplySchema,
  },
  exportRegister: {
    method: 'GET',
    path: '/v1/package-exports',
    auth: 'session',
    right: 'export',
    query: exportRegisterRequestSchema,
    reply: exportRegisterReplySchema,
  },
  /** Second looks by sample: plans, and what one of them says so far. */
  sampling: {
    method: 'GET',
    path: '/v1/sampling',
    auth: 'session',
    right: 'read-sampling',
    query: samplingRequestSchema,
    reply: samplingReplySchema,
  },
  /** Ends the plan in force and begins another. `conflict`: there is no second person. */
  startSampling: {
    method: 'POST',
    path: '/v1/sampling',
    auth: 'session',
    right: 'plan-sampling',
    body: startSamplingRequestSchema,
    reply: samplingReplySchema,
  },
  /** Every draw of an ended plan with its seed. `conflict`: the plan is in force. */
  samplingRegister: {
    method: 'GET',
    path: '/v1/sampling/register',
    auth: 'session',
    right: 'read-sampling',
    query: samplingRegisterRequestSchema,
    reply: samplingRegisterReplySchema,
  },
  /** Control cases: terms, stock, what was released and how often the faults were found. */
  controls: {
    method: 'GET',
    path: '/v1/controls',
    auth: 'session',
    right: 'read-controls',
    reply: controlsReplySchema,
  },
  planControls: {
    method: 'POST',
    path: '/v1/controls/plan',
    auth: 'session',
    right: 'plan-controls',
    body: controlTermsSchema,
    reply: controlsReplySchema,
  },
  /** Takes one out of stock, or withdraws a released one now. */
  endControl: {
    method: 'POST',
    path: '/v1/controls/end',
    auth: 'session',
    right: 'plan-controls',
    body: endControlRequestSchema,
    reply: controlsReplySchema,
  },
  /** What calls come to over some days: the own ones, or those of the team for whoever may read any case. */
  callFigures: {
    method: 'GET',
    path: '/v1/calls/figures',
    auth: 'session',
    right: 'call',
    query: callFiguresRequestSchema,
    reply: callFiguresSchema,
  },
  /** What the team's work comes to. */
  figures: {
    method: 'GET',
    path: '/v1/figures',
    auth: 'session',
    right: 'read-figures',
    query: figuresRequestSchema,
    reply: figuresReplySchema,
  },
  /** Results of SMS verifications as a list; tried first, then taken in. */
  smsResults: {
    method: 'POST',
    path: '/v1/sms-results',
    auth: 'session',
    right: 'record-notice',
    body: smsResultsRequestSchema,
    reply: smsResultsReplySchema,
  },
  /** Answers of the administration as a list; tried first, then taken in. */
  feedback: {
    method: 'POST',
    path: '/v1/feedback',
    auth: 'session',
    right: 'record-notice',
    body: feedbackRequestSchema,
    reply: feedbackReplySchema,
  },
  /** What the audit chain of a workstation grew by; answered with the server's signature. */
  exchangeAudit: {
    method: 'POST',
    path: '/v1/audit/device',
    auth: 'session',
    right: null,
    body: auditExchangeRequestSchema,
    reply: auditExchangeReplySchema,
  },
  /** For auditors, like what follows; each reading is recorded. */
  auditEntries: {
    method: 'GET',
    path: '/v1/audit/entries',
    auth: 'session',
    right: 'read-audit',
    query: auditListRequestSchema,
    reply: auditListReplySchema,
  },
  /** Verifies every chain before it answers. */
  auditState: {
    method: 'GET',
    path: '/v1/audit/state',
    auth: 'session',
    right: 'read-audit',
    reply: auditStateReplySchema,
  },
  auditChain: {
    method: 'GET',
    path: '/v1/audit/chain',
    auth: 'session',
    right: 'read-audit',
    query: auditChainRequestSchema,
    reply: auditChainReplySchema,
  },
} as const satisfies Readonly<Record<string, RouteAccess>>
