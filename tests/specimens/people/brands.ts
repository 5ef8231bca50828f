import type { Random } from '../random'

/** Invented trade names with their spelling for domain names. */
export interface Brand {
  readonly name: string
  readonly spelling: string
}

const FIRST = [
  '星河 xinghe',
  '云帆 yunfan',
  '青禾 qinghe',
  '蓝岸 lanan',
  '木白 mubai',
  '松果 songguo',
  '远山 yuanshan',
  '晴川 qingchuan',
  '竹里 zhuli',
  '海棠 haitang',
  '北斗湾 beidouwan',
  '禾木 hemu',
  '鹿鸣 luming',
  '沐光 muguang',
  '澄湖 chenghu',
  '启明树 qimingshu',
  '半山 banshan',
  '未央 weiyang',
  '南枝 nanzhi',
  '谷雨 guyu',
  '麦芒 maimang',
  '石桥 shiqiao',
  '白帆 baifan',
  '岭上 lingshang',
  '映雪 yingxue',
  '九曲 jiuqu',
] as const
const SECOND = [
  '',
  '',
  '维 wei',
  '达 da',
  '诺 nuo',
  '创 chuang',
  '联 lian',
  '源 yuan',
  '泰 tai',
  '格 ge',
  '鑫 xin',
  '讯 xun',
] as const

export function makeBrand(random: Random): Brand {
  const [name = '', spelling = ''] = random.pick(FIRST).split(' ')
  const [tailName = '', tailSpelling = ''] = random.pick(SECOND).split(' ')
  return { name: `${name}${tailName}`, spelling: `${spelling}${tailSpelling}` }
}

const DOMAIN_WORDS = ['', 'tech', 'shop', 'info', 'home', 'lab', 'soft', 'web', 'hub'] as const

/** A registrable name under a reserved top-level domain (RFC 2606). */
export function makeDomainName(random: Random, spelling: string): string {
  return `${spelling}${random.pick(DOMAIN_WORDS)}${String(random.int(10, 989))}.${random.pick(['example', 'test'] as const)}`
}

const SITE_FIRST = [
  '拾光',
  '云间',
  '晨曦',
  '山野',
  '清浅',
  '一间',
  '小满',
  '半夏',
  '听雨',
  '夜航',
  '纸上',
  '慢行',
  '北窗',
  '微澜',
] as const
const SITE_SECOND = [
  '手记',
  '随笔',
  '小筑',
  '书房',
  '笔记',
  '影集',
  '手账',
  '札记',
  '随想',
  '菜谱本',
] as const
const SITE_SPELLING = [
  'shiguang',
  'yunjian',
  'chenxi',
  'shanye',
  'qingqian',
  'yijian',
  'xiaoman',
  'banxia',
  'tingyu',
  'yehang',
  'zhishang',
  'manxing',
  'beichuang',
  'weilan',
] as const

/** Name of a private person's site: no industry, firm, place or person in it. */
export function makePersonalBrand(random: Random): Brand {
  const index = random.int(0, SITE_FIRST.length - 1)
  return {
    name: `${SITE_FIRST[index] ?? ''}${random.pick(SITE_SECOND)}`,
    spelling: SITE_SPELLING[index] ?? '',
  }
}
