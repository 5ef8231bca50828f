import type { z } from 'zod'
import { OPEN_STATES } from './dryRunPack'
import { openStoredPack } from './openStoredPack'
import type { RulePackParts } from './proposePack'
import { onlyRow } from '../store/database'
import { countChanges } from '../store/dryRuns'
import { countPinnedCases, readPackHistories, type PackHistory } from '../store/packOverviews'
import { findPack } from '../store/rulePacks'
import type { ChangeCounts, DryRun, PackOverview, packsOverviewSchema } from '../../shared/protocol/rulePacks'
import { JUDGED_CHANGES } from '../../shared/rules/checklistChanges'
import { rulesById } from '../../shared/rules/diffPacks'
import type { SignedRulePack } from '../../shared/rules/openRulePack'
import { comparePacks, type RulePack } from '../../shared/rules/rulePack'

/** Every pack there is with its history, those that take effect last first, and what is refused. */
export async function describePacks(parts: RulePackParts): Promise<z.output<typeof packsOverviewSchema>> {
  const { database, library, clock } = parts
  await library.refresh(database)
  const pinned = await countPinnedCases(database, OPEN_STATES)
  const bundled = library.bundled.map((signed): PackOverview => ({
    ...factsOf(signed, pinned),
    packId: null,
    origin: 'bundled',
    state: 'active',
    proposed: null,
    settled: null,
    dryRun: null,
  }))
  const imported: PackOverview[] = []
  for (const history of await readPackHistories(database)) {
    imported.push(await describeImported(parts, history, pinned))
  }
  return {
    inForce: library.book.inForce(clock.now()).version,
    packs: [...imported, ...bundled].toSorted((a, b) => comparePacks(b, a)),
    refused: library.refused().map(({ name, problems }) => ({ name, problems: [...problems] })),
  }
}

async function describeImported(
  { database, library }: RulePackParts,
  history: PackHistory,
  pinned: ReadonlyMap<string, number>,
): Promise<PackOverview> {
  const stored = onlyRow([await findPack(database, history.packId)])
  if (!stored) {
    throw new Error('A stored pack has vanished')
  }
  const signed = await openStoredPack(database, stored)
  const { packId, proposed, settled } = history
  return {
    ...factsOf(signed, stored.state === 'active' ? pinned : new Map()),
    packId,
    origin: 'imported',
    state: stored.state,
    proposed,
    settled,
    dryRun: history.dryRun
      ? await describeDryRun(database, packId, history.dryRun, [signed.pack, ...packsOf(library.bundled)])
      : null,
  }
}

function packsOf(signed: readonly SignedRulePack[]): readonly RulePack[] {
  return signed.map(({ pack }) => pack)
}

function factsOf(
  { pack, digest, key }: SignedRulePack,
  pinned: ReadonlyMap<string, number>,
): Pick<PackOverview, 'version' | 'effectiveFrom' | 'title' | 'digest' | 'key' | 'rules' | 'openCases'> {
  const { version, effectiveFrom, title } = pack
  const openCases = pinned.get(version) ?? 0
  return { version, effectiveFrom, title, digest, key, rules: rulesById(pack).size, openCases }
}

/** Titles are looked up in the packs in their order; a rule that is in none of them shows its id. */
async function describeDryRun(
  database: RulePackParts['database'],
  packId: string,
  run: NonNullable<PackHistory['dryRun']>,
  packs: readonly RulePack[],
): Promise<DryRun> {
  const found = await countChanges(database, packId)
  const books = packs.map(rulesById)
  const byRule = new Map<string, ChangeCounts>()
  const counts = noChanges()
  for (const { ruleId, kind, count } of found.rules) {
    const ofRule = byRule.get(ruleId) ?? noChanges()
    ofRule[kind] += count
    counts[kind] += count
    byRule.set(ruleId, ofRule)
  }
  const rules = [...byRule].map(([ruleId, ofRule]) => {
    const title = books.map((book) => book.get(ruleId)?.title).find((known) => known !== undefined)
    // A case has each line once, so changes of a rule are as many as its cases.
    const cases = Object.values(ofRule).reduce((sum, count) => sum + count, 0)
    return { ruleId, title: title ?? { zh: ruleId, en: ruleId }, cases, counts: ofRule }
  })
  return {
    ...run,
    changedCases: found.changedCases,
    counts,
    rules: rules.toSorted((a, b) => b.cases - a.cases || (a.ruleId < b.ruleId ? -1 : 1)),
  }
}

function noChanges(): ChangeCounts {
  return Object.fromEntries(JUDGED_CHANGES.map((kind) => [kind, 0])) as ChangeCounts
}
