import { describe, expect, it } from 'vitest'
import { isInNetwork, networkOf, octetsOf } from '../../../../shared/rules/checks/ipNetworks'

/** 16 octets from eight groups. */
function groups(...words: readonly number[]): readonly number[] {
  return words.flatMap((word) => [word >> 8, word & 0xff])
}

describe('an address as octets', () => {
  it.each([
    ['203.0.113.7', [203, 0, 113, 7]],
    [' 203.0.113.7 ', [203, 0, 113, 7]],
    ['0.0.0.0', [0, 0, 0, 0]],
    ['255.255.255.255', [255, 255, 255, 255]],
    ['2001:db8:1:2:3:4:5:6', groups(0x2001, 0xdb8, 1, 2, 3, 4, 5, 6)],
    ['2001:DB8::1', groups(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)],
    ['::', groups(0, 0, 0, 0, 0, 0, 0, 0)],
    ['::1', groups(0, 0, 0, 0, 0, 0, 0, 1)],
    ['fe80::', groups(0xfe80, 0, 0, 0, 0, 0, 0, 0)],
    ['1:2:3:4:5:6:7::', groups(1, 2, 3, 4, 5, 6, 7, 0)],
    ['1:2:3::5:6:7:8', groups(1, 2, 3, 0, 5, 6, 7, 8)],
    ['::ffff:203.0.113.7', groups(0, 0, 0, 0, 0, 0xffff, 203 * 256, 113 * 256 + 7)],
    ['1:2:3:4:5:6:1.2.3.4', groups(1, 2, 3, 4, 5, 6, 258, 772)],
  ])('%s', (text, octets) => {
    expect(octetsOf(text)).toEqual(octets)
  })

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.x',
    '1.2.3.4a',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:g',
    '1:2:3:4:5:6:7:12345',
    '12345::',
    'g::1',
    '::g',
    'x1::',
    '1:2:3:4:5:1.2.3.4',
    '1:2:3:4:5:6:7:1.2.3.4',
    '1.2.3.4::1',
    'example.com',
  ])('is none: %s', (text) => {
    expect(octetsOf(text)).toBeUndefined()
  })
})

describe('a network', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['172.16.0.0/12', '172.31.255.255', true],
    ['172.16.0.0/12', '172.32.0.0', false],
    ['203.0.113.7/32', '203.0.113.7', true],
    ['203.0.113.7/32', '203.0.113.6', false],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['fc00::/7', 'fdff::1', true],
    ['fc00::/7', 'fe00::1', false],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '8.8.8.8', false],
  ])('%s and %s: %s', (network, address, inside) => {
    expect(isInNetwork(octetsOf(address) ?? [], networkOf(network))).toBe(inside)
  })

  it('holds no address when its base is none', () => {
    const nothing = networkOf('nonsense/8')
    expect(nothing).toEqual({ written: 'nonsense/8', octets: [], masks: [] })
    expect(isInNetwork([10, 0, 0, 1], nothing)).toBe(false)
    expect(networkOf('').octets).toEqual([])
    expect(networkOf('10.0.0.0').masks).toEqual([0, 0, 0, 0])
  })
})
