import { apiRefusal, type ApiRefusal } from './apiRefusal'
import type { ApiHandlers } from './apiHandlers'
import { describePacks } from '../rules/describePacks'
import { dryRunPack } from '../rules/dryRunPack'
import { openStoredPack } from '../rules/openStoredPack'
import { listPacks } from '../rules/listPacks'
import type { RulePackParts } from '../rules/proposePack'
import { activatePack, withdrawPack } from '../rules/settlePack'
import { listChanges } from '../store/dryRuns'
import { findPack, findPackByVersion, readPackFiles } from '../store/rulePacks'
import type { PackOverview } from '../../shared/protocol/rulePacks'
import { success, type Result } from '../../shared/result'
import { diffPacks } from '../../shared/rules/diffPacks'

type RulePackRoutes =
  | 'rulePacks'
  | 'rulePackFiles'
  | 'ruleProposals'
  | 'rulePackDiff'
  | 'dryRunRulePack'
  | 'dryRunChanges'
  | 'activateRulePack'
  | 'withdrawRulePack'

/** Rule packs: what workstations fetch, and what supervisors propose, try and put into force. */
export function createRulePackHandlers(parts: RulePackParts): Pick<ApiHandlers, RulePackRoutes> {
  const { database } = parts
  return {
    rulePacks: async () => success({ packs: await listPacks(parts) }),
    rulePackFiles: async ({ params }) => {
      const stored = await findPackByVersion(database, params.version)
      return stored?.state === 'active'
        ? success({ files: (await readPackFiles(database, stored.id)) as Record<string, never> })
        : apiRefusal('not-found', 'No pack of this version was imported and put into force')
    },
    ruleProposals: async () => success(await describePacks(parts)),
    rulePackDiff: async ({ params }) => diff(parts, params.packId),
    dryRunRulePack: async ({ params, user }) =>
      thenDescribed(parts, params.packId, await dryRunPack(parts, user, params.packId)),
    dryRunChanges: async ({ params, query }) => {
      const { ruleId = null, offset, limit } = query
      const request = { packId: params.packId, ruleId, offset, limit }
      return success(mutable(await listChanges(database, request)))
    },
    activateRulePack: async ({ params, user }) =>
      thenDescribed(parts, params.packId, await activatePack(parts, user, params.packId)),
    withdrawRulePack: async ({ params, user }) =>
      thenDescribed(parts, params.packId, await withdrawPack(parts, user, params.packId)),
  }
}

async function diff(
  { database, library, clock }: RulePackParts,
  packId: string,
): ReturnType<ApiHandlers['rulePackDiff']> {
  await library.refresh(database)
  const stored = await findPack(database, packId)
  if (!stored) {
    return apiRefusal('not-found', 'There is no such pack')
  }
  const { pack } = await openStoredPack(database, stored)
  return success(diffPacks(library.book.inForce(clock.now()), pack))
}

/** What became of the pack, as the view shows it. */
async function thenDescribed(
  parts: RulePackParts,
  packId: string,
  done: Result<null, ApiRefusal>,
): Promise<Result<PackOverview, ApiRefusal>> {
  if (!done.ok) {
    return done
  }
  const { packs } = await describePacks(parts)
  const pack = packs.find((candidate) => candidate.packId === packId)
  return pack ? success(pack) : apiRefusal('not-found', 'There is no such pack')
}

function mutable<T>({ total, changes }: { readonly total: number; readonly changes: readonly T[] }): {
  total: number
  changes: T[]
} {
  return { total, changes: [...changes] }
}
