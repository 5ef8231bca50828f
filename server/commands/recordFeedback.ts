import type { CommandParts } from './judged'
import { enterNotice } from './recordNotice'
import { findCase } from '../store/cases'
import type { Queryable } from '../store/database'
import { findOrder } from '../store/receivedBundles'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { canonicalJson } from '../../shared/canonicalJson'
import type { Notice } from '../../shared/domain/notice'
import { issuedNumberProblems } from '../../shared/filing/issuedNumbers'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Feedback, FeedbackAnswer } from '../../shared/protocol/feedback'

type Answer = FeedbackAnswer['answer']

/** Thrown to take back what was done of an order: it was only tried, or it could not be done whole. */
class TakeBack extends Error {}

/**
 * Takes a list of the administration's answers in, each in a transaction of its own; answers every one in its place. `apply` false
 * does the same and takes it back. The list again changes nothing.
 */
export async function recordFeedback(
  parts: CommandParts,
  person: User,
  { filings, apply }: { readonly filings: readonly Feedback[]; readonly apply: boolean },
): Promise<FeedbackAnswer[]> {
  const answers: FeedbackAnswer[] = []
  for (const filing of filings) {
    const others = filings.filter(({ orderNumber }) => orderNumber === filing.orderNumber)
    const [first = filing] = others
    if (others.some((other) => contentOf(other) !== contentOf(filing))) {
      answers.push(plain('contradictory'))
    } else if (first !== filing) {
      answers.push(plain('twice'))
    } else {
      answers.push(await takeIn(parts, person, filing, apply))
    }
  }
  return answers
}

function contentOf({ line: _, ...content }: Feedback): string {
  return canonicalJson(content)
}

async function takeIn(
  parts: CommandParts,
  person: User,
  filing: Feedback,
  apply: boolean,
): Promise<FeedbackAnswer> {
  let answer = plain('unknown-order')
  try {
    await parts.database.transaction(async (tx) => {
      answer = await answerFiling(tx, parts, person, filing)
      if (!apply || answer.answer !== 'applied') {
        throw new TakeBack()
      }
    })
  } catch (error) {
    if (!(error instanceof TakeBack)) {
      throw error
    }
  }
  return answer
}

async function answerFiling(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filing: Feedback,
): Promise<FeedbackAnswer> {
  const now = parts.clock.now()
  const order = await findOrder(tx, filing.orderNumber, 'lock')
  const held = order && (await findCase(tx, order.caseId, now))
  if (!held) {
    return plain('unknown-order')
  }
  const { filingCase } = held
  const notice = noticeOf(filing, filingCase)
  const problem = problemOf(filingCase, filing, notice, now)
  if (problem) {
    return problem
  }
  const origin = { from: 'feedback', resultAt: filing.at }
  const ready = await beginReview(tx, parts, person, filingCase, origin)
  const told = await enterNotice(tx, parts, person, ready, notice, origin)
  return plain(told.ok ? 'applied' : 'wrong-state')
}

/** An answer says that the review had begun, where no message to the applicant stands between. */
async function beginReview(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filingCase: Case,
  origin: Readonly<Record<string, string>>,
): Promise<Case> {
  if (filingCase.state !== 'submitted' || filingCase.sms) {
    return filingCase
  }
  await enterNotice(tx, parts, person, filingCase, { kind: 'administration-review-begun' }, origin)
  return (await findCase(tx, filingCase.id, parts.clock.now()))?.filingCase ?? filingCase
}

function noticeOf(filing: Feedback, filingCase: Case): Extract<Notice, { kind: Feedback['result'] }> {
  if (filing.result === 'rejected') {
    return { kind: 'rejected', reasons: filing.reasons }
  }
  if (filing.entity === null && filing.services.length === 0) {
    return { kind: 'approved', numbers: null }
  }
  const ids = servicesOf(filingCase).map(({ id }) => id)
  const [only = ''] = ids.length === 1 ? ids : []
  const services = filing.services.map(({ serviceId, number }) => ({ serviceId: serviceId ?? only, number }))
  return { kind: 'approved', numbers: { entity: filing.entity ?? '', services } }
}

function servicesOf(filingCase: Case) {
  const { application } = currentRound(filingCase)
  return 'services' in application ? application.services : []
}

/** What keeps an answer from being taken; null when nothing that can be told beforehand. */
function problemOf(
  filingCase: Case,
  { at }: Feedback,
  notice: Extract<Notice, { kind: Feedback['result'] }>,
  now: number,
): FeedbackAnswer | null {
  const day = chinaDate(Date.parse(at))
  const isKnown = (filingCase.notices ?? []).some(
    (told) => canonicalJson(told.notice) === canonicalJson(notice) && day <= chinaDate(Date.parse(told.at)),
  )
  if (isKnown) {
    return plain('twice')
  }
  if (Date.parse(at) > now) {
    return plain('too-early')
  }
  const { submittedAt, application } = currentRound(filingCase)
  if (day < chinaDate(Date.parse(submittedAt))) {
    return plain('before-submission')
  }
  if (notice.kind === 'rejected') {
    return null
  }
  const { province } = filingCase
  const filing = { filingType: application.filingType, province, services: servicesOf(filingCase) }
  const numbers = issuedNumberProblems(filing, notice.numbers)
  return numbers.length > 0 ? { answer: 'numbers-invalid', numbers: [...numbers] } : null
}

function plain(answer: Answer): FeedbackAnswer {
  return { answer, numbers: [] }
}
