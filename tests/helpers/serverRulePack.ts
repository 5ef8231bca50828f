import path from 'node:path'
import { makeSigningKey, signed, writePackFolder, writeTrustedKeys } from './signedPacks'
import { FILING_TYPES } from '../../shared/domain/filingTypes'

/** Version of the pack that tests of the server judge by. */
export const TEST_PACK = '2026-01-01'
/** A blocking line that only a person can answer. */
export const HUMAN_LINE = 'desk:look-at-the-faces'
/** A blocking line that the machine answers by the day on which the case is judged. */
export const DATED_LINE = 'desk:principal-certificate-valid'

const SOURCE = {
  key: 'desk',
  name: 'Rules of the tests',
  url: null,
  date: '2026-01-01',
  reliability: 'high',
} as const

/** Writes a small whole rule pack, so that what is blocked depends on two known lines alone. */
export async function writeTestRulePack(folder: string): Promise<string> {
  const key = makeSigningKey('Tests')
  const files = testPackFiles(TEST_PACK, [testRule(HUMAN_LINE), DATED_RULE, SMS_RULE])
  await writePackFolder(path.join(folder, TEST_PACK), signed(files, key))
  await writeTrustedKeys(folder, key)
  return folder
}

type LooseRule = Readonly<Record<string, unknown>>

/** The files of a pack of these rules, in force from the day of its name unless said otherwise. */
export function testPackFiles(
  version: string,
  rules: readonly LooseRule[],
  effectiveFrom = version,
): Record<string, unknown> {
  const title = { zh: '测试规则', en: 'Rules of the tests' }
  return {
    'pack.json': { version, effectiveFrom, title, counts: { desk: rules.length } },
    'sources.json': { sources: [SOURCE] },
    'desk.json': { rules },
  }
}

/** A rule that blocks until a person has looked, for every filing; `change` says what else it is. */
export function testRule(id: string, change: LooseRule = {}): LooseRule {
  const text = { zh: id, en: id }
  return {
    id,
    kind: 'person',
    group: 'persons',
    stage: 'provider-review',
    title: text,
    requirement: text,
    appliesTo: { entity: 'both', filingTypes: FILING_TYPES, service: 'both' },
    severity: 'return',
    effectiveFrom: null,
    effectiveTo: null,
    confidence: 'guide',
    source: { key: SOURCE.key, checked: 're-read' },
    cautions: [],
    facts: [],
    reasonIds: [],
    ...change,
  }
}

/** What follows the hand-over: nobody decides by it. */
export const SMS_RULE = testRule('desk:sms-verification', {
  stage: 'after',
  sms: { hours: 24, onFailure: 'return' },
})

/** The rule behind `DATED_LINE`. */
export const DATED_RULE = testRule(DATED_LINE, {
  check: {
    name: 'certificate-validity',
    holders: ['entity-principal'],
    months: 0,
    comparison: 'at-least',
    on: 'review',
    whenUnstated: 'pass',
  },
})
