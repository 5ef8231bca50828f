import { beforeAll, describe, expect, it } from 'vitest'
import { makeCase } from './caseMaker'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBundle } from '../../specimens'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import type { RulePack } from '../../../shared/rules/rulePack'
import { smsDuty, type SmsDuty } from '../../../shared/rules/smsDuty'

let pack: RulePack

beforeAll(async () => {
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
