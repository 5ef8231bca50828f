import { describe, expect, it } from 'vitest'
import {
  compareAuthority,
  compareNumberRegion,
  provinceInAddress,
} from '../../../shared/matching/compareRegion'

describe('the division that an address opens with', () => {
  it.each([
    ['内蒙古自治区呼和浩特市新城区长宁路', '内蒙古自治区'],
    ['北京市朝阳区样例路1号', '北京市'],
    ['呼和浩特市新城区长宁路', null],
    ['样例路1号（浙江省大厦）', null],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (address, province) => {
    expect(provinceInAddress(address)).toBe(province)
  })
})

describe('where a number was given', () => {
  it.each([
    ['浙江省', '330100199001010036', 'same'],
    ['上海市', '330100199001010036', 'unknown'],
    ['浙江省', 'G330100199', 'unknown'],
    ['浙江省', '33010', 'unknown'],
    ['浙江省', '3301X0199001010036', 'unknown'],
    ['浙江省', '993301199001010036', 'unknown'],
    [null, '330100199001010036', 'unknown'],
    [null, '', 'unknown'],
  ])('%s, %s: %s', (province, number, match) => {
    expect(compareNumberRegion(province, number)).toEqual({ match })
  })
})

describe('the place of an issuing authority', () => {
  it.each([
    ['西藏自治区拉萨市城关区样例路1号', '拉萨市公安局城关分局', 'same'],
    ['拉萨样例路1号', '拉萨市公安局', 'same'],
    ['浙江省杭州市西湖区样例路1号', '杭州市公安局西湖分局', 'same'],
    ['浙江省杭州市西湖区样例路1号', '西湖区公安分局', 'same'],
    ['浙江省杭州市西湖区样例路1号', '浙江省公安厅', 'same'],
    ['浙江省杭州市西湖区样例路1号', '宁波市公安局', 'unknown'],
    ['河北省某市赵县样例路1号', '赵县公安局', 'same'],
    ['河北省赵州桥样例路1号', '赵县公安局', 'unknown'],
    ['浙江省杭州市西湖区样例路1号', '（杭州市公安局）', 'unknown'],
    ['浙江省杭州市西湖区样例路1号', '公安局', 'unknown'],
    ['浙江省杭州市西湖区样例路1号', '出入境管理局', 'unknown'],
    [null, '杭州市公安局', 'unknown'],
  ])('%s, %s: %s', (address, authority, match) => {
    expect(compareAuthority(address, authority)).toEqual({ match })
  })
})
