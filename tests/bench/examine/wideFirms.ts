import { GIVEN } from './wideNames'
import type { Random } from '../../specimens/random'

const PLACES = [
  '北京',
  '上海',
  '杭州市',
  '广东省',
  '成都',
  '武汉市',
  '苏州',
  '厦门市',
  '青岛',
  '西安市',
  '重庆',
  '南宁市',
] as const
const TRADES = [
  '信息技术',
  '网络科技',
  '电子商务',
  '机械设备',
  '环保科技',
  '建筑装饰工程',
  '物流',
  '食品',
  '家具制造',
  '文化传媒',
  '教育咨询',
  '生物医药',
  '新能源',
  '餐饮管理',
  '知识产权代理',
  '企业管理咨询',
  '农业发展',
  '纺织',
  '化工',
  '汽车销售',
  '房地产开发',
  '医疗器械',
  '广告',
  '人力资源',
  '供应链管理',
  '智能装备',
  '通信',
  '印刷',
  '玻璃',
  '陶瓷',
  '珠宝',
  '酒店管理',
  '旅行社',
  '检测技术',
  '自动化设备',
  '光电',
  '半导体',
  '茶业',
  '服饰',
  '园林绿化',
] as const
const FORMS = ['有限公司', '有限公司', '有限责任公司', '股份有限公司', '合伙企业', '商行', '经营部'] as const

/**
 * Names of firms as the rules for them want: place, trade name, trade, form (企业名称登记管理规定, article 6). Trade names are of any
 * characters, two to four of them, and mostly no words.
 */
export function makeWideFirm(random: Random): string {
  const length = random.pick([2, 2, 3, 3, 4] as const)
  const brand = Array.from({ length }, () => random.pick(Array.from(GIVEN))).join('')
  return [random.pick(PLACES), brand, random.pick(TRADES), random.pick(FORMS)].join('')
}
