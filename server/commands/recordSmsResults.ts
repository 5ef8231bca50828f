import type { CommandParts } from './judged'
import { enterNotice } from './recordNotice'
import { findCase } from '../store/cases'
import type { Queryable } from '../store/database'
import { findOrder } from '../store/receivedBundles'
import { contactsOf } from '../../shared/calls/contacts'
import { isSameNumber } from '../../shared/calls/sameNumber'
import type { Notice } from '../../shared/domain/notice'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { SmsResult, SmsResultAnswer } from '../../shared/protocol/smsResults'

const HOUR = 60 * 60_000
const NOTICES: Readonly<Record<SmsResult['state'], Notice>> = {
  verified: { kind: 'sms-verified' },
  lapsed: { kind: 'sms-failed', cause: 'time-run-out' },
  'wrong-codes': { kind: 'sms-failed', cause: 'wrong-codes' },
}

/** Thrown to take back what was tried. */
class OnlyTried extends Error {}

/**
 * Takes a list of results in, order by order, each in a transaction of its own; answers every line in its place. `apply` false does the
 * same and takes it back. The list again changes nothing.
 */
export async function recordSmsResults(
  parts: CommandParts,
  person: User,
  { lines, apply }: { readonly lines: readonly SmsResult[]; readonly apply: boolean },
): Promise<SmsResultAnswer[]> {
  const answers = new Map<SmsResult, SmsResultAnswer>()
  for (const orderNumber of new Set(lines.map((line) => line.orderNumber))) {
    const told = lines.filter((line) => line.orderNumber === orderNumber)
    try {
      await parts.database.transaction(async (tx) => {
        for (const [line, answer] of await judgeOrder(tx, parts, person, orderNumber, told)) {
          answers.set(line, answer)
        }
        if (!apply) {
          throw new OnlyTried()
        }
      })
    } catch (error) {
      if (!(error instanceof OnlyTried)) {
        throw error
      }
    }
  }
  return lines.map((line) => answers.get(line) ?? 'unknown-order')
}

type Answered = ReadonlyArray<readonly [SmsResult, SmsResultAnswer]>

/** All lines about one order. One failure fails the filing; it is verified once everybody who got a message has verified. */
async function judgeOrder(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  orderNumber: string,
  lines: readonly SmsResult[],
): Promise<Answered> {
  const all = (answer: SmsResultAnswer): Answered => lines.map((line) => [line, answer])
  const now = parts.clock.now()
  const order = await findOrder(tx, orderNumber, 'lock')
  const held = order && (await findCase(tx, order.caseId, now))
  if (!held) {
    return all('unknown-order')
  }
  const { filingCase } = held
  const first = new Map(lines.toReversed().map((line) => [`${line.phone ?? ''} ${line.state}`, line]))
  const judged = lines.map((line) => {
    const isRepeated = first.get(`${line.phone ?? ''} ${line.state}`) !== line
    return [line, isRepeated ? 'twice' : problemOf(filingCase, line, now)] as const
  })
  const good = judged.filter(([, problem]) => problem === null).map(([line]) => line)
  const failure = good.find(({ state }) => state !== 'verified')
  const isComplete = failure !== undefined || coversAll(filingCase, good)
  const [decisive] = failure === undefined ? good : [failure]
  const answer =
    decisive === undefined || !isComplete
      ? 'others-outstanding'
      : await enter(tx, parts, person, filingCase, decisive)
  return judged.map(([line, problem]) => [line, problem ?? answer])
}

/** What keeps a line from counting for itself; null when nothing. */
function problemOf(filingCase: Case, { phone, state, at }: SmsResult, now: number): SmsResultAnswer | null {
  const time = Date.parse(at)
  const { kind } = NOTICES[state]
  const isKnown = (filingCase.notices ?? []).some(
    (told) => told.notice.kind === kind && time <= Date.parse(told.at),
  )
  const dueAt = filingCase.sms?.dueAt ?? null
  if (filingCase.state !== 'sms-verification' || dueAt === null) {
    return isKnown ? 'twice' : 'wrong-state'
  }
  // A list from before must not settle a verification that began after it.
  if (time < Date.parse(dueAt) - (filingCase.sms?.hours ?? 0) * HOUR) {
    return isKnown ? 'twice' : 'before-message'
  }
  if (time > now) {
    return 'too-early'
  }
  return phone === null || mobilesOf(filingCase).some((number) => isMeant(number, phone))
    ? null
    : 'wrong-phone'
}

function coversAll(filingCase: Case, lines: readonly SmsResult[]): boolean {
  return (
    lines.some(({ phone }) => phone === null) ||
    mobilesOf(filingCase).every((number) =>
      lines.some(({ phone }) => phone !== null && isMeant(number, phone)),
    )
  )
}

function mobilesOf(filingCase: Case): readonly string[] {
  return contactsOf(currentRound(filingCase).application)
    .filter(({ contact }) => contact.line === 'mobile')
    .map(({ number }) => number)
}

/** By the whole number, or by its last digits as lists show it. */
function isMeant(number: string, phone: string): boolean {
  return number.replace(/\D/gu, '').endsWith(phone) || isSameNumber(number, phone)
}

async function enter(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filingCase: Case,
  { state, at }: SmsResult,
): Promise<SmsResultAnswer> {
  const origin = { from: 'sms-results', resultAt: at }
  const told = await enterNotice(tx, parts, person, filingCase, NOTICES[state], origin)
  if (told.ok) {
    return 'applied'
  }
  return told.error.code === 'too-early' ? 'too-early' : 'wrong-state'
}
