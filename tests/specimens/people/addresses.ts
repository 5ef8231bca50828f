import type { Random } from '../random'
import { cityLine, type Home } from './places'

const STREETS = [
  '文昌路',
  '解放路',
  '滨河大道',
  '学院路',
  '人民东路',
  '科技一路',
  '金桥街',
  '和平路',
  '春申路',
  '望江路',
  '桂花街',
  '长宁路',
] as const
const ESTATES = ['桂苑小区', '江南里', '翠园', '金色家园', '梧桐苑', '东湖花园'] as const
const PARKS = ['创新大厦', '软件园', '科创中心', '国际商务楼', '智谷产业园', '银杏大厦'] as const

/** A flat: `浙江省杭州市西湖区文昌路128号桂苑小区3幢502室`. */
export function makeDwelling(random: Random, home: Home): string {
  const street = `${random.pick(STREETS)}${String(random.int(2, 399))}号`
  const flat = `${random.pick(ESTATES)}${String(random.int(1, 19))}幢${String(random.int(2, 18))}0${String(random.int(1, 4))}室`
  return `${cityLine(home)}${home.district}${street}${flat}`
}

/** An office: `浙江省杭州市滨江区科技一路88号创新大厦9层906室`. */
export function makeOffice(random: Random, home: Home): string {
  const floor = random.int(2, 26)
  const street = `${random.pick(STREETS)}${String(random.int(2, 699))}号`
  const room = `${random.pick(PARKS)}${String(floor)}层${String(floor)}0${String(random.int(1, 9))}室`
  return `${cityLine(home)}${home.district}${street}${room}`
}
