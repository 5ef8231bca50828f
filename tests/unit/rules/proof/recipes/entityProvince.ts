import { PROVINCES } from '../../../../../shared/domain/provinces'
import { addressIn } from '../draft'
import { entity, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const entityProvince: Recipe<'entity-province'> = ({ individualProofs }, draft) => {
  const { certificate, kind } = draft.entity
  const registered = (address: string | undefined) =>
    entity(draft, { certificate: { ...certificate, address } })
  const others = PROVINCES.filter(({ code }) => code !== draft.province)
  const own = PROVINCES.find(({ code }) => code === draft.province)?.nameZh ?? ''
  const away = registered(addressIn(others[0]?.code ?? ''))
  const lives = kind === 'individual' && individualProofs.length > 0
  return {
    breaks: others.map(({ code, nameZh }) => fails(`from ${nameZh}`, registered(addressIn(code)))),
    keeps: [passes('from here', registered(addressIn(draft.province)))],
    boundary: [
      passes(
        'from here, without the ending',
        registered(`${own.slice(0, own.startsWith('黑') || own.startsWith('内') ? 3 : 2)}样例路1号`),
      ),
      fails('from elsewhere, in a street of our name', registered(`${others[0]?.nameZh ?? ''}${own}路1号`)),
      asks('no address on the certificate', registered(undefined)),
      ...individualProofs.map((kindOfPaper) =>
        (lives ? asks : fails)(`from elsewhere, with ${kindOfPaper}`, papers(away, kindOfPaper)),
      ),
      fails('from elsewhere, with some other paper', papers(away, 'trademark-proof')),
    ],
  }
}
