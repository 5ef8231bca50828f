import { chinaIso } from '../../../shared/calendar/chinaTime'
import type { Notice } from '../../../shared/domain/notice'
import type { IntakeReply } from '../../../shared/protocol/apiModels'
import {
  makeBundle,
  makeNotice,
  makeSupplement,
  zipBundle,
  type SpecimenOptions,
} from '../../specimens/index'
import type { ReviewServerProcess } from './reviewServerProcess'

type Accepted = Extract<IntakeReply, { outcome: 'accepted' }>

export interface SentBundle {
  readonly accepted: Accepted
  readonly made: Awaited<ReturnType<typeof makeBundle>>
}

/** Makes a bundle and sends it through the real intake. Small pictures unless the options say otherwise. */
export async function sendBundle(server: ReviewServerProcess, options: SpecimenOptions): Promise<SentBundle> {
  const made = await makeBundle({ pictures: 'tiny', ...options })
  return { made, accepted: expectAccepted(await server.receive(zipBundle(made))) }
}

/** Sends the administrator's photo for the order of the same options. */
export async function sendPhoto(server: ReviewServerProcess, options: SpecimenOptions): Promise<Accepted> {
  const made = await makeSupplement({ pictures: 'tiny', ...options })
  return expectAccepted(await server.receive(zipBundle(made)))
}

/** Sends what the filing system reports of an order. */
export async function sendNotice(
  server: ReviewServerProcess,
  orderNumber: string,
  notice: Notice,
): Promise<Accepted> {
  const made = makeNotice(orderNumber, notice, chinaIso(Date.now()))
  return expectAccepted(await server.receive(zipBundle(made)))
}

function expectAccepted(reply: IntakeReply): Accepted {
  if (reply.outcome !== 'accepted') {
    throw new Error(`Intake refused: ${JSON.stringify(reply.problems)}`)
  }
  return reply
}

const DAY_MS = 86_400_000

/**
 * The same time of day some days ago, in China. Due times fall into working time, so filings of one weekend are due at
 * the same moment; ten days lie between two due times whatever holidays there are.
 */
export function submittedDaysAgo(days: number, now: number): string {
  return chinaIso(now - days * DAY_MS)
}
