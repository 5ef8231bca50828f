import { z } from 'zod'
import type { Person } from '../../domain/filing'
import { personsOf, type Form } from './caseFacts'

type Certificate = Person['certificate']

/** Whose certificate a rule is about. `individual` and `organization` are the entity itself, of that kind. */
export const certificateHolderSchema = z.enum([
  'individual',
  'organization',
  'entity-principal',
  'service-principals',
])
type CertificateHolder = z.output<typeof certificateHolderSchema>

interface CertificateAt {
  readonly certificate: Certificate
  /** `application.entity.principal.certificate` */
  readonly path: string
}

/**
 * Certificates of these holders. An individual's appears once as the entity and once as each principal: all three
 * are typed into the form and each may be wrong.
 */
export function certificatesOf(form: Form, holders: readonly CertificateHolder[]): readonly CertificateAt[] {
  const { entity } = form.application
  const own = holders.includes(entity.kind)
    ? [{ certificate: entity.certificate, path: 'application.entity.certificate' }]
    : []
  const roles = holders.filter((holder) => holder === 'entity-principal' || holder === 'service-principals')
  const persons = personsOf(form, roles).map(({ person, path }) => ({
    certificate: person.certificate,
    path: `${path}.certificate`,
  }))
  return [...own, ...persons]
}
