import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/common/decodeText'

describe('Text of a file', () => {
  it('is UTF-8, or what Chinese office programs write', () => {
    expect(decodeText(Buffer.from('订单号'))).toBe('订单号')
    // 已核验 in GB 18030.
    expect(decodeText(Uint8Array.of(0xd2, 0xd1, 0xba, 0xcb, 0xd1, 0xe9))).toBe('已核验')
  })
})
