import { z } from 'zod'
import type { Application, Service } from '../../domain/filing'
import { tidy } from '../../domain/identifiers/tidy'
import { sameName } from './caseFacts'

/** Who may hold the domain of a filing. `role-proof`: somebody whose position a document proves. */
const REGISTRANTS = ['entity', 'legal-representative', 'role-proof'] as const
export const registrantSchema = z.enum(REGISTRANTS)
export type Registrant = z.output<typeof registrantSchema>

type Domain = Service['domains'][number]

/** Whom the registrar's record names; undefined for somebody who is neither the entity nor its legal representative. */
export function registrantOf(application: Application, domain: Domain): Registrant | undefined {
  const { name, legalRepresentative } = application.entity
  if (sameName(domain.registrantName, name)) {
    return 'entity'
  }
  const isLegal = legalRepresentative !== undefined && sameName(domain.registrantName, legalRepresentative)
  return isLegal ? 'legal-representative' : undefined
}

/** False when the registrar's record carries another certificate number than the entity's. */
export function numberAgrees(application: Application, domain: Domain): boolean {
  const stated = domain.registrantCertificateNumber
  return stated === undefined || stated === '' || tidy(stated) === tidy(application.entity.certificate.number)
}
