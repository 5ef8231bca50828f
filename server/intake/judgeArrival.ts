import { problem } from './problem'
import type { KnownOrder } from '../store/receivedBundles'
import type { Bundle, FilingBundle, NoticeBundle, SupplementBundle } from '../../shared/domain/filing'
import type { FilingType } from '../../shared/domain/filingTypes'
import { nextState, type CaseState, type FilingFacts } from '../../shared/filing/caseStates'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import { refusal, success, type Result } from '../../shared/result'

/** What an arriving bundle does: opens a case, starts its next round, or adds documents to the current one. */
export type Arrival =
  | { readonly kind: 'open'; readonly bundle: FilingBundle; readonly state: CaseState }
  | {
      readonly kind: 'resubmit'
      readonly bundle: FilingBundle
      readonly order: KnownOrder
      readonly state: CaseState
    }
  | {
      readonly kind: 'supplement'
      readonly bundle: SupplementBundle
      readonly order: KnownOrder
      readonly state: CaseState
    }

/** Whether the bundle is expected for the order as it stands; `order` is null when the number is new. */
export function judgeArrival(
  bundle: Exclude<Bundle, NoticeBundle>,
  order: KnownOrder | null,
): Result<Arrival, readonly IntakeProblem[]> {
  if (bundle.format === 'beian-desk/supplement') {
    return order ? judgeSupplement(bundle, order) : refusal([unknownOrder(bundle)])
  }
  if (!order) {
    return bundle.round === 1
      ? success({ kind: 'open', bundle, state: 'pending-review' })
      : refusal([unknownOrder(bundle)])
  }
  return judgeRound(bundle, order)
}

function judgeRound(bundle: FilingBundle, order: KnownOrder): Result<Arrival, readonly IntakeProblem[]> {
  const problems = [
    ...conflict('accountId', bundle.accountId, order.accountId),
    ...conflict('province', bundle.province, order.province),
    ...conflict('application.filingType', bundle.application.filingType, order.filingType),
  ]
  if (problems.length > 0) {
    return refusal(problems)
  }
  const state = nextState(order.state, 'resubmit', 'intake', factsOf(order.filingType))
  if (bundle.round !== order.round + 1 || !state) {
    const message = `The order is in round ${order.round} and state ${order.state}; round ${bundle.round} is not expected`
    return refusal([problem('round-not-expected', 'round', message)])
  }
  return success({ kind: 'resubmit', bundle, order, state })
}

function judgeSupplement(
  bundle: SupplementBundle,
  order: KnownOrder,
): Result<Arrival, readonly IntakeProblem[]> {
  const state = nextState(order.state, 'receive-photo', 'intake', factsOf(order.filingType))
  if (!state) {
    const message = `The order is in state ${order.state}; no photo is expected`
    return refusal([problem('supplement-not-expected', 'orderNumber', message)])
  }
  const problems = bundle.documents.flatMap(({ id }, index) =>
    order.documentIds.includes(id)
      ? [
          problem(
            'document-duplicate-id',
            `documents.${index}.id`,
            `The order has a document with the id ${id} already`,
          ),
        ]
      : [],
  )
  if (!bundle.documents.some((document) => document.kind === 'backdrop-photo')) {
    problems.push(
      problem(
        'supplement-not-expected',
        'documents',
        'The expected backdrop photo is not among the documents',
      ),
    )
  }
  return problems.length > 0 ? refusal(problems) : success({ kind: 'supplement', bundle, order, state })
}

/** The moves of an applicant depend on the filing type alone. */
function factsOf(filingType: FilingType): FilingFacts {
  return { filingType, photoMissing: false, secondReview: 'none', sms: 'none' }
}

function conflict(path: string, said: string, known: string): IntakeProblem[] {
  return said === known ? [] : [problem('order-conflict', path, 'The order number belongs to another filing')]
}

/** Nothing has been received under this order number. */
export function unknownOrder(bundle: Bundle): IntakeProblem {
  return problem(
    'order-unknown',
    'orderNumber',
    `No filing with the order number ${bundle.orderNumber} has been received`,
  )
}
