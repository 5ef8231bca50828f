import type { CallContact } from '../../shared/calls/callRecord'
import type { ReuseView } from '../../shared/ipc/reuse'
import { isHandedOver } from '../../shared/filing/caseStates'

/** Order numbers of other open cases in which this contact's number stands, whoever it is there. */
export function otherOrdersOf(
  reuse: ReuseView | null,
  { subject, serviceId, line }: CallContact,
): readonly string[] {
  const values = reuse?.outcome === 'searched' ? reuse.found.values : []
  const orders = values
    .filter(
      ({ kind, places }) =>
        kind === 'phone' &&
        places.some(
          (place) => place.subject === subject && place.serviceId === serviceId && place.field === line,
        ),
    )
    .flatMap(({ hits }) => hits)
    .filter(({ other }) => !isHandedOver(other.state) && !['rejected', 'withdrawn'].includes(other.state))
    .map(({ other }) => other.orderNumber)
  return [...new Set(orders)]
}
