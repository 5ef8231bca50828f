import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHECK_NAMES } from '../../../../shared/rules/checks/checks'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../../helpers/shippedRulePack'
import { sameReport } from '../../../reports/reportDate'
import { makeRulesReport } from '../../../reports/rulesReport'
import { ASKING_RULES } from './askingRules'
import { judgedInForce, mistakesOf, proofGaps, proveRule, verdictsOf, type RuleProof } from './proveRule'
import { RECIPES } from './recipes/recipes'

const REPORT = path.join(import.meta.dirname, '../../../../docs/reports/rules.md')

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

const proven = new Map<string, readonly RuleProof[]>()

/** Proofs of the rules with one check, made when a test first asks for them: there are thousands of cases in all. */
function proofsOf(check: string): readonly RuleProof[] {
  const known = proven.get(check)
  const proofs =
    known ??
    judgedInForce(pack)
      .filter((rule) => rule.check.name === check)
      .map((rule) => proveRule(pack, rule))
  proven.set(check, proofs)
  return proofs
}

function allProofs(): readonly RuleProof[] {
  const byRule = new Map(CHECK_NAMES.flatMap(proofsOf).map((proof) => [proof.ruleId, proof]))
  return judgedInForce(pack).flatMap(({ id }) => byRule.get(id) ?? [])
}

describe('each rule in force that the machine judges', () => {
  it('has a recipe for its check', () => {
    expect(Object.keys(RECIPES).toSorted()).toEqual(CHECK_NAMES.toSorted())
  })

  it.each(CHECK_NAMES)('is broken, kept and bounded as it means: %s', (check) => {
    const own = proofsOf(check)
    expect(own.flatMap(mistakesOf)).toEqual([])
    expect(own.flatMap(proofGaps)).toEqual([])
  })

  it.each(ASKING_RULES)(
    'leaves to a person only what it must: $check, $because',
    ({ check, side, rules }) => {
      const own = proofsOf(check).filter(({ ruleId }) => rules?.includes(ruleId) !== false)
      const settled = side === 'breaks' ? 'fail' : 'pass'
      expect(own.some((proof) => !verdictsOf(proof, side).has(settled))).toBe(true)
    },
  )

  it('is one of at least 480 published ones', () => {
    const published = allProofs()
      .map(({ ruleId }) => ruleId)
      .filter((id) => !id.startsWith('desk:'))
    expect(new Set(published).size).toBeGreaterThanOrEqual(480)
  })

  it('stands in the report, which fits the pack (else run: npm run report -- rules)', () => {
    const page = makeRulesReport(pack, allProofs())
    const committed = readFileSync(REPORT, 'utf8')
    const countLines = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replaceAll(/\s+|-{2,}/g, ' '))
    expect(countLines(committed)).toEqual(countLines(page))
    expect(sameReport(committed, page)).toBe(true)
  })
})
