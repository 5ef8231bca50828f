import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROVINCES } from '../../../../shared/domain/provinces'
import { evaluateChecklist } from '../../../../shared/rules/evaluateChecklist'
import type { Rule } from '../../../../shared/rules/rule'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { rulesInForce } from '../../../../shared/rules/rulesInForce'
import { readShippedRulePack } from '../../../helpers/shippedRulePack'
import { daysAfter } from './days'
import { caseOf } from './draft'
import { rulesOf } from './proveRule'
import { settingsOf } from './settings'

/** Ids of every rule that was researched, one division a line: kept apart from the packs, so that a loss is seen. */
const IDS = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'ruleIds.json'), 'utf8')))
const RESEARCHED = Object.entries(IDS).flatMap(([division, ids]) =>
  ids.split(' ').map((id) => `${division}:${id}`),
)

let pack: RulePack
let byId: ReadonlyMap<string, Rule>

beforeEach(async () => {
  pack = await readShippedRulePack()
  byId = new Map(rulesOf(pack).map((rule) => [rule.id, rule]))
})

function isWritten({ zh, en }: { readonly zh: string; readonly en: string }): boolean {
  return /\p{Script=Han}/u.test(zh) && /[a-z]{2}/i.test(en)
}

describe('the researched rules', () => {
  it('are 965 in the national list and those of the 31 divisions', () => {
    expect(new Set(RESEARCHED).size).toBe(965)
    expect(Object.keys(IDS).toSorted()).toEqual(['national', ...PROVINCES.map(({ code }) => code)].toSorted())
  })

  it('all stand in the pack', () => {
    expect(RESEARCHED.filter((id) => !byId.has(id))).toEqual([])
  })

  it('are 801 in force, each judged by machine or a line for a person to read in Chinese and in English', () => {
    const inForce = RESEARCHED.flatMap((id) => byId.get(id) ?? []).filter((rule) => rule.effectiveTo === null)
    expect(inForce).toHaveLength(801)
    const unreadable = inForce.filter(
      ({ check, title, requirement }) => check === undefined && !(isWritten(title) && isWritten(requirement)),
    )
    expect(unreadable.map(({ id }) => id)).toEqual([])
  })

  it('stand in the checklist of a filing that they are about, without a verdict where a person judges', () => {
    const human = RESEARCHED.flatMap((id) => byId.get(id) ?? []).filter(
      (rule) => rule.effectiveTo === null && rule.check === undefined,
    )
    const lost = human.filter((rule) => {
      const [setting] = settingsOf(pack, rule)
      const lines =
        setting === undefined ? [] : evaluateChecklist(pack, caseOf(setting.draft), setting.draft.today)
      const line = lines.find(({ id }) => id === rule.id)
      return line === undefined || line.machine !== null || !isWritten(line.title)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  }, 60_000)

  it('end with their last day and begin with their first', () => {
    const wrong = [...byId.values()].filter((rule) => {
      const [setting] = settingsOf(pack, { ...rule, effectiveFrom: null, effectiveTo: null })
      const standsOn = (day: string): boolean =>
        setting !== undefined &&
        rulesInForce(pack, caseOf({ ...setting.draft, submittedAt: `${day}T10:00:00+08:00` })).some(
          ({ id }) => id === rule.id,
        )
      return (
        (rule.effectiveTo !== null && standsOn(daysAfter(rule.effectiveTo, 1))) ||
        (rule.effectiveFrom !== null && standsOn(daysAfter(rule.effectiveFrom, -1)))
      )
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})
