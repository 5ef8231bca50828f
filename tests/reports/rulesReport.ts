import { DATE_LINE } from './reportDate'
import { PROVINCES } from '../../shared/domain/provinces'
import { CAUTIONS, RULE_STAGES } from '../../shared/rules/checklist'
import type { Rule } from '../../shared/rules/rule'
import type { RulePack } from '../../shared/rules/rulePack'
import { ASKING_RULES } from '../unit/rules/proof/askingRules'
import { mistakesOf, proofGaps, rulesOf, verdictsOf, type RuleProof } from '../unit/rules/proof/proveRule'
import { FOUND_BY_HAND } from '../unit/rules/proof/reasonWays'

type Cells = ReadonlyArray<string | number>

/**
 * The page about the rules of a pack: how many there are of what, by whom each is judged, and how many of those that
 * the machine judges are proved. Markdown; the same pack and proofs give the same page.
 */
export function makeRulesReport(pack: RulePack, proofs: readonly RuleProof[]): string {
  const rules = rulesOf(pack)
  const published = rules.filter(({ id }) => !id.startsWith('desk:'))
  return [
    '# Rules: what there is, who judges it, what is proved',
    DATE_LINE,
    `Rule pack ${pack.version}. Command: \`npm run report -- rules\`. \`npm test\` fails while this page does not fit the pack.`,
    '## Counts',
    table(
      ['', 'All', 'In force', 'Judged by machine', 'Judged by a person', 'History'],
      [countsOf('Published rules', published), countsOf('The desk’s own', rulesIn(rules, 'desk'))],
    ),
    'A rule is in force when it has no last day. The machine looks at every filing that a rule of its concerns and says `pass`, `fail`, `unsure` or `not-applicable`; the others are lines that a person answers.',
    '### By division',
    groupTable('Division', [
      ['National', rulesIn(rules, 'national')],
      ...PROVINCES.map(
        ({ code, nameZh, nameEn }) => [`${code} ${nameZh} ${nameEn}`, rulesIn(rules, code)] as const,
      ),
    ]),
    '### By kind',
    groupTable(
      'Kind',
      groupedBy(published, ({ kind }) => [kind]),
    ),
    '### By confidence',
    groupTable(
      'Confidence',
      groupedBy(published, ({ confidence }) => [confidence]),
    ),
    '### By caution',
    'A rule with a caution warns and never blocks by itself; one may carry several.',
    groupTable('Caution', [
      ['none', published.filter(({ cautions }) => cautions.length === 0)],
      ...CAUTIONS.map((name) => [name, published.filter(({ cautions }) => cautions.includes(name))] as const),
    ]),
    '### By stage',
    groupTable(
      'Stage',
      RULE_STAGES.map((name) => [name, published.filter(({ stage }) => stage === name)] as const),
    ),
    ...proofSection(proofs),
    ...judgedSection(proofs),
    ...reasonSection(rules),
    '## Weak spots',
    ...WEAK_SPOTS.map((text) => `- ${text}`),
  ].join('\n\n')
}

const WEAK_SPOTS = [
  'A proof shows that a check does what its parameters say. Whether the parameters say what the source says was decided by reading; the cautions tell where that is unsure.',
  'A proof is made in one filing type for each rule, the first that it applies to, and for both kinds of entity where it speaks of both.',
  'Rules whose paper has to be read end in `unsure`: the machine finds the paper missing, never good.',
  'Several services of one filing are looked at; what the entity has on file with others is known only where the record was handed over with the filing.',
]

function rulesIn(rules: readonly Rule[], division: string): readonly Rule[] {
  return rules.filter(({ id }) => id.startsWith(`${division}:`))
}

function countsOf(name: string, rules: readonly Rule[]): Cells {
  const inForce = rules.filter(({ effectiveTo }) => effectiveTo === null)
  const judged = inForce.filter(({ check }) => check !== undefined).length
  return [name, rules.length, inForce.length, judged, inForce.length - judged, rules.length - inForce.length]
}

function groupTable(title: string, groups: ReadonlyArray<readonly [string, readonly Rule[]]>): string {
  return table(
    [title, 'All', 'In force', 'Judged by machine', 'Judged by a person', 'History'],
    groups.map(([name, rules]) => countsOf(name, rules)),
  )
}

function groupedBy(
  rules: readonly Rule[],
  namesOf: (rule: Rule) => readonly string[],
): ReadonlyArray<readonly [string, readonly Rule[]]> {
  const names = [...new Set(rules.flatMap(namesOf))].toSorted()
  return names.map((name) => [name, rules.filter((rule) => namesOf(rule).includes(name))] as const)
}

function proofSection(proofs: readonly RuleProof[]): readonly string[] {
  const whole = proofs.filter((proof) => proofGaps(proof).length === 0 && mistakesOf(proof).length === 0)
  const published = whole.filter(({ ruleId }) => !ruleId.startsWith('desk:'))
  const able = (verdict: 'pass' | 'fail') =>
    published.filter(({ cases }) => cases.some(({ found }) => found === verdict))
  const onlyAsking = published.filter((proof) => ![...able('fail'), ...able('pass')].includes(proof))
  const sides = (['breaks', 'keeps', 'boundary', 'does not apply'] as const).map((side): Cells => {
    const cases = proofs.flatMap((proof) => proof.cases).filter((one) => one.side === side)
    return [side, cases.length]
  })
  return [
    '## Proof',
    `${String(whole.length)} rules in force have a failing, a passing and a boundary case (${String(published.length)} of them published rules), of ${String(proofs.length)} that the machine judges. The cases are whole filings of the bundle format; the recipe of each check in \`tests/unit/rules/proof/recipes/\` makes them from the rule's parameters and says which verdict has to come out.`,
    `${String(able('fail').length)} of the published ones find a filing broken by machine, ${String(able('pass').length)} find one kept; ${String(onlyAsking.length)} do neither and only say when somebody has to look: ${onlyAsking.map(({ ruleId }) => `\`${ruleId}\``).join(', ')}.`,
    table(['Cases', 'Number'], sides),
    'These rules leave one side to a person by their nature:',
    table(
      ['Check', 'Side', 'Rules', 'Because'],
      ASKING_RULES.map(({ check, side, because, rules }): Cells => [
        check,
        side === 'breaks' ? 'asks instead of failing' : 'never passes by machine',
        proofs.filter(
          (proof) =>
            proof.check === check &&
            rules?.includes(proof.ruleId) !== false &&
            !verdictsOf(proof, side).has(side === 'breaks' ? 'fail' : 'pass'),
        ).length,
        because,
      ]),
    ),
  ]
}

function judgedSection(proofs: readonly RuleProof[]): readonly string[] {
  const checks = [...new Set(proofs.map(({ check }) => check))].toSorted()
  return [
    '## Rules in force that the machine judges, by check',
    ...checks.flatMap((check) => {
      const ids = proofs.filter((proof) => proof.check === check).map(({ ruleId }) => `\`${ruleId}\``)
      return [`### ${check} (${String(ids.length)})`, ids.join(', ')]
    }),
  ]
}

function reasonSection(rules: readonly Rule[]): readonly string[] {
  const named = new Set(rules.flatMap(({ reasonIds }) => reasonIds)).size
  const byHand = Object.entries(FOUND_BY_HAND)
  return [
    '## Reasons for a return',
    `${String(named)} reasons of the catalogue are named by rules. ${String(byHand.length)} are about what lies outside the case; whoever learns of it finds them in the catalogue while writing the return:`,
    table(
      ['Reason', 'Because'],
      byHand.map(([id, because]) => [`\`${id}\``, because]),
    ),
  ]
}

function table(head: readonly string[], rows: readonly Cells[]): string {
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
