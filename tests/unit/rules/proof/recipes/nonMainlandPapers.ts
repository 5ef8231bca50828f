import type { CertificateType } from '../../../../../shared/domain/filing'
import { daysAfter, monthsAfter, submittedOn } from '../days'
import type { Draft } from '../draft'
import { certificates, twoPersons } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

const PERMITS: readonly CertificateType[] = ['hkmt-residence-permit', 'hk-macao-permit', 'taiwan-permit']
const RESIDENCE: CertificateType = 'hkmt-residence-permit'

export const nonMainlandPapers: Recipe<'non-mainland-papers'> = (check, draft) => {
  const { persons, accepted, residencePermitMonths } = check
  const of = (type: CertificateType, validTo?: string) =>
    certificates(draft, persons, { type, ...(validTo === undefined ? {} : { validTo }) })
  /** The principal has an accepted paper, whoever answers for the service has this one. */
  const besides = (type: CertificateType): Draft => {
    const two = twoPersons(certificates(draft, ['entity-principal'], { type: accepted[0] ?? RESIDENCE }))
    return certificates(two, ['service-principals'], { type })
  }
  const bound = monthsAfter(submittedOn(draft), residencePermitMonths ?? 0)
  return {
    breaks: [
      fails('a card of Hong Kong, which is none of these papers', besides('other')),
      ...PERMITS.filter((type) => !accepted.includes(type)).map((type) => fails(type, of(type))),
    ],
    keeps: accepted.map((type) => passes(type, of(type, '2035-01-01'))),
    boundary: [
      passes('somebody of the mainland beside the holder of a permit', besides('resident-id')),
      ...(accepted.includes('passport')
        ? []
        : [asks('a passport, which may be a foreigner’s', of('passport'))]),
      ...(accepted.includes(RESIDENCE)
        ? [
            (residencePermitMonths === undefined ? passes : fails)(
              'a residence permit until that day',
              of(RESIDENCE, bound),
            ),
            passes('a residence permit a day longer', of(RESIDENCE, daysAfter(bound, 1))),
            passes('a residence permit for ever', of(RESIDENCE, 'long-term')),
          ]
        : []),
    ],
  }
}
