import type { Service } from '../../domain/filing'
import { servicesOf, type Form } from './caseFacts'

export interface DomainAt {
  readonly domain: Service['domains'][number]
  readonly service: Service
  /** `application.services.0.domains.0` */
  readonly path: string
}

/** Every domain of the filing with its path. */
export function domainsOf(form: Form): readonly DomainAt[] {
  return servicesOf(form).flatMap(({ service, path }) =>
    service.domains.map((domain, index) => ({ domain, service, path: `${path}.domains.${String(index)}` })),
  )
}
