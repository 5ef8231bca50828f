import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { domainsOf, type DomainAt } from './caseDomains'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { numberAgrees, registrantOf, registrantSchema, type Registrant } from './registrant'
import { masked } from './masked'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** The registrar's record names the entity, or somebody whom the division accepts in its place. */
export const domainRegistrant = defineCheck(
  'domain-registrant',
  { individual: z.array(registrantSchema).min(1), organization: z.array(registrantSchema).min(1) },
  (context, allowed) =>
    worstOf(
      domainsOf(context).map((domain) =>
        judgeDomain(context, domain, allowed[context.application.entity.kind]),
      ),
    ),
)

function judgeDomain(
  context: CheckContext,
  { domain, path }: DomainAt,
  allowed: readonly Registrant[],
): MachineVerdict {
  const { application, documents } = context
  const { name, legalRepresentative } = application.entity
  const registrant = registrantOf(application, domain)
  const names = [name, ...(allowed.includes('legal-representative') ? [legalRepresentative ?? ''] : [])]
  const expected = names.filter((text) => text !== '').join(' / ')
  const ground = { evidence: [field(`${path}.registrantName`)], measured: domain.registrantName, expected }
  if (registrant === 'entity' && !numberAgrees(application, domain)) {
    return fail({
      evidence: [field(`${path}.registrantCertificateNumber`)],
      measured: masked(domain.registrantCertificateNumber ?? ''),
      expected: masked(application.entity.certificate.number),
    })
  }
  if (registrant !== undefined && allowed.includes(registrant)) {
    return pass(ground)
  }
  const proofs = documents.filter(({ kind }) => kind === 'holder-role-proof')
  if (allowed.includes('role-proof') && proofs.length > 0) {
    const read = proofs.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
  }
  return fail(ground)
}
