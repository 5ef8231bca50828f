import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { searchReasons } from '../../../../renderer/review/reasonCatalogue'
import { reasonCatalogueSchema } from '../../../../shared/rules/reasons'
import type { Rule } from '../../../../shared/rules/rule'
import { readShippedRulePack } from '../../../helpers/shippedRulePack'
import { rulesOf } from './proveRule'
import { FOUND_BY_HAND } from './reasonWays'

const CATALOGUE = path.join(import.meta.dirname, '../../../../resources/reasons/reasons.json')
const { reasons } = reasonCatalogueSchema.parse(JSON.parse(readFileSync(CATALOGUE, 'utf8')))

let rules: readonly Rule[]

beforeEach(async () => {
  rules = rulesOf(await readShippedRulePack())
})

function rulesThatName(reason: string): readonly Rule[] {
  return rules.filter(({ reasonIds }) => reasonIds.includes(reason))
}

describe('each of the 135 reasons', () => {
  it('is named by a rule, or is one of those that only a person can learn of', () => {
    const unnamed = reasons.map(({ id }) => id).filter((id) => rulesThatName(id).length === 0)
    expect(reasons).toHaveLength(135)
    expect(unnamed.toSorted()).toEqual(Object.keys(FOUND_BY_HAND).toSorted())
  })

  it('that the machine is said to find is named by a rule of a filing of today, or found by hand', () => {
    const past = reasons.filter(
      ({ id, detect }) =>
        detect === 'machine' &&
        FOUND_BY_HAND[id] === undefined &&
        rulesThatName(id).every(({ effectiveTo }) => effectiveTo !== null),
    )
    expect(past.map(({ id }) => id)).toEqual([])
  })

  it.each(['zh', 'en'] as const)('is found by its title when a return is written (%s)', (language) => {
    const lost = reasons.filter(
      ({ id, title }) => !searchReasons(title[language], reasons.length).some((found) => found.id === id),
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})
