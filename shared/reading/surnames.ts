import type { ReadField } from './readField'
import { legibility } from './readingProof'
import type { RowPiece } from './textRows'

/**
 * First characters of surnames: the Hundred Family Surnames (百家姓, a text of the Song dynasty, in simplified characters), the
 * compound ones by their first character, and what else is among the hundred most frequent (Ministry of Public Security, report on
 * names of 2020).
 */
const SURNAMES: ReadonlySet<string> = new Set(
  [
    '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余',
    '元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓',
    '郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰',
    '从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧',
    '殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督晋楚闫法汝鄢涂钦归海岳帅缑亢况郈有琴商牟佘佴墨哈谯笪年爱阳佟言福上赫皇尉澹淳太轩令',
    '宇长鲜闾亓子颛端漆壤拓夹百南呼微西伯第肖付覃',
  ].flatMap((characters) => Array.from(characters)),
)
/** Names of persons as they begin with a surname; longer ones, and those of firms, need not. */
const SHORT_NAME = /^\p{Script=Han}{2,3}$/u

/**
 * What a name says and how far it proves itself. Where it begins with no surname, and the recognizer thought of one there that looks
 * alike, that one stands (秦 for 泰), and the name is doubtful: only a person can tell.
 */
export function namedPerson(value: string, pieces: readonly RowPiece[]): Pick<ReadField, 'value' | 'proof'> {
  const asRead = { value, proof: legibility(value, pieces) }
  if (!lacksSurname(value)) {
    return asRead
  }
  const [surname] = pieces
    .flatMap(({ text, line }) =>
      (line.others ?? []).filter(
        (other) => other.place === text.lastIndexOf(value) && SURNAMES.has(other.text),
      ),
    )
    .toSorted((a, b) => b.confidence - a.confidence)
  return surname === undefined ? asRead : { value: surname.text + value.slice(1), proof: 'doubtful' }
}

/**
 * The reading, or where it begins with no surname, the surest of others that are the same but for a surname; that one is doubtful.
 * Several looks at one name are judged as one is: of what the recognizer thought of, the surname stands.
 */
export function asSurnamed(reading: ReadField, others: readonly ReadField[]): ReadField {
  if (!lacksSurname(reading.value)) {
    return reading
  }
  const [surest] = others
    .filter(({ value }) => SURNAMES.has(value.charAt(0)) && value.slice(1) === reading.value.slice(1))
    .toSorted((a, b) => b.confidence - a.confidence)
  return surest === undefined ? reading : { ...surest, proof: 'doubtful' }
}

function lacksSurname(value: string): boolean {
  return SHORT_NAME.test(value) && !SURNAMES.has(value.charAt(0))
}
