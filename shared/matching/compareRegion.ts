import type { Match } from './compareValues'
import { PROVINCES, provinceOfRegion } from '../domain/provinces'

const SAME: Match = { match: 'same' }
/** People move, and counties change their names: another place is something to look at, not a difference. */
const TO_CHECK: Match = { match: 'unknown' }

/** Endings of divisions, which an authority may leave out of its name. */
const ENDING = /(?:自治区|自治州|自治县|地区|[省市区县盟旗州])$/u

/** The division whose name an address opens with, 内蒙古自治区; null when it names none. */
export function provinceInAddress(address: string | undefined): string | null {
  return PROVINCES.find(({ nameZh }) => address?.startsWith(nameZh) === true)?.nameZh ?? null
}

/** Whether the first six digits of an identity number were given in this division. */
export function compareNumberRegion(province: string | null, number: string): Match {
  if (province === null || !/^\d{6}/u.test(number)) {
    return TO_CHECK
  }
  return provinceOfRegion(number.slice(0, 6))?.nameZh === province ? SAME : TO_CHECK
}

/** Whether the place that names an issuing authority, 拉萨市公安局城关分局, lies in an address. */
export function compareAuthority(address: string | null, authority: string): Match {
  const place = /^(\p{Script=Han}{2,12}?)公安(?:分?局|厅)/u.exec(authority)?.[1]
  if (address === null || place === undefined) {
    return TO_CHECK
  }
  const stem = place.replace(ENDING, '')
  return address.includes(stem.length < 2 ? place : stem) ? SAME : TO_CHECK
}
