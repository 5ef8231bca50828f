import { contactsOf } from '../../calls/contacts'
import { isSameNumber } from '../../calls/sameNumber'
import type { Application } from '../../domain/filing'

/**
 * Fields of an application whose telephone number is none of the provider's own, as paths in `filing.json`. A control case
 * has none: whoever reviews it may telephone, and must not reach a stranger.
 */
export function foreignPhones(application: Application, own: readonly string[]): readonly string[] {
  return contactsOf(application)
    .filter(({ number }) => !own.some((owned) => isSameNumber(owned, number)))
    .map(({ contact: { subject, serviceId, line } }) =>
      subject === 'entity-principal'
        ? `application.entity.principal.${line}`
        : `application.services.${serviceId ?? ''}.principal.${line}`,
    )
}
