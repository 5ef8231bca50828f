import { describe, expect, it } from 'vitest'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { SAMPLED_PARTS } from '../../../shared/rules/sampledParts'
import { checklistLineSchema, CONDITION_FACTS } from '../../../shared/rules/checklist'
import { concernOf } from '../../../shared/rules/conditionFacts'
import { wordsSchema } from '../../../shared/rules/checks/textPlaces'

const concernSchema = checklistLineSchema.shape.concern

describe('Why a line is there', () => {
  it('can be said of every shipped rule, condition by condition', async () => {
    const pack = await readShippedRulePack()
    const said = new Set<string>()
    for (const rule of [...pack.general, ...Object.values(pack.byProvince).flat()]) {
      const concern = concernOf(rule)
      expect(concernSchema.parse(concern)).toEqual(concern)
      expect(concern.conditions.length).toBe(rule.when?.length ?? 0)
      concern.conditions.forEach(({ is }) => said.add(is))
    }
    expect([...said].filter((is) => !(CONDITION_FACTS as readonly string[]).includes(is))).toEqual([])
  })

  it('tells bounds and who is meant, not the whole list of words', () => {
    const appliesTo = { entity: 'both', filingTypes: ['change'], service: 'website' } as const
    const words = wordsSchema.parse(Array.from({ length: 30 }, (_, index) => `词${String(index)}`))
    const concern = concernOf({
      appliesTo: { ...appliesTo, filingTypes: ['change'] },
      when: [
        { is: 'more-than', counts: 'services', individual: 1, organization: 5, includesFiled: false },
        { is: 'words', in: ['service-name'], anyOf: words, ignoring: [] },
        { is: 'person-certificate', persons: ['entity-principal'], noneOf: ['resident-id'] },
        { is: 'outside-province', of: 'entity-principal' },
      ],
    })
    expect(concern.conditions).toEqual([
      { is: 'more-services', values: ['1', '5'] },
      { is: 'words', values: words.slice(0, 6) },
      { is: 'person-certificate-other-than', values: ['resident-id'] },
      { is: 'outside-province', values: ['entity-principal'] },
    ])
  })
})

it('marks rules of each part that the ministry samples', async () => {
  const { general } = await readShippedRulePack()
  expect(new Set(general.flatMap(({ sampled }) => sampled ?? []))).toEqual(new Set(SAMPLED_PARTS))
})
