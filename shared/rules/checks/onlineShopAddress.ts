import { z } from 'zod'
import { checkDomainName, isSameDomain } from '../../domain/identifiers/domainName'
import type { MachineVerdict } from '../checklist'
import { provinceOfAddress } from './addressParts'
import { domainsOf } from './caseDomains'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'
import { gather } from '../gather'

/** A web address inside a text. */
const WEB_ADDRESS = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}/giu

/**
 * The certificate address of a business that trades in an online shop. Whether it is the one of the licence a person
 * reads.
 */
export const onlineShopAddress = defineCheck(
  'online-shop-address',
  {
    /** Stands between the place and the shop. */
    separator: z.string().min(1).optional(),
    /** The address carries the shop's web address, and the only domain that is filed is that one. */
    domainOfShop: z.boolean().default(false),
    mailingInProvince: z.boolean().default(false),
  },
  (context, { separator, domainOfShop, mailingInProvince }) => {
    const { certificate, mailingAddress } = context.application.entity
    const address = certificate.address ?? ''
    const ground = { evidence: [field('application.entity.certificate.address')], measured: address }
    const separated = separator === undefined || address.includes(separator)
    const home = provinceOfAddress(mailingAddress)
    const letters = {
      evidence: [field('application.entity.mailingAddress')],
      measured: mailingAddress,
    }
    return worstOf([
      separated ? unsure(ground) : fail({ ...ground, expected: separator }),
      ...(domainOfShop ? judgeDomains(context, address) : []),
      ...(mailingInProvince
        ? [(home === undefined ? unsure : home === context.province ? pass : fail)(letters)]
        : []),
    ])
  },
)

function judgeDomains(context: CheckContext, address: string): readonly MachineVerdict[] {
  const named = address.match(WEB_ADDRESS) ?? []
  const hosts = named.map((text) => text.replace(/^https?:\/\//iu, ''))
  const registrable = gather(hosts, (host) => {
    const facts = checkDomainName(host)
    return facts.ok ? [facts.registrable] : []
  })
  const evidence = [field('application.entity.certificate.address')]
  if (registrable.length === 0) {
    return [unsure({ evidence, measured: address })]
  }
  return domainsOf(context).map(({ domain, path }) =>
    (registrable.some((name) => isSameDomain(name, domain.name)) ? pass : fail)({
      evidence: [field(`${path}.name`), ...evidence],
      measured: domain.name,
      expected: registrable.join(' / '),
    }),
  )
}
