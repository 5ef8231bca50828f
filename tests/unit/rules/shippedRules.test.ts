import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import { checklistLineSchema, type ChecklistLine } from '../../../shared/rules/checklist'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../../shared/rules/rulePack'
import { isMachineCleared } from '../../../shared/review/decisionGate'
import {
  DEFECT_NAMES,
  defectFits,
  makeBundle,
  type SpecimenOptions,
  type MadeBundle,
} from '../../specimens/index'
import { makeCase } from './caseMaker'

/**
 * What a reviewer with 150 to 200 cases a day is asked to look at: lines that block and that the machine could
 * neither clear nor find broken. The bound is about a first filing; see docs/rules.md.
 */
const HUMAN_LINES = 12

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

function linesOf({ bundle }: MadeBundle, today = bundle.submittedAt.slice(0, 10)): readonly ChecklistLine[] {
  const { application, province } = bundle
  const documents = bundle.documents.map((document) => {
    // No rule looks into a picture; each is one of its own.
    return { ...document, sha256: createHash('sha256').update(document.file).digest('hex') }
  })
  const filingCase = makeCase({
    application,
    documents,
    province,
    submittedOn: bundle.submittedAt.slice(0, 10),
  })
  return evaluateChecklist(pack, filingCase, today)
}

function failuresOf(lines: readonly ChecklistLine[]): readonly string[] {
  return lines
    .filter((line) => line.machine?.verdict === 'fail')
    .map((line) => `${line.id}: ${line.machine?.measured ?? ''}`)
}

function waitingFor(lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  return lines.filter((line) => line.blocking && !isMachineCleared(line))
}

const KINDS = [
  { nature: 'enterprise', serviceKind: 'website' },
  { nature: 'individual', serviceKind: 'website' },
  { nature: 'institution', serviceKind: 'website' },
  { nature: 'enterprise', serviceKind: 'app' },
] as const

describe('the shipped rules and filings with nothing wrong', () => {
  it.each(PROVINCES.map(({ code, nameEn }) => [nameEn, code]))(
    'find nothing broken in %s',
    async (_, province) => {
      for (const [index, filingType] of FILING_TYPES.entries()) {
        const kind = KINDS[index % KINDS.length] ?? KINDS[0]
        const made = await makeBundle({
          seed: `${province}-${filingType}`,
          filingType,
          province,
          ...kind,
          pictures: 'none',
        })
        expect(failuresOf(linesOf(made)), `${filingType} of ${kind.nature}`).toEqual([])
      }
    },
  )

  it.each(KINDS.map((kind) => [`${kind.nature}, ${kind.serviceKind}`, kind] as const))(
    'leave a first filing of %s a bearable number of looks',
    async (_, kind) => {
      for (const { code } of PROVINCES) {
        const made = await makeBundle({
          seed: `first-${code}`,
          filingType: 'first-filing',
          province: code,
          ...kind,
          pictures: 'none',
        })
        const waiting = waitingFor(linesOf(made))
        expect(waiting.length, `${code}: ${waiting.map(({ id }) => id).join(', ')}`).toBeLessThanOrEqual(
          HUMAN_LINES,
        )
        expect(waiting.length).toBeGreaterThan(0)
      }
    },
  )

  it.each<FilingType>(['claim', 'cancel-entity', 'cancel-service', 'remove-provider'])(
    'never let %s through unseen',
    async (filingType) => {
      const made = await makeBundle({
        seed: 1,
        filingType,
        nature: 'enterprise',
        province: '440000',
        pictures: 'none',
      })
      const lines = linesOf(made)
      const waiting = waitingFor(lines).map(({ id }) => id)
      expect(waiting.length).toBeGreaterThan(0)
      expect(waiting).toContain(
        filingType === 'claim' ? 'desk:claim-no-published-list' : 'desk:cancel-no-published-list',
      )
    },
  )
})

describe('the shipped rules and filings with a known fault', () => {
  const CASES: ReadonlyArray<readonly [defect: (typeof DEFECT_NAMES)[number], line: string]> = [
    ['expired-id', 'desk:person-certificate-valid'],
    ['invalid-id-number', 'desk:resident-id-number'],
    ['underage', '330000:zj-min-age-organization'],
    ['mailing-other-province', 'national:address-same-province'],
    ['shared-phone', 'national:two-principals-two-contacts'],
    ['short-subscription', 'national:instance-subscription'],
    ['domain-expiring', '330000:zj-domain-validity'],
    ['domain-not-verified', 'national:domain-real-name'],
    ['registrant-differs', 'national:domain-holder-is-entity'],
    ['forbidden-service-name', 'national:naming-sensitive'],
    ['invalid-credit-code', 'desk:credit-code'],
    ['missing-document', 'national:documents-organization'],
  ]

  it.each(CASES)('%s fails %s', async (defect, lineId) => {
    expect(DEFECT_NAMES).toContain(defect)
    const made = await makeBundle({
      seed: 3,
      filingType: 'first-filing',
      nature: 'enterprise',
      province: '330000',
      defects: [defect],
      pictures: 'none',
    })
    const line = linesOf(made).find(({ id }) => id === lineId)
    expect(line).toMatchObject({ blocking: true, machine: { verdict: 'fail' } })
    expect(line?.reasonIds.length).toBeGreaterThan(0)
  })
})

describe('whatever a bundle says', () => {
  const option = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

  it('the evaluation answers with lines of the published form, every verdict with its evidence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.nat(),
          filingType: option(FILING_TYPES),
          nature: option(['enterprise', 'individual', 'sole-trader', 'institution', 'government'] as const),
          province: option(PROVINCES.map(({ code }) => code)),
          defect: option(DEFECT_NAMES),
          today: option(['2019-01-01', '2026-11-20', '2099-12-31']),
        }),
        async ({ defect, today, ...plain }) => {
          const fits =
            defectFits(defect, { ...plain, paper: 'resident-id' }) &&
            !['phone-used-elsewhere', 'service-number-used'].includes(defect)
          const options: SpecimenOptions = {
            ...plain,
            paper: 'resident-id',
            defects: fits ? [defect] : [],
            pictures: 'none',
          }
          const lines = linesOf(await makeBundle(options), today)
          for (const line of lines) {
            expect(checklistLineSchema.safeParse(line).success).toBe(true)
            const verdict = line.machine?.verdict
            expect(
              verdict === 'pass' || verdict === 'fail' || verdict === 'unsure'
                ? line.machine?.evidence.length
                : 1,
              line.id,
            ).toBeGreaterThan(0)
            expect(line.blocking && line.cautions.length > 0, line.id).toBe(false)
          }
        },
      ),
      { numRuns: 40, seed: 20261121 },
    )
  })
})

describe('what a line shows', () => {
  it('is no number by which a person could be reached or taken for', async () => {
    const made = await makeBundle({
      seed: 5,
      filingType: 'add-provider',
      nature: 'individual',
      province: '330000',
      pictures: 'none',
    })
    const { principal } = made.bundle.application.entity
    const shown = JSON.stringify(linesOf(made))
    for (const secret of [
      principal.certificate.number,
      principal.mobile,
      principal.emergencyPhone,
      principal.email,
    ]) {
      expect(shown).not.toContain(secret)
    }
  })
})

describe('the day of submission', () => {
  it.each([
    ['2019-07-29', 'national:authenticity-form', 'national:authenticity-form-not-needed'],
    ['2019-07-30', 'national:authenticity-form-not-needed', 'national:authenticity-form'],
    ['2019-04-22', 'national:one-domain-per-website', 'national:multi-domain-2018'],
    ['2019-04-21', 'national:multi-domain-2018', 'national:one-domain-per-website'],
    ['2020-08-17', 'national:sms-verification-nationwide', 'national:sms-pilot-24h'],
    ['2020-08-16', 'national:sms-pilot-24h', 'national:sms-verification-nationwide'],
  ])('on %s %s is in force and %s is not', (submittedOn, inForce, notInForce) => {
    const ids = evaluateChecklist(pack, makeCase({ submittedOn }), '2026-11-21').map(({ id }) => id)
    expect(ids).toContain(inForce)
    expect(ids).not.toContain(notInForce)
  })
})
