import type { FeedbackFileView } from '../../shared/ipc/feedback'
import type { Feedback, FeedbackAnswer } from '../../shared/protocol/feedback'

/** What the server would say of the first so many filings of a list. */
const ANSWERS: readonly FeedbackAnswer[] = [
  { answer: 'applied', numbers: [] },
  { answer: 'applied', numbers: [] },
  { answer: 'numbers-invalid', numbers: [{ code: 'other-province', of: 'entity' }] },
  { answer: 'twice', numbers: [] },
  { answer: 'unknown-order', numbers: [] },
]

export function fakeFeedbackAnswers(count: number): FeedbackAnswer[] {
  return ANSWERS.slice(0, count)
}

/** A list as it is read from a file. */
export function fakeFeedbackFile(now: Date): FeedbackFileView {
  const at = now.toISOString()
  const approval = (line: number, orderNumber: string, entity: string): Feedback => ({
    line,
    orderNumber,
    at,
    result: 'approved',
    entity,
    services: [{ serviceId: null, number: `${entity}-1` }],
  })
  const filings: Feedback[] = [
    approval(2, 'BA2026-0011', '浙ICP备12345678号'),
    {
      line: 3,
      orderNumber: 'BA2026-0012',
      at,
      result: 'rejected',
      reasons: [
        { field: 'application.services.0.name', problem: '网站名称与主体无关', advice: '请修改网站名称' },
        { code: 'photo-blurred', field: 'application', problem: '核验照片不清', advice: '请重新拍摄' },
      ],
    },
    approval(5, 'BA2026-0013', '粤ICP备12345678号'),
    approval(6, 'BA2026-0014', '浙ICP备12345679号'),
    approval(7, 'BA2026-0099', '浙ICP备12345680号'),
  ]
  return { outcome: 'read', filings, answers: fakeFeedbackAnswers(filings.length), certificates: 2 }
}
