import { checkPhone } from '../domain/identifiers/phone'
import { tidy } from '../domain/identifiers/tidy'

/** Ways to hand a number to a softphone; which of them it has registered for differs. */
export const DIAL_SCHEMES = ['tel', 'sip', 'callto'] as const
export type DialScheme = (typeof DIAL_SCHEMES)[number]

/** What such an address may look like: nothing of what an applicant typed gets into it but digits. */
export const DIAL_ADDRESS = /^(?:tel|sip|callto):\+?\d{3,20}$/u

/** Address of a number for the softphone, or null when there are no digits to dial. */
export function dialAddress(number: string, scheme: DialScheme): string | null {
  const checked = checkPhone(tidy(number))
  const address = `${scheme}:${checked.ok ? checked.e164 : number.replace(/\D/gu, '')}`
  return DIAL_ADDRESS.test(address) ? address : null
}
