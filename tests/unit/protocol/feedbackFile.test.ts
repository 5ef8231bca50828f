import { describe, expect, it } from 'vitest'
import { readFeedbackFile } from '../../../shared/protocol/feedbackFile'

const HEAD = '订单号,结果,日期,主体备案号,服务备案号,原因代码,字段,问题,整改建议'

describe('readFeedbackFile', () => {
  it('reads approvals and rejections from a table, a row for each reason', () => {
    const text = [
      `\uFEFF${HEAD}`,
      'BA2026-0001,通过,2026-11-20,浙ICP备12345678号,w1=浙ICP备12345678号-1；w2=浙ICP备12345678号-2,,,,',
      'BA2026-0002,驳回,2026/11/20 9:30,,,national:website-name,application.services.0.name,名称不规范,请修改名称',
      'BA2026-0003,approved,2026-11-20T09:30:00+08:00,浙ICP备12345678号,浙ICP备12345678号-3,,,,',
      'BA2026-0002,驳回,2026/11/20 9:30,,,,,"照片不清, 请重拍",',
    ].join('\r\n')
    expect(readFeedbackFile(text)).toEqual({
      ok: true,
      value: [
        {
          line: 2,
          orderNumber: 'BA2026-0001',
          result: 'approved',
          at: '2026-11-20T00:00:00+08:00',
          entity: '浙ICP备12345678号',
          services: [
            { serviceId: 'w1', number: '浙ICP备12345678号-1' },
            { serviceId: 'w2', number: '浙ICP备12345678号-2' },
          ],
        },
        {
          line: 3,
          orderNumber: 'BA2026-0002',
          result: 'rejected',
          at: '2026-11-20T09:30:00+08:00',
          reasons: [
            {
              code: 'national:website-name',
              field: 'application.services.0.name',
              problem: '名称不规范',
              advice: '请修改名称',
            },
            { field: 'application', problem: '照片不清, 请重拍', advice: '照片不清, 请重拍' },
          ],
        },
        {
          line: 4,
          orderNumber: 'BA2026-0003',
          result: 'approved',
          at: '2026-11-20T09:30:00+08:00',
          entity: '浙ICP备12345678号',
          services: [{ serviceId: null, number: '浙ICP备12345678号-3' }],
        },
      ],
    })
  })

  it('reads lines of JSON with the names of the protocol', () => {
    const rejected = {
      orderNumber: 'BA2026-0002',
      result: 'rejected',
      at: '2026-11-20T09:30:00+08:00',
      reasons: [{ field: 'application', problem: '名称不规范', advice: '请修改名称' }],
    }
    expect(readFeedbackFile(`${JSON.stringify(rejected)}\n\n`)).toEqual({
      ok: true,
      value: [{ ...rejected, line: 1 }],
    })
  })

  it.each([
    ['a head without a result', '订单号,日期\nBA2026-0001,2026-11-20', [{ line: 1, field: 'result' }]],
    ['another word for a result', `${HEAD}\nBA2026-0001,待定,2026-11-20`, [{ line: 2, field: 'result' }]],
    ['no order number', `${HEAD}\n,通过,2026-11-20,a`, [{ line: 2, field: 'orderNumber' }]],
    ['no such day', `${HEAD}\nBA2026-0001,通过,2026-13-40,a`, [{ line: 2, field: 'at' }]],
    [
      'a rejection that says nothing',
      `${HEAD}\nBA2026-0001,驳回,2026-11-20`,
      [
        { line: 2, field: 'problem' },
        { line: 2, field: 'advice' },
      ],
    ],
    ['a quote that stays open', `${HEAD}\n"BA2026-0001,通过`, [{ line: 2, field: 'file' }]],
    ['JSON that breaks off', '{"orderNumber":"BA2026-0001"}\n{"order', [{ line: 2, field: 'file' }]],
    [
      'a field that nobody knows',
      '{"orderNumber":"BA2026-0001","result":"approved","at":"2026-11-20T09:30:00Z","entity":null,"services":[],"note":"x"}',
      [{ line: 1, field: 'file' }],
    ],
    ['nothing', HEAD, [{ line: 0, field: 'file' }]],
  ])('names line and field of %s, and takes nothing', (_, text, problems) => {
    expect(readFeedbackFile(text)).toEqual({ ok: false, error: problems })
  })

  it('reads the name of a certificate beside an approval, and of nothing elsewhere', () => {
    const head = '订单号,结果,日期,主体备案号,备案证书'
    const read = (row: string) => readFeedbackFile(`${head}\n${row}\n`)
    expect(read('BA2026-0001,通过,2026-11-20,浙ICP备12345678号,证书 1.pdf')).toMatchObject({
      ok: true,
      value: [{ certificate: '证书 1.pdf' }],
    })
    const plain = read('BA2026-0001,通过,2026-11-20,浙ICP备12345678号,')
    expect(plain.ok && 'certificate' in (plain.value[0] ?? {})).toBe(false)
    for (const name of ['../secret.pdf', 'a/b.pdf', 'a\\b.pdf', '..', '.', '/etc/passwd', 'a\u0000.pdf']) {
      expect(read(`BA2026-0001,通过,2026-11-20,浙ICP备12345678号,${name}`), name).toEqual({
        ok: false,
        error: [{ line: 2, field: 'certificate' }],
      })
    }
  })

  it('refuses a certificate of a rejection, by line and field', () => {
    const table = '订单号,结果,日期,问题,备案证书\nBA2026-0001,驳回,2026-11-20,照片不清,a.pdf\n'
    expect(readFeedbackFile(table)).toEqual({ ok: false, error: [{ line: 2, field: 'certificate' }] })
  })
})
