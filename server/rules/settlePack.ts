import { openStoredPack } from './openStoredPack'
import { whyNotNewer, type RulePackParts } from './proposePack'
import { apiRefusal, type ApiRefusal } from '../http/apiRefusal'
import type { Queryable } from '../store/database'
import { auditPack, findPack, lockPacks, settlePack, type StoredPack } from '../store/rulePacks'
import type { User } from '../../shared/protocol/apiModels'
import { success, type Result } from '../../shared/result'

type Settled = Result<null, ApiRefusal>

/**
 * Puts a proposal into force. Another person than the one who proposed it must agree, and the dry run must have been
 * made against the packs as they are now. What is active already stays so and answers the same.
 */
export function activatePack(parts: RulePackParts, person: User, packId: string): Promise<Settled> {
  return settle(parts, packId, async (tx, stored) => {
    if (stored.state === 'active') {
      return success(null)
    }
    const refused = await whyNotActive(tx, parts, person, stored)
    if (refused) {
      return refused
    }
    const now = parts.clock.now()
    await settlePack(tx, packId, 'active', person.id, now)
    await auditPack(tx, 'rule-pack-activated', stored, person.id, now)
    return success(null)
  })
}

/** Takes a proposal back; any supervisor may. What was withdrawn before stays so and answers the same. */
export function withdrawPack(parts: RulePackParts, person: User, packId: string): Promise<Settled> {
  return settle(parts, packId, async (tx, stored) => {
    if (stored.state === 'withdrawn') {
      return success(null)
    }
    if (stored.state === 'active') {
      return apiRefusal('conflict', 'Filings may be judged by it already')
    }
    const now = parts.clock.now()
    await settlePack(tx, packId, 'withdrawn', person.id, now)
    await auditPack(tx, 'rule-pack-withdrawn', stored, person.id, now)
    return success(null)
  })
}

async function settle(
  parts: RulePackParts,
  packId: string,
  work: (tx: Queryable, stored: StoredPack) => Promise<Settled>,
): Promise<Settled> {
  const settled = await parts.database.transaction(async (tx) => {
    await lockPacks(tx)
    const stored = await findPack(tx, packId)
    return stored ? work(tx, stored) : apiRefusal('not-found', 'There is no such pack')
  })
  await parts.library.refresh(parts.database)
  return settled
}

async function whyNotActive(
  tx: Queryable,
  parts: RulePackParts,
  person: User,
  stored: StoredPack,
): Promise<{ readonly ok: false; readonly error: ApiRefusal } | null> {
  if (stored.state === 'withdrawn') {
    return apiRefusal('conflict', 'The proposal was withdrawn')
  }
  if (stored.proposedBy === person.id) {
    return apiRefusal('self-approval', 'Another person than the one who proposed the pack must agree')
  }
  await parts.library.refresh(tx)
  const latest = parts.library.book.latest()
  if (stored.dryRunBase !== latest.version) {
    return apiRefusal('conflict', 'The proposal has not been tried against the packs as they are now')
  }
  const { pack } = await openStoredPack(tx, stored)
  return whyNotNewer(latest, pack)
    ? apiRefusal('conflict', 'A later pack was put into force meanwhile')
    : null
}
