/**
 * The 31 province-level divisions that have a communications administration of their own.
 *
 * Codes and names: GB/T 2260 (two digits of province, then zeros). Plate character: the usual one-character short
 * name. ICP character: the one that opens filing numbers issued there, as observed in numbers in use (no official
 * table was found); it differs from the plate character in Sichuan, Guizhou, Yunnan and Gansu.
 * Taiwan, Hong Kong and Macao have no ICP filing and are therefore absent.
 */
export const PROVINCES = [
  { code: '110000', nameZh: '北京市', nameEn: 'Beijing', plate: '京', icpCharacter: '京' },
  { code: '120000', nameZh: '天津市', nameEn: 'Tianjin', plate: '津', icpCharacter: '津' },
  { code: '130000', nameZh: '河北省', nameEn: 'Hebei', plate: '冀', icpCharacter: '冀' },
  { code: '140000', nameZh: '山西省', nameEn: 'Shanxi', plate: '晋', icpCharacter: '晋' },
  { code: '150000', nameZh: '内蒙古自治区', nameEn: 'Inner Mongolia', plate: '蒙', icpCharacter: '蒙' },
  { code: '210000', nameZh: '辽宁省', nameEn: 'Liaoning', plate: '辽', icpCharacter: '辽' },
  { code: '220000', nameZh: '吉林省', nameEn: 'Jilin', plate: '吉', icpCharacter: '吉' },
  { code: '230000', nameZh: '黑龙江省', nameEn: 'Heilongjiang', plate: '黑', icpCharacter: '黑' },
  { code: '310000', nameZh: '上海市', nameEn: 'Shanghai', plate: '沪', icpCharacter: '沪' },
  { code: '320000', nameZh: '江苏省', nameEn: 'Jiangsu', plate: '苏', icpCharacter: '苏' },
  { code: '330000', nameZh: '浙江省', nameEn: 'Zhejiang', plate: '浙', icpCharacter: '浙' },
  { code: '340000', nameZh: '安徽省', nameEn: 'Anhui', plate: '皖', icpCharacter: '皖' },
  { code: '350000', nameZh: '福建省', nameEn: 'Fujian', plate: '闽', icpCharacter: '闽' },
  { code: '360000', nameZh: '江西省', nameEn: 'Jiangxi', plate: '赣', icpCharacter: '赣' },
  { code: '370000', nameZh: '山东省', nameEn: 'Shandong', plate: '鲁', icpCharacter: '鲁' },
  { code: '410000', nameZh: '河南省', nameEn: 'Henan', plate: '豫', icpCharacter: '豫' },
  { code: '420000', nameZh: '湖北省', nameEn: 'Hubei', plate: '鄂', icpCharacter: '鄂' },
  { code: '430000', nameZh: '湖南省', nameEn: 'Hunan', plate: '湘', icpCharacter: '湘' },
  { code: '440000', nameZh: '广东省', nameEn: 'Guangdong', plate: '粤', icpCharacter: '粤' },
  { code: '450000', nameZh: '广西壮族自治区', nameEn: 'Guangxi', plate: '桂', icpCharacter: '桂' },
  { code: '460000', nameZh: '海南省', nameEn: 'Hainan', plate: '琼', icpCharacter: '琼' },
  { code: '500000', nameZh: '重庆市', nameEn: 'Chongqing', plate: '渝', icpCharacter: '渝' },
  { code: '510000', nameZh: '四川省', nameEn: 'Sichuan', plate: '川', icpCharacter: '蜀' },
  { code: '520000', nameZh: '贵州省', nameEn: 'Guizhou', plate: '贵', icpCharacter: '黔' },
  { code: '530000', nameZh: '云南省', nameEn: 'Yunnan', plate: '云', icpCharacter: '滇' },
  { code: '540000', nameZh: '西藏自治区', nameEn: 'Tibet', plate: '藏', icpCharacter: '藏' },
  { code: '610000', nameZh: '陕西省', nameEn: 'Shaanxi', plate: '陕', icpCharacter: '陕' },
  { code: '620000', nameZh: '甘肃省', nameEn: 'Gansu', plate: '甘', icpCharacter: '陇' },
  { code: '630000', nameZh: '青海省', nameEn: 'Qinghai', plate: '青', icpCharacter: '青' },
  { code: '640000', nameZh: '宁夏回族自治区', nameEn: 'Ningxia', plate: '宁', icpCharacter: '宁' },
  { code: '650000', nameZh: '新疆维吾尔自治区', nameEn: 'Xinjiang', plate: '新', icpCharacter: '新' },
] as const satisfies readonly ProvinceRow[]

interface ProvinceRow {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly plate: string
  readonly icpCharacter: string
}

export type Province = (typeof PROVINCES)[number]

/** The division with this six-digit code, `110000`; undefined when there is none. */
export function provinceByCode(code: string): Province | undefined {
  return PROVINCES.find((province) => province.code === code)
}

/**
 * The division to which a GB/T 2260 region code of any level belongs, `110105` -> Beijing; undefined for a province
 * that is not in the table.
 */
export function provinceOfRegion(regionCode: string): Province | undefined {
  return provinceByCode(`${regionCode.slice(0, 2)}0000`)
}

/**
 * The division whose filing numbers open with this character. `usual` is false where the number carries the plate
 * character instead of the one in use today (川 for 蜀, 贵 for 黔, 云 for 滇, 甘 for 陇): a hint, not an error.
 */
export function provinceByIcpCharacter(
  character: string,
): { readonly province: Province; readonly usual: boolean } | undefined {
  const usual = PROVINCES.find((province) => province.icpCharacter === character)
  if (usual !== undefined) {
    return { province: usual, usual: true }
  }
  const old = PROVINCES.find((province) => province.plate === character)
  return old === undefined ? undefined : { province: old, usual: false }
}
