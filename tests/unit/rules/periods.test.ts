import { beforeEach, describe, expect, it } from 'vitest'
import { PROVINCES } from '../../../shared/domain/provinces'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { Rule } from '../../../shared/rules/rule'
import type { RulePack } from '../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { firstFiling, makeCase } from './caseMaker'

let pack: RulePack
let rules: ReadonlyMap<string, Rule>

beforeEach(async () => {
  pack = await readShippedRulePack()
  rules = new Map(
    [...pack.general, ...Object.values(pack.byProvince).flat()].map((rule) => [rule.id, rule] as const),
  )
})

const BEIJING = '110000'
const TIANJIN = '120000'
const ZHEJIANG = '330000'
const HUBEI = '420000'

const ONE_DOMAIN = ['national:multi-domain-2018', 'national:one-domain-per-website'] as const
const FORM = ['national:authenticity-form', 'national:authenticity-form-not-needed'] as const
const LETTERS = 'national:authenticity-letters'
const APP = ['national:app-filing-transition', 'national:app-filing-required'] as const
const SMS = [
  'national:sms-pilot-seven',
  'national:sms-pilot-second-wave',
  'national:sms-pilot-third-wave',
  'national:sms-pilot-24h',
  'national:sms-verification-nationwide',
] as const

/** Lines of these rules that concern a filing of this day; the others are not in force or about other divisions. */
function turnLines(
  province: string,
  submittedOn: string,
  turn: readonly string[],
  kind: 'website' | 'app' = 'website',
): readonly string[] {
  const application = firstFiling({}, { kind })
  const lines = evaluateChecklist(pack, makeCase({ province, submittedOn, application }), '2026-11-22')
  return lines
    .filter(({ id, machine }) => turn.includes(id) && machine?.verdict !== 'not-applicable')
    .map(({ id }) => id)
    .toSorted((a, b) => turn.indexOf(a) - turn.indexOf(b))
}

function rule(id: string): Rule {
  const found = rules.get(id)
  if (found === undefined) {
    throw new Error(`The pack has no rule ${id}`)
  }
  return found
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** What a rule says of the hours in which a text message is confirmed. */
function smsHours(id: string): readonly number[] {
  return rule(id).facts.flatMap((fact) =>
    fact.is === 'period' && fact.of === 'sms-confirmation' && fact.unit === 'hours' ? [fact.value] : [],
  )
}

describe('one domain for a website', () => {
  it.each([
    [BEIJING, '2019-04-21', ONE_DOMAIN[0]],
    [BEIJING, '2019-04-22', ONE_DOMAIN[1]],
    [TIANJIN, '2019-04-21', ONE_DOMAIN[0]],
    [TIANJIN, '2019-04-22', ONE_DOMAIN[1]],
  ])('in %s on %s: %s', (province, day, id) => {
    expect(turnLines(province, day, ONE_DOMAIN)).toEqual([id])
  })

  it.each([
    ['110000:bj-multi-domain-split', BEIJING, '2019-04-21', true],
    ['110000:bj-multi-domain-split', BEIJING, '2019-04-22', false],
    ['450000:gx-one-domain-per-site', '450000', '2019-04-21', false],
    ['450000:gx-one-domain-per-site', '450000', '2019-04-22', true],
    ['650000:xj-one-domain-per-site', '650000', '2019-04-21', false],
    ['650000:xj-one-domain-per-site', '650000', '2019-04-22', true],
  ])('%s counts in %s on %s: %s', (id, province, day, counts) => {
    expect(turnLines(province, day, [id])).toEqual(counts ? [id] : [])
  })
})

describe('the authenticity form and what came after it', () => {
  it.each([
    [BEIJING, '2019-07-29', [FORM[0]]],
    [BEIJING, '2019-07-30', [FORM[1], LETTERS]],
    [TIANJIN, '2019-07-29', [FORM[0]]],
    [TIANJIN, '2019-07-30', [FORM[1], LETTERS]],
  ])('in %s on %s: %j', (province, day, ids) => {
    expect(turnLines(province, day, [...FORM, LETTERS])).toEqual(ids)
  })

  it('leaves no form of a division in force longer than the form itself', () => {
    const forms = [...rules.values()].filter(({ id }) => id.includes('verification-form'))
    expect(forms.length).toBeGreaterThan(5)
    for (const { id, effectiveTo } of forms) {
      expect(effectiveTo, id).toBe(rule(FORM[0]).effectiveTo)
    }
  })
})

describe('the text message check', () => {
  it.each([
    [TIANJIN, '2017-12-17', []],
    [TIANJIN, '2017-12-18', [SMS[0]]],
    [TIANJIN, '2018-09-09', [SMS[0]]],
    [TIANJIN, '2018-09-10', [SMS[1]]],
    [TIANJIN, '2018-09-24', [SMS[2]]],
    [TIANJIN, '2019-04-21', [SMS[2]]],
    [TIANJIN, '2019-04-22', [SMS[3]]],
    [TIANJIN, '2020-08-16', [SMS[3]]],
    [TIANJIN, '2020-08-17', [SMS[4]]],
    [ZHEJIANG, '2018-09-09', []],
    [ZHEJIANG, '2018-09-10', [SMS[1]]],
    [HUBEI, '2018-09-23', []],
    [HUBEI, '2018-09-24', [SMS[2]]],
    [HUBEI, '2019-04-22', [SMS[3]]],
    [BEIJING, '2018-09-24', []],
    [BEIJING, '2020-08-16', []],
    [BEIJING, '2020-08-17', [SMS[4]]],
  ])('in %s on %s: %j', (province, day, ids) => {
    expect(turnLines(province, day, SMS)).toEqual(ids)
  })

  it.each([
    [SMS[0], 48],
    [SMS[1], 48],
    [SMS[2], 48],
    [SMS[3], 24],
    [SMS[4], 24],
  ])('%s gives %d hours', (id, hours) => {
    expect(smsHours(id)).toEqual([hours])
  })

  it('changes from 48 to 24 hours without gap or overlap in each of the 22 pilot divisions', () => {
    const waves = PROVINCES.flatMap(({ code }) => {
      const own = (pack.byProvince[code] ?? []).filter(({ id }) => id.includes('sms-pilot'))
      return own.length === 0 ? [] : [own]
    })
    expect(waves).toHaveLength(22)
    for (const own of waves) {
      const [long, short, ...more] = own.toSorted((a, b) =>
        (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''),
      )
      expect(more).toEqual([])
      expect(smsHours(long?.id ?? '')).toEqual([48])
      expect(smsHours(short?.id ?? '')).toEqual([24])
      expect(dayAfter(long?.effectiveTo ?? '')).toBe(short?.effectiveFrom)
      expect(dayAfter(short?.effectiveTo ?? '')).toBe(rule(SMS[4]).effectiveFrom)
    }
  })
})

describe('App filing', () => {
  it.each([
    ['2023-08-31', []],
    ['2023-09-01', [...APP]],
    ['2024-03-31', [...APP]],
    ['2024-04-01', [APP[1]]],
  ])('on %s: %j, in a pilot division of the text check and in another', (day, ids) => {
    expect(turnLines(TIANJIN, day, APP, 'app')).toEqual(ids)
    expect(turnLines(BEIJING, day, APP, 'app')).toEqual(ids)
  })

  it('is not asked of a website', () => {
    expect(turnLines(BEIJING, '2024-01-15', APP)).toEqual([])
  })
})

describe('periods that follow each other', () => {
  it.each([
    [ONE_DOMAIN[0], ONE_DOMAIN[1]],
    [FORM[0], FORM[1]],
    [SMS[0], SMS[1]],
    [SMS[1], SMS[2]],
    [SMS[2], SMS[3]],
    [SMS[3], SMS[4]],
  ])('%s ends the day before %s begins and names it', (earlier, later) => {
    expect(dayAfter(rule(earlier).effectiveTo ?? '')).toBe(rule(later).effectiveFrom)
    expect(rule(earlier).supersededBy).toBe(later)
    expect(rule(earlier).effectiveToBasis).toBeDefined()
  })
})
