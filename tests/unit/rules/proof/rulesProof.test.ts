import { beforeAll, describe, expect, it } from 'vitest'
import { CHECK_NAMES } from '../../../../shared/rules/checks/checks'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../../helpers/shippedRulePack'
import { ASKING_RULES, askingReason } from './askingRules'
import { judgedInForce, mistakesOf, proofGaps, proveRule, verdictsOf, type JudgedRule } from './proveRule'
import { RECIPES } from './recipes/recipes'

let pack: RulePack
let rules: readonly JudgedRule[]

beforeAll(async () => {
  pack = await readShippedRulePack()
  rules = judgedInForce(pack)
})

function rulesOf(check: string): readonly JudgedRule[] {
  return rules.filter((rule) => rule.check.name === check)
}

describe('each rule in force that the machine judges', () => {
  it('has a recipe for its check', () => {
    expect(Object.keys(RECIPES).toSorted()).toEqual(CHECK_NAMES.toSorted())
  })

  // Each case is a whole filing that the checklist judges; a check used by seventy rules needs hundreds of them.
  it.each(CHECK_NAMES)('is broken, kept and bounded as it means: %s', { timeout: 120_000 }, (check) => {
    const proofs = rulesOf(check).map((rule) => proveRule(pack, rule))
    expect(proofs.flatMap(mistakesOf)).toEqual([])
    expect(proofs.flatMap(proofGaps)).toEqual([])
    for (const asking of ASKING_RULES.filter((entry) => entry.check === check)) {
      const side = asking.side === 'breaks' ? 'fail' : 'pass'
      const asks = proofs.filter(
        (proof) =>
          askingReason(check, asking.side, proof.ruleId) === asking.because &&
          !verdictsOf(proof, asking.side).has(side),
      )
      expect(asks.length, `${asking.because}: no rule does so any more`).toBeGreaterThan(0)
    }
  })

  it('is one of at least 480', () => {
    expect(
      new Set(rules.map(({ id }) => id).filter((id) => !id.startsWith('desk:'))).size,
    ).toBeGreaterThanOrEqual(480)
  })
})
