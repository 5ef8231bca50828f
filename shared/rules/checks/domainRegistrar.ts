import { z } from 'zod'
import { dateSchema } from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import { domainsOf, type DomainAt } from './caseDomains'
import { defineCheck } from './defineCheck'
import { wordsIn, wordsSchema } from './textPlaces'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  /** Full names of registrars that are known to be approved. */
  approved: z.array(z.string().min(1)).default([]),
  /** Words by which a registrar outside the mainland is known. */
  overseas: wordsSchema.min(1),
  /** A domain on file since before this day may stay abroad. */
  exemptIfFiledBefore: dateSchema.optional(),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/**
 * Domains are held at a mainland registrar that is approved. The lists are never complete, so a registrar that stands
 * in neither is looked up by a person.
 */
export const domainRegistrar = defineCheck('domain-registrar', shape, (context, params) =>
  worstOf(domainsOf(context).map((domain) => judgeDomain(domain, params))),
)

function judgeDomain({ domain, service, path }: DomainAt, params: Params): MachineVerdict {
  const ground = { evidence: [field(`${path}.registrar`)], measured: domain.registrar }
  if (wordsIn(domain.registrar, params.overseas).length > 0) {
    return (mayBeExempt(domain, service, params) ? unsure : fail)(ground)
  }
  return (params.approved.includes(domain.registrar) ? pass : unsure)(ground)
}

/** When a service was filed is not in the form; it cannot have been before its domain was registered. */
function mayBeExempt(
  domain: DomainAt['domain'],
  service: DomainAt['service'],
  { exemptIfFiledBefore }: Params,
): boolean {
  const { registeredAt } = domain
  return (
    exemptIfFiledBefore !== undefined &&
    (service.icpNumber ?? '') !== '' &&
    (registeredAt === undefined || registeredAt < exemptIfFiledBefore)
  )
}
