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

  it('tells what every kind of condition asks, in the order in which they stand', () => {
    const fields = Array.from({ length: 8 }, (_, index) => `entity.field${String(index)}`)
    const concern = concernOf({
      appliesTo: { entity: 'organization', filingTypes: ['first-filing', 'change'], service: 'app' },
      when: [
        { is: 'principals-differ' },
        { is: 'pre-approval-declared' },
        { is: 'principal-other-than-legal-representative', persons: ['entity-principal'] },
        {
          is: 'person-certificate',
          persons: ['entity-principal'],
          anyOf: ['passport'],
          noneOf: ['resident-id'],
        },
        { is: 'person-certificate', persons: ['entity-principal'] },
        { is: 'changed', fields, orOtherType: false },
        { is: 'more-than', counts: 'domains', organization: 3, includesFiled: false },
        { is: 'more-than', counts: 'addresses', individual: 2, organization: 2, includesFiled: true },
        { is: 'nature-other-than', anyOf: ['enterprise'] },
        { is: 'province', anyOf: ['330000', '110000'] },
      ],
    })
    expect(concern).toEqual({
      entity: 'organization',
      filingTypes: ['first-filing', 'change'],
      service: 'app',
      conditions: [
        { is: 'principals-differ', values: [] },
        { is: 'pre-approval-declared', values: [] },
        { is: 'principal-other-than-legal-representative', values: ['entity-principal'] },
        { is: 'person-certificate', values: ['passport'] },
        { is: 'person-certificate-other-than', values: [] },
        { is: 'changed', values: fields.slice(0, 6) },
        { is: 'more-domains', values: ['3'] },
        { is: 'more-addresses', values: ['2'] },
        { is: 'nature-other-than', values: ['enterprise'] },
        { is: 'province', values: ['330000', '110000'] },
      ],
    })
  })
})

it('marks rules of each part that the ministry samples', async () => {
  const { general } = await readShippedRulePack()
  expect(new Set(general.flatMap(({ sampled }) => sampled ?? []))).toEqual(new Set(SAMPLED_PARTS))
})
