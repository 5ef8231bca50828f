import type { FilingType } from '../../../../../shared/domain/filingTypes'
import { services } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

/** Whether services of these filing types have a number; a change order has old and new ones. */
const HAS_NUMBER: ReadonlyArray<readonly [type: FilingType, has: 'yes' | 'no' | 'either']> = [
  ['first-filing', 'no'],
  ['new-service-filed-elsewhere', 'no'],
  ['new-service-filed-here', 'no'],
  ['add-provider', 'yes'],
  ['cancel-service', 'yes'],
  ['remove-provider', 'yes'],
  ['claim', 'yes'],
  ['change', 'either'],
]

export const orderType: Recipe<'order-type'> = (_, draft) => {
  const cases = HAS_NUMBER.flatMap(([filingType, has]) => {
    const made = { ...draft, filingType }
    const numbered = services(made, { icpNumber: `${draft.entityIcpNumber}-1` })
    return [
      (has === 'no' ? fails : passes)(`${filingType} of a numbered service`, numbered),
      (has === 'yes' ? fails : passes)(
        `${filingType} of a service without number`,
        services(made, { icpNumber: undefined }),
      ),
    ]
  })
  return {
    breaks: cases.filter(({ verdict }) => verdict === 'fail'),
    keeps: cases.filter(({ verdict }) => verdict === 'pass'),
    boundary: [
      ...cases,
      passes('an entity without services', { ...draft, filingType: 'cancel-entity' }),
      fails('a number of blanks', services({ ...draft, filingType: 'claim' }, { icpNumber: ' ' })),
    ],
  }
}
