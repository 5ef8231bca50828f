import { PROVINCES } from '../../../../../shared/domain/provinces'
import { addressIn } from '../draft'
import { entity, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const mailingAddress: Recipe<'mailing-address'> = ({ level, individualProofs }, draft) => {
  const { certificate, kind } = draft.entity
  const elsewhere = PROVINCES.find(({ code }) => code !== draft.province)?.code ?? ''
  const here = addressIn(draft.province)
  const between = (address: string | undefined, mailing: string) =>
    entity(draft, { certificate: { ...certificate, address }, mailingAddress: mailing })
  const away = between(addressIn(elsewhere), here)
  const lives = kind === 'individual' && individualProofs.length > 0
  const proofs = individualProofs.flatMap((paper) => [
    (lives ? asks : fails)(`from elsewhere and lives here, with ${paper}`, papers(away, paper)),
    fails(`letters go elsewhere, with ${paper}`, papers(between(here, addressIn(elsewhere)), paper)),
  ])
  return {
    breaks: [fails('letters go to another division', between(here, addressIn(elsewhere)))],
    keeps: [passes('both are one address', between(here, here))],
    boundary: [
      passes('another street of the same city', between(here, here.replace('样例路', '邻近路'))),
      (level === 'province' ? passes : fails)(
        'another city of the same division',
        between(here, addressIn(draft.province, '邻近市')),
      ),
      asks('a certificate without address', between(undefined, here)),
      asks('a mailing address that names no division', between(here, '样例路1号')),
      fails('from elsewhere and lives here, no paper', away),
      ...proofs,
    ],
  }
}
