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
import {
  exportableReplySchema,
  exportableRequestSchema,
  exportRegisterReplySchema,
  exportRegisterRequestSchema,
  registerExportReplySchema,
  registerExportRequestSchema,
} from './exports'
import { ownProposalsReplySchema } from './proposals'
import { reuseOpenedSchema, reuseOpeningSchema, reuseReplySchema, reuseRequestSchema } from './reuse'
import { feedRequestSchema, feedReplySchema, healthReplySchema, caseRequestSchema } from './apiModels'
import { holdRoutes } from './holdRoutes'
import type { RouteAccess } from './routeAccess'
import { rulePackRoutes } from './rulePackRoutes'
import { sessionRoutes } from './sessionRoutes'
import { supervisionRoutes } from './supervisionRoutes'

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
  ...rulePackRoutes,
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
  ...supervisionRoutes,
  /** What calls come to over some days: the own ones, or those of the team for whoever may read any case. */
  callFigures: {
    method: 'GET',
    path: '/v1/calls/figures',
    auth: 'session',
    right: 'call',
    query: callFiguresRequestSchema,
    reply: callFiguresSchema,
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
