import { PROVINCES, type Province } from '../../../shared/domain/provinces'
import type { Random } from '../random'

/**
 * One or two cities of every province: the six-digit city code of GB/T 2260, the telephone area code and some
 * districts. Resident numbers of specimens begin with the city code, which real cards (issued by counties) do not.
 */
export interface City {
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly districts: readonly string[]
}

const ROWS = [
  '110000|110100 北京市 010 海淀区 朝阳区 丰台区',
  '120000|120100 天津市 022 南开区 河西区 西青区',
  '130000|130100 石家庄市 0311 长安区 裕华区|130200 唐山市 0315 路北区 丰润区',
  '140000|140100 太原市 0351 小店区 迎泽区 万柏林区',
  '150000|150100 呼和浩特市 0471 新城区 赛罕区',
  '210000|210100 沈阳市 024 和平区 浑南区|210200 大连市 0411 中山区 甘井子区',
  '220000|220100 长春市 0431 朝阳区 南关区 净月区',
  '230000|230100 哈尔滨市 0451 南岗区 道里区',
  '310000|310100 上海市 021 徐汇区 杨浦区 闵行区',
  '320000|320100 南京市 025 鼓楼区 江宁区|320500 苏州市 0512 姑苏区 吴中区',
  '330000|330100 杭州市 0571 西湖区 滨江区|330200 宁波市 0574 鄞州区 海曙区',
  '340000|340100 合肥市 0551 蜀山区 包河区',
  '350000|350100 福州市 0591 鼓楼区 仓山区|350200 厦门市 0592 思明区 集美区',
  '360000|360100 南昌市 0791 红谷滩区 东湖区',
  '370000|370100 济南市 0531 历下区 历城区|370200 青岛市 0532 市南区 崂山区',
  '410000|410100 郑州市 0371 金水区 中原区',
  '420000|420100 武汉市 027 洪山区 江汉区',
  '430000|430100 长沙市 0731 岳麓区 雨花区',
  '440000|440100 广州市 020 天河区 番禺区|440300 深圳市 0755 南山区 福田区',
  '450000|450100 南宁市 0771 青秀区 西乡塘区',
  '460000|460100 海口市 0898 龙华区 美兰区',
  '500000|500100 重庆市 023 渝北区 沙坪坝区',
  '510000|510100 成都市 028 武侯区 高新区|510700 绵阳市 0816 涪城区 游仙区',
  '520000|520100 贵阳市 0851 观山湖区 云岩区',
  '530000|530100 昆明市 0871 五华区 呈贡区',
  '540000|540100 拉萨市 0891 城关区 堆龙德庆区',
  '610000|610100 西安市 029 雁塔区 碑林区',
  '620000|620100 兰州市 0931 城关区 七里河区',
  '630000|630100 西宁市 0971 城西区 城东区',
  '640000|640100 银川市 0951 金凤区 兴庆区',
  '650000|650100 乌鲁木齐市 0991 天山区 水磨沟区',
] as const

const CITIES: ReadonlyMap<string, readonly City[]> = new Map(ROWS.map(readRow))

/** A place where people live and organisations are registered. */
export interface Home {
  readonly province: Province
  readonly city: City
  readonly district: string
}

export function makeHome(random: Random, province: Province): Home {
  const city = random.pick(CITIES.get(province.code) ?? [])
  return { province, city, district: random.pick(city.districts) }
}

/** A place in some other province. */
export function makeHomeElsewhere(random: Random, province: Province): Home {
  return makeHome(random, random.pick(PROVINCES.filter(({ code }) => code !== province.code)))
}

/** `浙江省杭州市`; a municipality is named once. */
export function cityLine({ province, city }: Home): string {
  return province.nameZh === city.name ? city.name : `${province.nameZh}${city.name}`
}

function readRow(row: string): readonly [string, readonly City[]] {
  const [code = '', ...cities] = row.split('|')
  return [code, cities.map(readCity)]
}

function readCity(row: string): City {
  const [code = '', name = '', areaCode = '', ...districts] = row.split(' ')
  return { code, name, areaCode, districts }
}
