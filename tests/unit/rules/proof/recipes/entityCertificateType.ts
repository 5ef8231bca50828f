import { CERTIFICATE_TYPES, ENTITY_NATURES } from '../../../../../shared/domain/filing'
import { entity } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const entityCertificateType: Recipe<'entity-certificate-type'> = ({ byNature, then }, draft) => {
  const fits = then === 'pass' ? passes : asks
  const natures = ENTITY_NATURES.filter(
    (nature) => (nature === 'individual') === (draft.entity.kind === 'individual'),
  )
  const cases = natures.flatMap((nature) =>
    CERTIFICATE_TYPES.map((type) => {
      const made = entity(draft, { nature, certificate: { ...draft.entity.certificate, type } })
      const taken = byNature[nature]
      const expected = taken === undefined ? asks : taken.includes(type) ? fits : fails
      return expected(`${nature} with ${type}`, made)
    }),
  )
  return {
    breaks: cases.filter(({ verdict }) => verdict === 'fail'),
    keeps: cases.filter(({ verdict }) => verdict === fits('', draft).verdict),
    boundary: cases,
  }
}
