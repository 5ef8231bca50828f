import { caseValues } from './caseValues'
import type { ReuseKey } from './reuseKey'
import type { Database, Queryable } from '../store/database'
import { takeUnwritten, writeTokens } from '../store/reuseValues'
import type { Application } from '../../shared/domain/filing'

const BATCH = 50

/** Makes the round findable by its numbers and addresses; part of the transaction that stores the round. */
export async function indexRound(
  tx: Queryable,
  key: ReuseKey,
  place: { readonly caseId: string; readonly round: number },
  application: Application,
): Promise<void> {
  const tokens = caseValues(application).map(({ value, ...at }) => ({
    ...at,
    token: key.token(at.kind, value),
  }))
  await writeTokens(tx, place, key.id, tokens)
}

/**
 * Does the same for rounds that came before there was a search, or under another key; a few in a transaction, until
 * none is left or `isOver` says so. Answers whether none is left.
 */
export async function indexEarlierRounds(
  database: Database,
  key: ReuseKey,
  isOver: () => boolean,
): Promise<boolean> {
  for (;;) {
    if (isOver()) {
      return false
    }
    const written = await database.transaction(async (tx) => {
      const rounds = await takeUnwritten(tx, key.id, BATCH)
      for (const { application, ...place } of rounds) {
        await indexRound(tx, key, place, application)
      }
      return rounds.length
    })
    if (written === 0) {
      return true
    }
  }
}
