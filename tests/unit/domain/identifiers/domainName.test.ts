import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDomainName, isSameDomain } from '../../../../shared/domain/identifiers/domainName'

describe('checkDomainName', () => {
  it('reads an ASCII name', () => {
    expect(checkDomainName('www.Example.COM')).toEqual({
      ok: true,
      ascii: 'www.example.com',
      unicode: 'www.example.com',
      registrable: 'example.com',
      isRegistrable: false,
      suffix: 'com',
      suffixKnown: true,
    })
  })

  it('reads a Chinese name', () => {
    expect(checkDomainName('示例.中国')).toEqual({
      ok: true,
      ascii: 'xn--fsq092h.xn--fiqs8s',
      unicode: '示例.中国',
      registrable: 'xn--fsq092h.xn--fiqs8s',
      isRegistrable: true,
      suffix: 'xn--fiqs8s',
      suffixKnown: true,
    })
  })

  it.each([
    ['example.com.cn', 'example.com.cn', true],
    ['shop.example.com.cn', 'example.com.cn', false],
    ['示例.公司.cn', 'xn--fsq092h.xn--55qx5d.cn', true],
    // A private suffix belongs to the company that registered it.
    ['example.github.io', 'github.io', false],
    ['beian.example', 'beian.example', true],
    ['example.com.', 'example.com', true],
  ])('%s is registered as %s', (typed, registrable, isRegistrable) => {
    expect(checkDomainName(typed)).toMatchObject({ ok: true, registrable, isRegistrable })
  })

  it('says when the public root has no such suffix', () => {
    expect(checkDomainName('beian.example')).toMatchObject({ suffix: 'example', suffixKnown: false })
  })

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['192.0.2.1', 'address'],
    ['2001:db8::1', 'address'],
    ['[2001:db8::1]', 'address'],
    ['https://example.com', 'characters'],
    ['example.com/path', 'characters'],
    ['exa mple.com', 'characters'],
    ['exa_mple.com', 'characters'],
    ['-example.com', 'characters'],
    ['example..com', 'characters'],
    ['*.example.com', 'characters'],
    ['示例\u200d.中国', 'characters'],
    ['xn--a.com', 'characters'],
    ['.com', 'characters'],
    ['.', 'characters'],
    [`${'a'.repeat(64)}.com`, 'label-length'],
    // 60 characters, but more than 63 octets once converted.
    [`${'示例'.repeat(30)}.中国`, 'label-length'],
    [`${'a23456789.'.repeat(26)}com`, 'name-length'],
    ['示'.repeat(5000), 'name-length'],
    ['localhost', 'no-suffix'],
    ['com', 'suffix-only'],
    ['com.cn', 'suffix-only'],
    ['中国', 'suffix-only'],
  ])('%s: %s', (typed, problem) => {
    expect(checkDomainName(typed)).toEqual({ ok: false, problem })
  })

  it('takes a label of 63 characters', () => {
    expect(checkDomainName(`${'a'.repeat(63)}.com`)).toMatchObject({ ok: true, isRegistrable: true })
  })

  it('converts as the URL standard does', () => {
    const label = fc.stringMatching(/^[a-z一-鿿][a-z0-9一-鿿]{0,15}$/)
    fc.assert(
      fc.property(label, (text) => {
        const verdict = checkDomainName(`${text}.example`)
        expect(verdict).toMatchObject({ ok: true, ascii: new URL(`http://${text}.example`).hostname })
      }),
    )
  })
})

describe('isSameDomain', () => {
  it.each([
    ['示例.中国', 'xn--fsq092h.xn--fiqs8s', true],
    ['示例。中国', 'XN--FSQ092H.XN--FIQS8S', true],
    ['EXAMPLE.com', 'ｅｘａｍｐｌｅ．ｃｏｍ', true],
    ['example.com', 'www.example.com', false],
    // Cyrillic а.
    ['example.com', 'ex\u0430mple.com', false],
    ['not a name', 'not a name', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameDomain(one, other)).toBe(same)
  })
})
