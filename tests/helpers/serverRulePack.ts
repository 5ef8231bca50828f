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
  const rules = [
    rule(HUMAN_LINE),
    {
      ...rule(DATED_LINE),
      check: {
        name: 'certificate-validity',
        holders: ['entity-principal'],
        months: 0,
        comparison: 'at-least',
        on: 'review',
        whenUnstated: 'pass',
      },
    },
  ]
  const title = { zh: '测试规则', en: 'Rules of the tests' }
  const files = {
    'pack.json': { version: TEST_PACK, effectiveFrom: TEST_PACK, title, counts: { desk: rules.length } },
    'sources.json': { sources: [SOURCE] },
    'desk.json': { rules },
  }
  const key = makeSigningKey('Tests')
  await writePackFolder(path.join(folder, TEST_PACK), signed(files, key))
  await writeTrustedKeys(folder, key)
  return folder
}

function rule(id: string): Readonly<Record<string, unknown>> {
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
  }
}
