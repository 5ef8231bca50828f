import { describe, expect, it } from 'vitest'
import { createSmsResultWorkflow } from '../../../electron/workflows/afterSubmission/smsResults'
import type { ServerResult } from '../../../electron/workflows/ports/reviewServerPort'
import type { SmsResultAnswer } from '../../../shared/protocol/smsResults'
import { refusal, success } from '../../../shared/result'

const TABLE = '订单号,手机号,结果,时间\nBA2026-0001,8000,已核验,2026-11-20 10:05\n'
const LINE = {
  orderNumber: 'BA2026-0001',
  phone: '8000',
  state: 'verified',
  at: '2026-11-20T10:05:00+08:00',
} as const

function make(
  file: { readonly text: string } | 'too-large' | null,
  answer: ServerResult<SmsResultAnswer[]> = success(['applied']),
  token: string | null = 'token',
) {
  const sent: unknown[] = []
  let nudges = 0
  const workflow = createSmsResultWorkflow({
    server: {
      smsResults: (given, request) => {
        sent.push([given, request])
        return Promise.resolve(answer)
      },
    },
    // Of the session only what the workflow asks.
    session: { requireRight: () => ({}), token: () => token } as never,
    desktop: { chooseTextFile: () => Promise.resolve(file) },
    nudgeSync: () => {
      nudges += 1
    },
  })
  return { workflow, sent, nudges: () => nudges }
}

describe('Results of SMS verifications from a file', () => {
  it('are read and tried, and sent again to be taken in', async () => {
    const { workflow, sent, nudges } = make({ text: TABLE })
    expect(await workflow.readFile()).toEqual({ outcome: 'read', lines: [LINE], answers: ['applied'] })
    expect({ sent, nudges: nudges() }).toEqual({
      sent: [['token', { lines: [LINE], apply: false }]],
      nudges: 0,
    })
    expect(await workflow.apply([LINE])).toEqual({ answers: ['applied'] })
    expect({ last: sent[1], nudges: nudges() }).toEqual({
      last: ['token', { lines: [LINE], apply: true }],
      nudges: 1,
    })
  })

  it.each([
    [null, { outcome: 'cancelled' }],
    ['too-large', { outcome: 'unreadable', problems: [{ line: 0, field: 'file' }] }],
    [
      { text: '订单号\n1' },
      {
        outcome: 'unreadable',
        problems: [
          { line: 1, field: 'state' },
          { line: 1, field: 'at' },
        ],
      },
    ],
  ] as const)('are not sent when there is nothing to read (%j)', async (file, view) => {
    const { workflow, sent } = make(file)
    expect(await workflow.readFile()).toEqual(view)
    expect(sent).toEqual([])
  })

  it.each([
    ['offline', make({ text: TABLE }, refusal('offline'))],
    ['forbidden', make({ text: TABLE }, refusal('forbidden'))],
    ['offline', make({ text: TABLE }, success([]), null)],
  ] as const)('need the server (%s)', async (code, { workflow }) => {
    await expect(workflow.readFile()).rejects.toMatchObject({ failure: { code } })
  })
})
