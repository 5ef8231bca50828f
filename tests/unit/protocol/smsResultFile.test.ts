import { describe, expect, it } from 'vitest'
import { readSmsResultFile } from '../../../shared/protocol/smsResultFile'
import { refusal, success } from '../../../shared/result'

const LINE = { orderNumber: 'BA2026-0001', phone: '8000', state: 'verified', at: '2026-11-20T10:05:00+08:00' }

describe('A list of SMS results', () => {
  it('is a table with a Chinese or an English head, in any order of columns', () => {
    const zh = '\uFEFF核验时间,订单号,手机号,结果\r\n2026/11/20 10:05,BA2026-0001,138****8000,已核验\r\n'
    const en = 'Order number,State,At\nBA2026-0001,lapsed,2026-11-20 9:05:30\n'
    expect(readSmsResultFile(zh)).toEqual(success([LINE]))
    expect(readSmsResultFile(en)).toEqual(
      success([{ ...LINE, phone: null, state: 'lapsed', at: '2026-11-20T09:05:30+08:00' }]),
    )
  })

  it('is JSON with the names of the protocol', () => {
    const { phone: _phone, ...rest } = LINE
    expect(readSmsResultFile(JSON.stringify([LINE, rest]))).toEqual(success([LINE, { ...LINE, phone: null }]))
  })

  it('is refused as a whole, with line and field', () => {
    const table = '订单号,手机号,结果,时间\nBA2026-0001,8000,已核验,2026-11-20 10:05\n坏,12,好了,昨天\n'
    expect(readSmsResultFile(table)).toEqual(
      refusal(['orderNumber', 'phone', 'state', 'at'].map((field) => ({ line: 3, field }))),
    )
    expect(readSmsResultFile('订单号,结果\nBA2026-0001,已核验\n')).toEqual(
      refusal([{ line: 1, field: 'at' }]),
    )
    expect(readSmsResultFile(JSON.stringify([LINE, { ...LINE, more: 1 }]))).toEqual(
      refusal([{ line: 2, field: 'file' }]),
    )
  })

  it.each(['', '[', '[1]', '订单号,结果,时间\n', 'a,"b'])('is not %j', (text) => {
    expect(readSmsResultFile(text).ok).toBe(false)
  })
})
