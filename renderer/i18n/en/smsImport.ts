import type { MessageShape } from '../MessageShape'
import type { smsImport as original } from '../zh/smsImport'

export const smsImport: MessageShape<typeof original> = {
  open: 'Import SMS results',
  title: 'Results of SMS verifications',
  format:
    'CSV (UTF-8 or GB 18030) with a head: order number, phone (may be the last four digits, may be empty), state (verified, lapsed, wrong-codes), time; or a JSON list. At most 2000 lines.',
  whole: 'Whole filing',
  column: { orderNumber: 'Order number', phone: 'Phone', state: 'State', at: 'Time', answer: 'Answer' },
  state: { verified: 'Verified', lapsed: 'Lapsed', 'wrong-codes': 'Wrong codes' },
  answer: {
    fits: 'Can be recorded',
    applied: 'Recorded',
    twice: 'Known already',
    'unknown-order': 'No such order',
    'wrong-state': 'No verification under way',
    'before-message': 'Older than the present message',
    'wrong-phone': 'Nobody of this filing has the number',
    'others-outstanding': 'Others have not verified yet',
    'too-early': 'Time has not run out, or lies ahead',
  },
}
