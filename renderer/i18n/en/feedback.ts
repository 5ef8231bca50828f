import type { MessageShape } from '../MessageShape'
import type { feedback as original } from '../zh/feedback'

export const feedback: MessageShape<typeof original> = {
  open: 'Import answers',
  title: 'Answers of the administration',
  format:
    'CSV (UTF-8 or GB 18030) with a head: order number, result (approved, rejected), date; and as needed entity number, service numbers (“id=number; …” where there are several services), code, field, problem, advice, a row for each reason; or one JSON object a line. At most 2000 filings.',
  column: {
    line: 'Line',
    orderNumber: 'Order',
    result: 'Result',
    at: 'Date',
    entity: 'Entity number',
    services: 'Service numbers',
    code: 'Code',
    field: 'Field',
    problem: 'Problem',
    certificate: 'Certificate',
    advice: 'Advice',
    reasons: 'Reasons',
    content: 'Numbers or reasons',
    answer: 'Becomes',
  },
  result: { approved: 'Approved', rejected: 'Rejected' },
  certificates:
    'The file names {count} certificates. They are not read here: take them in with npm run feedback, or add them in the timeline of the case.',
  noNumbers: 'no number',
  answer: {
    fits: 'fits',
    applied: 'recorded',
    twice: 'known already',
    contradictory: 'the file says two things of this order',
    'unknown-order': 'no such order',
    'wrong-state': 'no answer is waited for',
    'before-submission': 'older than this round, not taken',
    'too-early': 'lies ahead of the clock',
    'numbers-invalid': 'numbers do not fit',
  },
  ofEntity: 'entity',
  ofWhole: 'all',
}
