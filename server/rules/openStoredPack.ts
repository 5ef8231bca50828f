import { packCrypto } from './packCrypto'
import type { Queryable } from '../store/database'
import { readPackFiles, type StoredPack } from '../store/rulePacks'
import { describePackProblem, openRulePack, type SignedRulePack } from '../../shared/rules/openRulePack'

/** Opens a pack that was taken in before. Throws when it no longer fits its signature: the database was altered. */
export async function openStoredPack(database: Queryable, stored: StoredPack): Promise<SignedRulePack> {
  const opened = openRulePack(await readPackFiles(database, stored.id), [stored.key], packCrypto)
  if (!opened.ok) {
    const reasons = opened.error.map(describePackProblem).join('; ')
    throw new Error(`The stored rule pack ${stored.version} does not open: ${reasons}`)
  }
  return opened.value
}
