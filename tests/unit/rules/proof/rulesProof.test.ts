import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
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
let proofs: readonly RuleProof[]

// Each case is a whole filing that the checklist judges, and there are thousands.
beforeAll(async () => {
  pack = await readShippedRulePack()
  proofs = judgedInForce(pack).map((rule) => proveRule(pack, rule))
}, 180_000)

describe('each rule in force that the machine judges', () => {
  it('has a recipe for its check', () => {
    expect(Object.keys(RECIPES).toSorted()).toEqual(CHECK_NAMES.toSorted())
  })

  it.each(CHECK_NAMES)('is broken, kept and bounded as it means: %s', (check) => {
    const own = proofs.filter((proof) => proof.check === check)
    expect(own.flatMap(mistakesOf)).toEqual([])
    expect(own.flatMap(proofGaps)).toEqual([])
  })

  it.each(ASKING_RULES)(
    'leaves to a person only what it must: $check, $because',
    ({ check, side, rules }) => {
      const own = proofs.filter((proof) => proof.check === check && rules?.includes(proof.ruleId) !== false)
      const settled = side === 'breaks' ? 'fail' : 'pass'
      expect(own.some((proof) => !verdictsOf(proof, side).has(settled))).toBe(true)
    },
  )

  it('is one of at least 480 published ones', () => {
    const published = proofs.map(({ ruleId }) => ruleId).filter((id) => !id.startsWith('desk:'))
    expect(new Set(published).size).toBeGreaterThanOrEqual(480)
  })

  it('stands in the report, which fits the pack (else run: npm run report -- rules)', () => {
    const page = makeRulesReport(pack, proofs)
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
