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
import { packDiffSchema } from '../rules/diffPacks'
import type { RouteAccess } from './routeAccess'

/** Rule packs: what workstations keep, and what is proposed, tried and activated. */
export const rulePackRoutes = {
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
} as const satisfies Readonly<Record<string, RouteAccess>>
