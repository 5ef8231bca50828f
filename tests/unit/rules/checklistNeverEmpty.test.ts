import { beforeEach, describe, expect, it } from 'vitest'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBundle, type MadeBundle } from '../../specimens/index'
import { makeCase } from './caseMaker'

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

const NATURES = ['enterprise', 'individual'] as const
const CASES = FILING_TYPES.flatMap((filingType) => NATURES.map((nature) => [filingType, nature] as const))

/** The line that says that nothing published was found, or what little was. */
const NOTHING_PUBLISHED: Readonly<Partial<Record<FilingType, string>>> = {
  claim: 'desk:claim-no-published-list',
  'cancel-entity': 'desk:cancel-no-published-list',
  'cancel-service': 'desk:cancel-no-published-list',
  'remove-provider': 'desk:cancel-no-published-list',
}
/** What the provider's own guide knows of these filing types. */
const GUIDE: Readonly<Partial<Record<FilingType, readonly string[]>>> = {
  claim: ['desk:claim-old-registrar', 'desk:claim-same-holder'],
  'cancel-entity': ['desk:cancel-right', 'desk:filing-password'],
  'cancel-service': ['desk:cancel-right', 'desk:filing-password'],
  'remove-provider': ['national:empty-shell'],
}

function linesIn(province: string, { bundle }: MadeBundle): readonly ChecklistLine[] {
  const filingCase = makeCase({ application: bundle.application, province, submittedOn: '2026-11-20' })
  return evaluateChecklist(pack, filingCase, '2026-11-21')
}

function isPublished({ id, stage }: ChecklistLine): boolean {
  return !id.startsWith('desk:') && stage === 'provider-review'
}

describe('the checklist of every filing type in every division', () => {
  it.each(CASES)(
    'of %s by %s is never empty and always leaves a person something to settle',
    async (filingType, nature) => {
      const made = await makeBundle({
        seed: `never-empty-${filingType}`,
        filingType,
        nature,
        province: '110000',
        pictures: 'tiny',
      })
      for (const { code } of PROVINCES) {
        const lines = linesIn(code, made)
        const byPerson = lines.filter((line) => line.blocking && line.machine === null)
        expect(
          byPerson.map(({ id }) => id),
          code,
        ).not.toEqual([])
        const said = lines.find(({ id }) => id === NOTHING_PUBLISHED[filingType])
        const spoken = lines.some((line) => isPublished(line) && line.blocking)
        const blocksAndIsHuman = said?.blocking === true && said.machine === null
        expect(spoken || blocksAndIsHuman, `${code}: nothing published, and no line says so`).toBe(true)
        expect(blocksAndIsHuman, code).toBe(NOTHING_PUBLISHED[filingType] !== undefined)
        expect(
          lines.map(({ id }) => id),
          code,
        ).toEqual(expect.arrayContaining([...(GUIDE[filingType] ?? [])]))
      }
    },
  )

  it('finds one published sentence about claims, which only explains', () => {
    const published = [...pack.general, ...Object.values(pack.byProvince).flat()].filter(
      ({ id, appliesTo }) => !id.startsWith('desk:') && appliesTo.filingTypes.includes('claim'),
    )
    expect(published.map(({ id, stage }) => [id, stage])).toEqual([['national:claim-old-record', 'guidance']])
  })
})
