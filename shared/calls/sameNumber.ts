import { checkPhone } from '../domain/identifiers/phone'
import { tidy } from '../domain/identifiers/tidy'

/** Fewer digits than a mainland number without its area code are part of many. */
const FEWEST_DIGITS = 7

/**
 * Whether two numbers as people and exchanges write them are the same: with or without +86, 0086, spaces and hyphens, and
 * a landline with or without its area code, as a caller's number often comes.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [first, second] = [plain(one), plain(other)]
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  return short.length >= FEWEST_DIGITS && (short === long || (!isMobile(long) && long.endsWith(short)))
}

/** Digits without the country's prefix and the leading zero of an area code. */
function plain(number: string): string {
  const checked = checkPhone(tidy(number))
  const digits = (checked.ok ? checked.e164 : number).replace(/\D/gu, '')
  return digits.replace(/^(?:00)?86(?=\d{9})/u, '').replace(/^0/u, '')
}

function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/u.test(digits)
}
