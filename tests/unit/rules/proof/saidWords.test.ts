import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Evidence, MachineVerdict } from '../../../../shared/rules/checklist'
import { CHECK_NAMES } from '../../../../shared/rules/checks/checks'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../../helpers/shippedRulePack'
import { judgedInForce, proveRule, type RuleProof } from './proveRule'

const SAID = path.join(import.meta.dirname, 'said')
/** Rules of one check whose words are kept: enough to see each of its parameters at work. */
const RULES_OF_A_CHECK = 8
const CASES_OF_A_RULE = 24
/** Lists of suffixes are long; their beginning and length tell when they change. */
const SHOWN = 160

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

/**
 * What a line says of each case: measured, expected, and what it points at. A page a check, to be read by people when it
 * changes (`npx vitest run tests/unit/rules/proof/saidWords.test.ts -u`).
 */
describe('the words of a verdict', () => {
  it.each(CHECK_NAMES)('%s', async (check) => {
    const rules = judgedInForce(pack).filter((rule) => rule.check.name === check)
    const byParameters = new Map(rules.map((rule) => [JSON.stringify(rule.check), rule]))
    const proofs = [...byParameters.values()].slice(0, RULES_OF_A_CHECK).map((rule) => proveRule(pack, rule))
    await expect(proofs.map(pageOf).join('\n')).toMatchFileSnapshot(path.join(SAID, `${check}.txt`))
  })
})

function pageOf({ ruleId, cases }: RuleProof): string {
  const byCase = new Map(cases.toReversed().map(({ about, said }) => [about, said]))
  const lines = [...byCase]
    .toReversed()
    .slice(0, CASES_OF_A_RULE)
    .map(([about, said]) => `${about}\n${said === null ? '  -' : wordsOf(said)}\n`)
  return `# ${ruleId}\n${lines.join('')}`
}

function wordsOf({ verdict, measured, expected, evidence }: MachineVerdict): string {
  return [
    `  ${verdict}`,
    ...(measured === undefined ? [] : [`  measured ${cut(measured)}`]),
    ...(expected === undefined ? [] : [`  expected ${cut(expected)}`]),
    ...(evidence.length === 0 ? [] : [`  at ${evidence.map(nameOf).join(', ')}`]),
  ].join('\n')
}

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (${String(text.length)})`
}

function nameOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'field':
      return evidence.path
    case 'document':
      return `document ${evidence.documentId}`
    case 'missing-document':
      return `missing ${evidence.documentKind}`
  }
}
