import { describe, expect, it } from 'vitest'
import { cityOfAddress, provinceOfAddress } from '../../../../shared/rules/checks/addressParts'
import { sameName } from '../../../../shared/rules/checks/caseFacts'

describe('the division and city of an address', () => {
  it.each([
    ['浙江省杭州市西湖区样例路1号', '330000', '杭州市'],
    ['浙江杭州市西湖区样例路1号', '330000', '杭州市'],
    ['中国浙江省杭州市样例路1号', '330000', '杭州市'],
    [' 浙 江 省 杭 州 市 样例路1号', '330000', '杭州市'],
    ['浙江省Ａ中国市样例路', '330000', 'A中国市'],
    ['北京市海淀区样例路1号', '110000', '北京市'],
    ['北京海淀区样例路1号', '110000', '北京市'],
    ['广西壮族自治区南宁市样例路1号', '450000', '南宁市'],
    ['广西南宁市样例路1号', '450000', '南宁市'],
    ['内蒙古自治区呼伦贝尔市样例路', '150000', '呼伦贝尔市'],
    ['内蒙古锡林郭勒盟样例旗', '150000', '锡林郭勒盟'],
    ['四川省阿坝藏族羌族自治州样例县', '510000', '阿坝藏族羌族自治州'],
    ['新疆维吾尔自治区喀什地区样例县', '650000', '喀什地区'],
    ['浙江省样例区样例路1号', '330000', undefined],
    ['浙江省样例县城北市场', '330000', undefined],
    ['浙江杭州西湖区样例路1号', '330000', undefined],
    ['云南省大理州样例县', '530000', undefined],
    ['浙江省', '330000', undefined],
    ['样例市浙江省杭州市', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (address, province, city) => {
    expect(provinceOfAddress(address)).toBe(province)
    expect(cityOfAddress(address)).toBe(city)
  })

  it('drops 中国 at the beginning alone', () => {
    expect(provinceOfAddress('样例中国浙江省')).toBeUndefined()
    expect(provinceOfAddress('中国中国浙江省')).toBeUndefined()
  })
})

describe('the same name', () => {
  it.each([
    ['阿卜杜拉·样例', '阿卜杜拉样例', true],
    ['阿卜杜拉•样例', '阿卜杜拉‧样例', true],
    ['JOHN SAMPLE', 'John.Sample', true],
    ['Ｊｏｈｎ', 'john', true],
    ['王样', '王 样', true],
    ['王样', '王例', false],
    ['王样', '', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameName(one, other)).toBe(same)
    expect(sameName(other, one)).toBe(same)
  })
})
