import type { Draft } from '../draft'
import { changed, papers, twoPersons } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'
import { recordedEntity, recordedPrincipal, recordedServices, recordLike } from '../records'

type Field = Parameters<Recipe<'matches-record'>>[0]['mustMatch'][number]

const OTHER_NAME = '赵别'

/** The record says something else than the form in this field. */
function differing(draft: Draft, field: Field): Draft {
  const { entity } = draft
  switch (field) {
    case 'entity-name':
      return recordedEntity(draft, { name: `${entity.name}甲` })
    case 'nature':
      return recordedEntity(draft, { nature: 'other' })
    case 'certificate-type':
      return recordedEntity(draft, { certificateType: 'other' })
    case 'certificate-number':
      return recordedEntity(draft, { certificateNumber: `${entity.certificate.number.slice(0, -1)}0` })
    case 'certificate-address':
      return recordedEntity(draft, { certificateAddress: `${entity.certificate.address ?? ''}甲` })
    case 'mailing-address':
      return recordedEntity(draft, { mailingAddress: `${entity.mailingAddress}甲` })
    case 'principal-identity':
      return recordedPrincipal(draft, { certificateNumber: '330100198505050045' })
    case 'principal-contacts':
      return recordedPrincipal(draft, { mobile: '13800000008' })
    case 'principal-is-legal-representative':
      return recordedPrincipal(draft, { name: OTHER_NAME })
    case 'service-names':
      return recordedServices(draft, { name: '样例星海小记' })
    case 'service-domains':
      return recordedServices(draft, { domains: ['xinghai.example'] })
    case 'service-principals':
      return recordedServices(draft, { principal: { name: OTHER_NAME } })
    case 'new-service-principals':
      return twoPersons(draft)
  }
}

/** The record does not show this field; undefined where every record does, or where another part shows it as well. */
function unshown(draft: Draft, field: Field): Draft | undefined {
  switch (field) {
    case 'entity-name':
      return undefined
    case 'nature':
      return recordedEntity(draft, { nature: undefined })
    case 'certificate-type':
      return recordedEntity(draft, { certificateType: undefined })
    case 'certificate-number':
      return recordedEntity(draft, { certificateNumber: undefined })
    case 'certificate-address':
      return recordedEntity(draft, { certificateAddress: undefined })
    case 'mailing-address':
      return recordedEntity(draft, { mailingAddress: undefined })
    case 'principal-identity':
      return recordedPrincipal(draft, { certificateNumber: undefined })
    case 'principal-contacts':
      return recordedPrincipal(draft, { mobile: undefined })
    case 'principal-is-legal-representative':
      return recordedEntity(draft, { principal: undefined })
    case 'service-names':
      return { ...draft, record: { ...recordLike(draft), services: [] } }
    case 'service-domains':
      return recordedServices(draft, { domains: undefined })
    case 'service-principals':
      return recordedServices(draft, { principal: undefined })
    case 'new-service-principals':
      return undefined
  }
}

export const matchesRecord: Recipe<'matches-record'> = (check, plain) => {
  const { mustMatch, mayChange, proof, exceptChanged, then } = check
  const good = then === 'pass' ? passes : asks
  const draft = { ...plain, record: recordLike(plain) }
  const { entity } = draft
  const without = asks('the provider got no record', { ...plain, record: undefined })
  const broken = mustMatch.map((field) => fails(`${field} differs`, differing(draft, field)))
  return {
    // Where everything may change after the access, nothing can be broken; without a record a person looks.
    breaks: mustMatch.length > 0 ? broken : [without],
    keeps: [good('the record says the same', draft)],
    boundary: [
      without,
      ...mayChange.map((field) => good(`${field} differs and may`, differing(draft, field))),
      ...mustMatch.flatMap((field) => {
        const made = unshown(draft, field)
        return made === undefined ? [] : [asks(`${field} is not shown`, made)]
      }),
      ...(exceptChanged && mustMatch.includes('mailing-address')
        ? [
            good(
              'another mailing address, which this order changes',
              changed(differing(draft, 'mailing-address'), ['entity.mailingAddress', '甲', '乙']),
            ),
          ]
        : []),
      ...(mustMatch.includes('entity-name')
        ? [
            good(
              'the name with a space in it',
              recordedEntity(draft, { name: `${entity.name.slice(0, 1)} ${entity.name.slice(1)}` }),
            ),
            ...proof.map((paper) =>
              asks(`another name, with ${paper}`, papers(differing(draft, 'entity-name'), paper)),
            ),
            fails(
              'another name, with some other paper',
              papers(differing(draft, 'entity-name'), 'trademark-proof'),
            ),
          ]
        : []),
    ],
  }
}
