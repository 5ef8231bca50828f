import { PROVINCES } from '../../domain/provinces'

/** Endings by which the names of divisions differ between full and short form. */
const ENDING = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u

/** Code of the division with which an address begins, `浙江省杭州市…` or `浙江杭州…`; undefined when it names none. */
export function provinceOfAddress(address: string): string | undefined {
  const text = address.normalize('NFKC').replace(/\s/gu, '').replace(/^中国/u, '')
  return PROVINCES.find(({ nameZh }) => text.startsWith(nameZh.replace(ENDING, '')))?.code
}

/**
 * The prefecture-level part, `杭州市`; a municipality is its own. Undefined when none can be told: 州 alone ends both the
 * short names of autonomous prefectures (大理州) and the names of cities (杭州).
 */
export function cityOfAddress(address: string): string | undefined {
  const text = address.normalize('NFKC').replace(/\s/gu, '').replace(/^中国/u, '')
  const province = PROVINCES.find(({ nameZh }) => text.startsWith(nameZh.replace(ENDING, '')))
  if (province === undefined) {
    return undefined
  }
  if (province.nameZh.endsWith('市')) {
    return province.nameZh
  }
  const short = province.nameZh.replace(ENDING, '')
  const rest = text.slice(text.startsWith(province.nameZh) ? province.nameZh.length : short.length)
  return /^(?:省|自治区)?(?<city>[^市县区]{1,10}?(?:市|自治州|地区|盟))/u.exec(rest)?.groups?.['city']
}
