import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceSchema, type TopicAdvice } from '../../../shared/advisor/advice'
import { adviceQuestionSchema, type AdviceQuestion } from '../../../shared/advisor/adviceQuestion'
import { advise } from '../../../shared/advisor/advise'
import { advisorTableSchema } from '../../../shared/advisor/advisorTable'
import { ADVICE_TOPICS, FACT_NAMES, FACTS, type FactName } from '../../../shared/advisor/facts'

const FILE = path.resolve(import.meta.dirname, '../../../resources/advisor/2026-11-22.json')
const raw: unknown = JSON.parse(readFileSync(FILE, 'utf8'))
const table = advisorTableSchema.parse(raw)
const TODAY = '2026-11-22'

type Facts = Omit<AdviceQuestion, 'today'>

function ask(facts: Facts, topic: TopicAdvice['topic'] = 'filing'): TopicAdvice {
  const found = advise(table, { ...facts, today: TODAY }).topics.find((answer) => answer.topic === topic)
  if (found === undefined) {
    throw new Error(`No answer on ${topic}`)
  }
  return found
}

function findings(facts: Facts, topic: TopicAdvice['topic'] = 'filing') {
  const answer = ask(facts, topic)
  return answer.state === 'answered' ? answer.findings : []
}

function verdicts(facts: Facts, topic: TopicAdvice['topic'] = 'filing'): readonly string[] {
  const answer = ask(facts, topic)
  return answer.state === 'open' ? ['open', ...answer.missing] : answer.findings.map(({ verdict }) => verdict)
}

const hosted = {
  product: 'instance',
  serverPlace: 'mainland',
  address: 'domain',
  instanceBought: 'yes',
} as const
const storage = { product: 'oss', serverPlace: 'mainland', address: 'domain' } as const
const shield = { serverPlace: 'mainland', address: 'domain' } as const

describe('What the guides answer to callers', () => {
  it.each<[string, Facts, readonly string[]]>([
    ['domain on a mainland server', { ...hosted, domainLevel: 'top', domainFiled: 'no' }, ['file-here']],
    ['the same, filed here', { ...hosted, domainLevel: 'top', domainFiled: 'here' }, ['not-required']],
    [
      'the same, filed elsewhere',
      { ...hosted, domainLevel: 'top', domainFiled: 'elsewhere' },
      ['add-provider'],
    ],
    [
      'instance without a domain',
      { product: 'instance', serverPlace: 'mainland', address: 'none' },
      ['not-required'],
    ],
    [
      'server outside the mainland',
      { product: 'instance', serverPlace: 'outside-mainland', address: 'domain' },
      ['not-required'],
    ],
    [
      'site by IP address only',
      { product: 'instance', serverPlace: 'mainland', address: 'ip-only' },
      ['file-elsewhere'],
    ],
    ['second-level, parent here', { ...hosted, domainLevel: 'sub', domainFiled: 'here' }, ['not-required']],
    [
      'second-level, parent elsewhere: newer edition first',
      { ...hosted, domainLevel: 'sub', domainFiled: 'elsewhere' },
      ['add-provider', 'file-here'],
    ],
    ['second-level, parent not filed', { ...hosted, domainLevel: 'sub', domainFiled: 'no' }, ['file-here']],
    ['no instance bought', { ...hosted, instanceBought: 'no' }, ['not-required']],
    [
      'shop or site builder without an instance',
      { ...hosted, product: 'site-builder', instanceBought: 'no', domainLevel: 'top', domainFiled: 'no' },
      ['file-here'],
    ],
    [
      'storage, domain not filed, origin here',
      { ...storage, domainFiled: 'no', origin: 'here' },
      ['file-here'],
    ],
    [
      'storage, domain not filed, origin elsewhere',
      { ...storage, domainFiled: 'no', origin: 'elsewhere' },
      ['file-elsewhere'],
    ],
    [
      'storage below a filed domain',
      { ...storage, domainLevel: 'sub', domainFiled: 'here' },
      ['not-required'],
    ],
    [
      'storage, filed elsewhere, origin here',
      { ...storage, domainFiled: 'elsewhere', origin: 'here' },
      ['add-provider'],
    ],
    [
      'storage, filed elsewhere, origin elsewhere',
      { ...storage, domainFiled: 'elsewhere', origin: 'elsewhere' },
      ['not-required'],
    ],
    [
      'acceleration of the mainland',
      { product: 'cdn', accelerationArea: 'mainland', domainFiled: 'no', origin: 'here' },
      ['file-here'],
    ],
    [
      'acceleration of the world, origin elsewhere',
      { product: 'cdn', accelerationArea: 'worldwide', domainFiled: 'no', origin: 'elsewhere' },
      ['file-elsewhere'],
    ],
    [
      'acceleration outside the mainland only',
      { product: 'cdn', accelerationArea: 'outside-mainland', domainFiled: 'no' },
      ['not-required'],
    ],
    [
      'acceleration of a domain filed elsewhere',
      { product: 'cdn', accelerationArea: 'mainland', domainFiled: 'elsewhere' },
      ['not-required'],
    ],
    ['firewall, filed elsewhere', { ...shield, product: 'waf', domainFiled: 'elsewhere' }, ['not-required']],
    [
      'Anti-DDoS, not filed, origin here',
      { ...shield, product: 'anti-ddos', domainFiled: 'no', origin: 'here' },
      ['file-here'],
    ],
    [
      'Anti-DDoS, not filed, origin elsewhere',
      { ...shield, product: 'anti-ddos', domainFiled: 'no', origin: 'elsewhere' },
      ['file-elsewhere'],
    ],
    ['load balancer', { ...hosted, product: 'slb', domainLevel: 'top', domainFiled: 'no' }, ['file-here']],
  ])('%s', (_, facts, expected) => {
    expect(verdicts(facts)).toEqual(expected)
  })

  it.each<[string, Facts, 'licence' | 'public-security', readonly string[]]>([
    [
      'sales on a mainland site',
      { serverPlace: 'mainland', commercial: 'yes' },
      'licence',
      ['licence-required'],
    ],
    [
      'sales from outside',
      { serverPlace: 'outside-mainland', commercial: 'yes' },
      'licence',
      ['not-required'],
    ],
    ['no sales', { commercial: 'no' }, 'licence', ['not-required']],
    [
      'open',
      { serverPlace: 'mainland', openSince: '2026-11-01' },
      'public-security',
      ['public-security-due'],
    ],
    [
      'not open',
      { serverPlace: 'mainland', openSince: 'not-open' },
      'public-security',
      ['public-security-due'],
    ],
    ['open outside', { serverPlace: 'outside-mainland' }, 'public-security', ['not-required']],
  ])('%s: %s', (_, facts, topic, expected) => {
    expect(verdicts(facts, topic)).toEqual(expected)
  })

  it('tells a load balancer to verify with the instance and to resolve to its own address', () => {
    const [finding] = findings({ ...hosted, product: 'slb', domainLevel: 'top', domainFiled: 'no' })
    const steps = finding?.steps.map(({ en }) => en).join(' ') ?? ''
    expect(steps).toContain('verify with the server instance')
    expect(steps).toContain('public address of the load balancer')
    const [plain] = findings({ ...hosted, domainLevel: 'top', domainFiled: 'no' })
    expect(plain?.steps.map(({ en }) => en).join(' ')).not.toContain('load balancer')
  })

  it('counts the thirty days from the opening; the last one is in time', () => {
    const deadline = (openSince: string) =>
      findings({ serverPlace: 'mainland', openSince }, 'public-security')[0]?.deadline
    expect(deadline('2026-10-23')).toEqual({ date: '2026-11-22', overdue: false })
    expect(deadline('2026-10-22')).toEqual({ date: '2026-11-21', overdue: true })
    expect(deadline('not-open')).toBeUndefined()
  })

  it('shows both editions with their dates and says that they contradict each other', () => {
    const both = findings({ ...hosted, domainLevel: 'sub', domainFiled: 'elsewhere' })
    expect(both.map(({ edition }) => edition.date)).toEqual(['2020-10-21', '2019'])
    expect(both.every(({ cautions }) => cautions.includes('conflict'))).toBe(true)
  })

  it('asks for the facts that would settle it, one step at a time', () => {
    expect(verdicts({})).toEqual(['open', 'product'])
    expect(verdicts({ product: 'instance' })).toEqual(['open', 'serverPlace'])
    expect(verdicts({ ...hosted })).toEqual(['open', 'domainLevel'])
    expect(verdicts({ ...hosted, domainLevel: 'sub' })).toEqual(['open', 'domainFiled'])
    expect(verdicts({ product: 'cdn' })).toEqual(['open', 'accelerationArea'])
    expect(verdicts({ ...storage, domainFiled: 'elsewhere' })).toEqual(['open', 'origin'])
    expect(verdicts({}, 'licence')).toEqual(['open', 'serverPlace', 'commercial'])
  })
})

/** Every question in which all facts are known; a few for which nothing of the filing depends on are left out. */
function* fullQuestions(names: readonly FactName[]): Generator<Facts> {
  const [name, ...rest] = names
  if (name === undefined) {
    yield {}
    return
  }
  for (const facts of fullQuestions(rest)) {
    for (const value of FACTS[name]) {
      yield { ...facts, [name]: name === 'openSince' && value === 'open' ? '2026-11-01' : value }
    }
  }
}

const someFacts = fc.record(
  Object.fromEntries(
    FACT_NAMES.map((name) => [
      name,
      fc.constantFrom<string>(...FACTS[name]).map((value) => (value === 'open' ? '2026-11-01' : value)),
    ]),
  ),
  { requiredKeys: [] },
)

function questionOf(facts: unknown): AdviceQuestion {
  return adviceQuestionSchema.parse({ ...(facts as object), today: TODAY })
}

describe('Whatever is asked', () => {
  it('has an answer in the form of the published schema, one for each edition that has its own', () => {
    const used = new Set<string>()
    for (const facts of fullQuestions(FACT_NAMES)) {
      const advice = advise(table, questionOf(facts))
      for (const answer of advice.topics) {
        if (answer.state === 'open') {
          throw new Error(`No row for ${answer.topic} with ${JSON.stringify(facts)}`)
        }
        const editions = answer.findings.map(({ edition }) => edition.key)
        expect(new Set(editions).size).toBe(editions.length)
        expect(new Set(answer.findings.map(({ verdict }) => verdict)).size).toBe(answer.findings.length)
        answer.findings.forEach(({ id }) => used.add(id))
      }
    }
    expect([...used].sort()).toEqual(table.rows.map(({ id }) => id).sort())
  })

  it('carries a reason in both languages, a source and an edition', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const advice = adviceSchema.parse(advise(table, questionOf(facts)))
        expect(advice.topics.map(({ topic }) => topic)).toEqual(ADVICE_TOPICS)
        for (const answer of advice.topics) {
          for (const finding of answer.state === 'answered' ? answer.findings : []) {
            expect(finding.reason.zh).not.toBe('')
            expect(finding.reason.en).not.toBe('')
            expect(finding.source.name).not.toBe('')
            expect(finding.edition.date).not.toBe('')
          }
        }
      }),
    )
  })

  it('is not changed by facts that are told besides', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (facts, more) => {
        const before = advise(table, questionOf(facts))
        const after = advise(table, questionOf({ ...more, ...facts }))
        const settled = (advice: typeof before) =>
          advice.topics.filter((_, index) => before.topics[index]?.state === 'answered')
        expect(settled(after)).toEqual(settled(before))
      }),
      { numRuns: 2000 },
    )
  })

  it('is settled once what it asks for has been told, and never asks for what it knows', () => {
    fc.assert(
      fc.property(someFacts, someFacts, fc.constantFrom(...ADVICE_TOPICS), (facts, filler, topic) => {
        const known: Record<string, unknown> = { ...facts }
        for (let step = 0; step <= FACT_NAMES.length; step++) {
          const answer = advise(table, questionOf(known)).topics.find((one) => one.topic === topic)
          if (answer?.state !== 'open') {
            return
          }
          for (const name of answer.missing) {
            expect(known).not.toHaveProperty(name)
            const [first] = FACTS[name]
            known[name] = filler[name] ?? (first === 'open' ? 'not-open' : first)
          }
        }
        throw new Error('It never stops asking')
      }),
    )
  })
})

describe('A table that does not hold together', () => {
  it.each([
    ['source', { source: 'NOWHERE' }],
    ['edition', { edition: 'NEVER' }],
    ['steps', { steps: ['no-such-step'] }],
    ['steps', { when: [{ address: ['domain'] }], steps: ['slb'] }],
    ['verdict', { verdict: 'perhaps' }],
  ])('is refused and names %s', (field, wrong) => {
    const [first] = table.rows
    const parsed = advisorTableSchema.safeParse({ ...table, rows: [{ ...first, ...wrong }] })
    expect(parsed.error?.issues.map((issue) => issue.path.slice(0, 3))).toEqual([['rows', 0, field]])
  })
})
