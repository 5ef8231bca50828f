import type { Random } from '../random'

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '慕容',
  '皇甫',
  '尉迟',
  '令狐',
  '司徒',
  '夏侯',
] as const
const MALE = '伟强磊军勇杰涛明超刚平辉鹏斌峰毅俊浩凯航宇翔晨博睿铭哲泽源轩晖瑞恒远志诚'
const FEMALE = '芳娜敏静丽艳娟霞秀燕玲洁莉婷雪颖琳萍慧璐瑶欣怡悦佳雯倩蕾薇岚菲妍茜菁'
const NEUTRAL = '文安宁清晓思雨若子云嘉书林乐一诗佩青川'
/** Characters that screens, fonts and search get wrong; the last ones lie outside the basic plane. */
const RARE = [
  '喆',
  '翀',
  '昉',
  '垚',
  '犇',
  '骉',
  '祎',
  '旻',
  '赟',
  '頔',
  '珺',
  '璟',
  '翊',
  '燊',
  '淼',
  '昇',
  '䶮',
  '𬭎',
  '𬘡',
  '𬱖',
]

export type Sex = 'male' | 'female'

/** A synthetic Chinese name: mostly two or three characters, some rare characters, a few compound surnames. */
export function makeName(random: Random, sex: Sex): string {
  const surname = random.chance(0.05) ? random.pick(COMPOUND_SURNAMES) : random.pick(Array.from(SURNAMES))
  const given = Array.from(sex === 'male' ? MALE : FEMALE)
  const first = random.chance(0.55) ? [] : [random.pick([...Array.from(NEUTRAL), ...given])]
  const last = random.chance(0.12) ? random.pick(RARE) : random.pick(given)
  return [surname, ...first, last].join('')
}

const ENGLISH_GIVEN = ['CHI MING', 'KA YAN', 'WAI LAM', 'SIU FONG', 'HO YIN', 'MEI LING'] as const
const ENGLISH_FAMILY = ['CHAN', 'WONG', 'LEUNG', 'CHEUNG', 'HO', 'TANG'] as const

/** Romanised name on a Hong Kong permit: `CHAN, CHI MING`. */
export function makeRomanisedName(random: Random): string {
  return `${random.pick(ENGLISH_FAMILY)}, ${random.pick(ENGLISH_GIVEN)}`
}

const FOREIGN_FAMILY = ['MUSTERMANN', 'SPECIMEN', 'BEISPIEL', 'EXEMPLE', 'MUESTRA'] as const
const FOREIGN_GIVEN = ['ERIKA', 'ANNA MARIA', 'JOHN PAUL', 'LUISA', 'MARTIN'] as const

/** Family and given name of a passport holder, as specimen passports carry them. */
export function makeForeignName(random: Random): { readonly family: string; readonly given: string } {
  return { family: random.pick(FOREIGN_FAMILY), given: random.pick(FOREIGN_GIVEN) }
}
