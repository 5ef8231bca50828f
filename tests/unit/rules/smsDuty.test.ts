import { beforeEach, describe, expect, it } from 'vitest'
import { FIRST_FILING, makeCase } from './caseMaker'
import { makePack, ruleOf } from './packMaker'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBundle } from '../../specimens'
import type { Application } from '../../../shared/domain/filing'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import type { RulePack } from '../../../shared/rules/rulePack'
import { smsDuty, type SmsDuty } from '../../../shared/rules/smsDuty'

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

async function dutyOn(
  on: string,
  province: string,
  filingType: FilingType = 'change',
): Promise<SmsDuty | null> {
  const made = await makeBundle({
    seed: 'sms',
    pictures: 'none',
    filingType,
    nature: 'enterprise',
    submittedAt: '2026-11-20T10:00:00+08:00',
  })
  const { application } = made.bundle
  return smsDuty(pack, makeCase({ application, province, submittedOn: '2026-11-20' }), on)
}

async function provincesOn(on: string, hours: number): Promise<number> {
  const duties = await Promise.all(PROVINCES.map(({ code }) => dutyOn(on, code)))
  return duties.filter((duty) => duty?.hours === hours).length
}

describe('smsDuty', () => {
  it('follows the pilots: seven divisions, then twenty-two, then shorter, then all', async () => {
    expect(await provincesOn('2017-12-17', 48)).toBe(0)
    expect(await provincesOn('2017-12-18', 48)).toBe(7)
    expect(await provincesOn('2018-09-10', 48)).toBe(14)
    expect(await provincesOn('2018-09-24', 48)).toBe(22)
    expect(await provincesOn('2019-04-22', 24)).toBe(22)
    expect(await provincesOn('2020-08-16', 24)).toBe(22)
    expect(await provincesOn('2020-08-17', 24)).toBe(31)
  })

  it('says where a failure leads, and by which rule', async () => {
    expect(await dutyOn('2018-01-01', '120000')).toEqual({
      ruleId: '120000:tj-sms-pilot-48h',
      hours: 48,
      onFailure: 'reject',
    })
    expect(await dutyOn('2026-11-20', '120000')).toEqual({
      ruleId: 'national:sms-verification-nationwide',
      hours: 24,
      onFailure: 'return',
    })
  })

  it('asks for it in every type today but the removal of a provider; no source names claims', async () => {
    const without: FilingType[] = []
    for (const type of FILING_TYPES) {
      if ((await dutyOn('2026-11-20', '330000', type)) === null) {
        without.push(type)
      }
    }
    expect(without).toEqual(['claim', 'remove-provider'])
  })
})

describe('smsDuty of several rules', () => {
  const dutyOf = (...rules: ReadonlyArray<ReturnType<typeof ruleOf>>) =>
    smsDuty(makePack(...rules), makeCase(), '2026-11-20')
  const asks = (id: string, hours: number) => ruleOf(id, { sms: { hours, onFailure: 'return' } })

  it('is the division’s own before a national one, whatever the hours', () => {
    expect(dutyOf(asks('national:a', 24), asks('330000:b', 48))).toEqual({
      ruleId: '330000:b',
      hours: 48,
      onFailure: 'return',
    })
    expect(dutyOf(asks('national:a', 24), asks('110000:b', 12))?.ruleId).toBe('national:a')
  })

  it('is the shortest of several', () => {
    expect(dutyOf(asks('330000:a', 48), asks('330000:b', 12), asks('330000:c', 24))?.ruleId).toBe('330000:b')
    expect(dutyOf(asks('national:a', 24), asks('national:b', 72), asks('desk:c', 48))?.ruleId).toBe(
      'national:a',
    )
  })

  it('is nothing without a rule, and for a type that nobody confirms', () => {
    expect(dutyOf(ruleOf('national:a'))).toBeNull()
    const removal: Application = {
      ...FIRST_FILING,
      filingType: 'remove-provider',
      existing: { entityIcpNumber: '浙ICP备12345678号' },
      reason: '换接入商',
    }
    const pack = makePack(asks('national:a', 24))
    expect(smsDuty(pack, makeCase({ application: removal }), '2026-11-20')).toBeNull()
  })
})
