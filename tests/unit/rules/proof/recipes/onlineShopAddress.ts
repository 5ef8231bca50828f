import { PROVINCES } from '../../../../../shared/domain/provinces'
import { addressIn, type Draft } from '../draft'
import { domains, entity } from '../edits'
import { asks, fails, type ProofCase, type Recipe } from '../proofCases'

const SHOP = '网店https://shop.xinghe.example/'

export const onlineShopAddress: Recipe<'online-shop-address'> = (check, draft) => {
  const { separator, domainOfShop, mailingInProvince } = check
  const here = addressIn(draft.province)
  const at = (address: string, mailingAddress = here): Draft =>
    entity(draft, { certificate: { ...draft.entity.certificate, address }, mailingAddress })
  const sound = at(`${here}${separator ?? ''}${SHOP}`)
  const elsewhere = PROVINCES.find(({ code }) => code !== draft.province)?.code ?? ''
  const unseparated = (separator === undefined ? asks : fails)(
    'nothing between place and shop',
    at(`${here}${SHOP}`),
  )
  const otherDomain = (domainOfShop ? fails : asks)(
    'another domain than the shop’s',
    domains(sound, { name: 'xinghai.example' }),
  )
  const awayMail = (mailingInProvince ? fails : asks)(
    'letters go to another division',
    entity(sound, { mailingAddress: addressIn(elsewhere) }),
  )
  const cases: readonly ProofCase[] = [unseparated, otherDomain, awayMail]
  const broken = cases.filter(({ verdict }) => verdict === 'fail')
  return {
    breaks: broken.length > 0 ? broken : cases.slice(0, 1),
    // Whether it is the address of the licence somebody reads in any case.
    keeps: [asks('an address as it should be', sound)],
    boundary: [
      ...cases,
      asks('a shop without a web address', at(`${here}${separator ?? ''}网店`)),
      ...(domainOfShop
        ? [fails('a domain that ends in the same letters', domains(sound, { name: 'anxinghe.example' }))]
        : []),
    ],
  }
}
