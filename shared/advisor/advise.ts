import { addDays } from '../calendar/chinaTime'
import type { Advice, AdviceFinding, TopicAdvice } from './advice'
import type { AdviceQuestion } from './adviceQuestion'
import type { AdvisorCondition, AdvisorTable } from './advisorTable'
import { ADVICE_TOPICS, FACT_NAMES, type AdviceTopic, type FactName } from './facts'

type Row = AdvisorTable['rows'][number]
type Facts = { readonly [Name in FactName]?: string | undefined }

/**
 * Answers whether a site needs a filing and what is due besides. Pure: the table says what the guides say, this only
 * looks up which rows hold. A topic of which no row holds for certain stays open and names the facts to ask for.
 */
export function advise(table: AdvisorTable, question: AdviceQuestion): Advice {
  const facts = factsOf(question)
  const topics = ADVICE_TOPICS.map((topic) => adviseOn(topic, table, facts, question))
  return { table: table.version, today: question.today, topics }
}

function factsOf({ today: _, openSince, ...known }: AdviceQuestion): Facts {
  return {
    ...known,
    ...(openSince === undefined ? {} : { openSince: openSince === 'not-open' ? openSince : 'open' }),
  }
}

function adviseOn(
  topic: AdviceTopic,
  table: AdvisorTable,
  facts: Facts,
  question: AdviceQuestion,
): TopicAdvice {
  const rows = table.rows.filter((row) => row.topic === topic)
  const holding = rows.filter((row) => row.when.some((when) => unknownOf(when, facts)?.length === 0))
  if (holding.length > 0) {
    const findings = holding.map((row) => toFinding(row, table, facts, question))
    return { topic, state: 'answered', findings: findings.toSorted(byEdition(table)) }
  }
  const alternatives = rows.flatMap((row) => row.when.map((when) => unknownOf(when, facts)))
  // Of each row that is still possible only the first fact: what comes after it may never need to be asked.
  const next = new Set(alternatives.flatMap((unknown) => unknown?.[0] ?? []))
  return { topic, state: 'open', missing: FACT_NAMES.filter((name) => next.has(name)) }
}

/** Facts that the condition asks for and nobody has told; null when a told fact rules it out. */
function unknownOf(when: AdvisorCondition, facts: Facts): readonly FactName[] | null {
  const unknown: FactName[] = []
  for (const name of FACT_NAMES) {
    const wanted: readonly string[] | undefined = when[name]
    const told = facts[name]
    if (wanted !== undefined && told === undefined) {
      unknown.push(name)
    } else if (wanted !== undefined && told !== undefined && !wanted.includes(told)) {
      return null
    }
  }
  return unknown
}

function toFinding(row: Row, table: AdvisorTable, facts: Facts, question: AdviceQuestion): AdviceFinding {
  const source = table.sources.find(({ key }) => key === row.source)
  const edition = table.editions.find(({ key }) => key === row.edition)
  if (source === undefined || edition === undefined) {
    throw new Error(`Row ${row.id} names a source or an edition that the table lacks`)
  }
  const steps = row.steps.flatMap((key) => {
    const step = table.steps[key]
    const isNeeded =
      step !== undefined && (step.when === undefined || unknownOf(step.when, facts)?.length === 0)
    return isNeeded ? [{ zh: step.zh, en: step.en }] : []
  })
  const deadline = deadlineOf(row, question)
  return {
    id: row.id,
    verdict: row.verdict,
    reason: row.reason,
    steps,
    cautions: row.cautions,
    source,
    edition,
    ...(deadline === undefined ? {} : { deadline }),
  }
}

function deadlineOf(row: Row, { openSince, today }: AdviceQuestion): AdviceFinding['deadline'] {
  if (row.daysAfterOpening === undefined || openSince === undefined || openSince === 'not-open') {
    return undefined
  }
  const date = addDays(openSince, row.daysAfterOpening)
  return { date, overdue: today > date }
}

function byEdition(table: AdvisorTable): (a: AdviceFinding, b: AdviceFinding) => number {
  const place = ({ edition }: AdviceFinding): number =>
    table.editions.findIndex(({ key }) => key === edition.key)
  return (a, b) => place(a) - place(b)
}
