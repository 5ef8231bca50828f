import { isoInstant } from '../system'
import type { Notice } from '../../shared/domain/notice'
import type { CaseState } from '../../shared/filing/caseStates'
import type { Case } from '../../shared/protocol/case'

/** What the provider's filing system is told of a notice that a supervisor entered, as JSON text. */
export function noticeBody(told: {
  readonly filingCase: Pick<Case, 'orderNumber'>
  readonly notice: Notice
  readonly round: number
  readonly state: CaseState
  readonly caseVersion: number
  readonly recordedAt: number
}): string {
  return JSON.stringify({
    orderNumber: told.filingCase.orderNumber,
    round: told.round,
    notice: told.notice,
    state: told.state,
    recordedAt: isoInstant(told.recordedAt),
    caseVersion: told.caseVersion,
  })
}
