import { zipBundle } from '../specimens/bundleFiles'
import { makeNotice } from '../specimens/makeNotice'
import { chinaIso } from '../../shared/calendar/chinaTime'

/** Key of the filing system that sends filings and notices to the modelled server. */
export const INTAKE_TOKEN = 'key-of-the-filing-system'

/** The archive by which the filing system tells that the applicant has taken a filing back. `now`: epoch milliseconds. */
export function withdrawal(orderNumber: string, now: number): Uint8Array {
  return zipBundle(makeNotice(orderNumber, { kind: 'withdrawn' }, chinaIso(now)))
}
