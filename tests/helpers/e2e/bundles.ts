import type { IntakeReply } from '../../../shared/protocol/api'
import { makeBundle, makeSupplement, zipBundle, type SpecimenOptions } from '../../specimens/index'
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

function expectAccepted(reply: IntakeReply): Accepted {
  if (reply.outcome !== 'accepted') {
    throw new Error(`Intake refused: ${JSON.stringify(reply.problems)}`)
  }
  return reply
}

/** An instant in the past few days, so that order of submission is order of due time. */
export function submittedMinutesAgo(minutes: number, now: number): string {
  return `${new Date(now - minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
