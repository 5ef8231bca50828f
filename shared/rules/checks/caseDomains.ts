import type { Form } from './caseFacts'
import type { DomainAt } from './formParts'

export type { DomainAt }

/** Every domain of the filing with its path. */
export function domainsOf({ parts, scope }: Form): readonly DomainAt[] {
  return parts[scope].domains
}
