import type { RulePackParts } from './proposePack'
import { listActivePacks } from '../store/rulePacks'
import type { ActivePack } from '../../shared/protocol/rulePacks'

/** Packs by which filings are judged: those the server came with, and those put into force since. */
export async function listPacks({
  database,
  library,
}: Pick<RulePackParts, 'database' | 'library'>): Promise<ActivePack[]> {
  const bundled = library.bundled.map(({ pack, digest, key }): ActivePack => {
    const { version, effectiveFrom } = pack
    return { version, effectiveFrom, origin: 'bundled', digest, key }
  })
  const stored = await listActivePacks(database)
  const imported = stored.map(({ version, effectiveFrom, digest, key }): ActivePack => {
    return { version, effectiveFrom, origin: 'imported', digest, key }
  })
  return [...bundled, ...imported]
}
