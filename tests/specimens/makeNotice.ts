import type { MadeBundle } from './makeBundle'
import type { NoticeBundle } from '../../shared/domain/filing'
import type { Notice } from '../../shared/domain/notice'

/** A report of the filing system about an order; it has no documents. */
export function makeNotice(
  orderNumber: string,
  notice: Notice,
  submittedAt: string,
): MadeBundle<NoticeBundle> {
  return {
    bundle: { format: 'beian-desk/notice', version: 1, orderNumber, submittedAt, documents: [], notice },
    files: new Map(),
    labels: { orderNumber, round: 1, clean: true, defects: [] },
  }
}
