import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import type { ServerResult } from '../../../electron/workflows/ports/reviewServerPort'
import type { Case, QueueRow } from '../../../shared/protocol/case'
import { FEED_PAGE_ROWS } from '../../../shared/protocol/limits'
import type { SamplingTerms } from '../../../shared/review/sampling/samplingPlan'
import type { Colleague } from './team'

/** A second workstation of the same team, without a window: sees the server's truth past the one under test. */
export async function connectToServer(url: string, colleague: Colleague) {
  const server = createReviewServerClient({ baseUrl: url, fetch: globalThis.fetch })
  const { username, password } = colleague
  const { token, user } = answerOf(await server.signIn({ username, password }))

  async function queue(): Promise<readonly QueueRow[]> {
    const rows = new Map<string, QueueRow>()
    let after = 0
    for (;;) {
      const page = answerOf(await server.feed(token, after, FEED_PAGE_ROWS))
      page.rows.forEach((row) => rows.set(row.id, row))
      if (!page.more) {
        return [...rows.values()]
      }
      after = page.cursor
    }
  }

  return {
    user,
    queue,
    async rowOf(orderNumber: string): Promise<QueueRow> {
      const row = (await queue()).find((candidate) => candidate.orderNumber === orderNumber)
      if (!row) {
        throw new Error(`${orderNumber} is not in the queue`)
      }
      return row
    },
    readCase: async (caseId: string): Promise<Case> => answerOf(await server.readCase(token, caseId)),
    drawNext: async () => answerOf(await server.drawNext(token)),
    async startSampling(terms: SamplingTerms): Promise<void> {
      answerOf(await server.startSampling(token, terms))
    },
    async breakHold(caseId: string, holderId: string): Promise<void> {
      answerOf(await server.breakHold(token, { caseId, holderId }))
    },
    async release(caseId: string, holdToken: number): Promise<void> {
      answerOf(await server.release(token, caseId, holdToken))
    },
  }
}
export type ServerClient = Awaited<ReturnType<typeof connectToServer>>

function answerOf<T>(result: ServerResult<T>): T {
  if (!result.ok) {
    throw new Error(`The server refused: ${result.error}`)
  }
  return result.value
}
