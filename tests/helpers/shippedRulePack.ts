import path from 'node:path'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'
import type { OpenedPacks } from '../../shared/rules/openPackFolder'
import { describePackProblem, type SignedRulePack } from '../../shared/rules/openRulePack'
import type { RulePack } from '../../shared/rules/rulePack'

const SHIPPED = path.join(import.meta.dirname, '../../resources/rulepacks')

let shipped: Promise<readonly SignedRulePack[]> | undefined

/** Every shipped pack, opened once for all tests of a process. */
export async function readShippedRulePacks(): Promise<readonly SignedRulePack[]> {
  shipped ??= openShippedRulePacks()
  return shipped
}

/** Throws when one is refused, and says what to do about a signature that no longer fits. */
async function openShippedRulePacks(): Promise<readonly SignedRulePack[]> {
  const { packs, refused } = await loadRulePacks(SHIPPED)
  if (refused.length > 0 || packs.length === 0) {
    throw new Error(
      `${describeRefused(refused)}\nAfter a change of a shipped pack run: npm run rulepack -- sign`,
    )
  }
  return packs
}

/** The newest shipped pack. */
export async function readShippedRulePack(): Promise<RulePack> {
  const newest = (await readShippedRulePacks()).at(-1)
  if (newest === undefined) {
    throw new Error('There is no shipped rule pack')
  }
  return newest.pack
}

function describeRefused(refused: OpenedPacks['refused']): string {
  return refused
    .flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${describePackProblem(problem)}`))
    .join('\n')
}
