import { CERTIFICATE_TYPES, type CertificateType } from '../../../../../shared/domain/filing'
import { certificates, hasHolder } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

export const certificateType: Recipe<'certificate-type'> = ({ holders, allowed, among, doubtful }, draft) => {
  if (!hasHolder(draft, holders)) {
    return undefined
  }
  const of = (type: CertificateType) => certificates(draft, holders, { type, number: 'E12345678' })
  const asked = CERTIFICATE_TYPES.filter((type) => among === undefined || among.includes(type))
  const taken = asked.filter((type) => allowed.includes(type))
  const refused = asked
    .filter((type) => !allowed.includes(type) && !doubtful.includes(type))
    .map((type) => fails(type, of(type)))
  const others = CERTIFICATE_TYPES.filter((type) => !asked.includes(type)).map((type) =>
    concernsNot(`${type}, of which is not asked`, of(type)),
  )
  return {
    breaks: refused,
    // Where no certificate of those asked about is taken, only who has another one keeps the rule.
    keeps: taken.length > 0 ? taken.map((type) => passes(type, of(type))) : others,
    boundary: [...refused, ...others, ...doubtful.map((type) => asks(`${type}, which came later`, of(type)))],
  }
}
