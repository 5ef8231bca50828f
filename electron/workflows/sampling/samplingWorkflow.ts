import { createHash, createHmac } from 'node:crypto'
import type { RedrawReply } from '../../../shared/ipc/sampling'
import type { SamplingRegisterReply, SamplingReply, SamplingRequest } from '../../../shared/protocol/sampling'
import type { Right } from '../../../shared/review/rights'
import { redrawSample } from '../../../shared/review/sampling/redrawSample'
import type { SampleEntry, SamplingTerms } from '../../../shared/review/sampling/samplingPlan'
import { AppError } from '../appError'
import { noAnswer } from '../noAnswer'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'sampling' | 'startSampling' | 'samplingRegister'>
  readonly session: CurrentSession
}

export interface SamplingWorkflow {
  read(request: SamplingRequest): Promise<SamplingReply>
  /** Begins a plan by these terms in place of the one in force; null only ends that. */
  start(terms: SamplingTerms | null): Promise<SamplingReply>
  /** Draws an ended plan anew from its register and seed, here and not on the server. */
  redraw(planId: string): Promise<RedrawReply>
}

/** Second looks by sample. All of it is on the server and nothing of it is kept here. */
export function createSamplingWorkflow({ server, session }: Dependencies): SamplingWorkflow {
  function tokenFor(right: Right): string {
    session.requireRight(right)
    const given = session.token()
    if (given === null) {
      throw new AppError('offline', 'Sampling is on the server', { retryable: true })
    }
    return given
  }

  return {
    read: async (request) => granted(await server.sampling(tokenFor('read-sampling'), request)),
    start: async (terms) => granted(await server.startSampling(tokenFor('plan-sampling'), terms)),
    async redraw(planId) {
      const token = tokenFor('read-sampling')
      const entries: SampleEntry[] = []
      let after: number | null = 0
      for (;;) {
        const page: SamplingRegisterReply = granted(await server.samplingRegister(token, { planId, after }))
        entries.push(...page.entries)
        after = page.next
        if (after === null) {
          const problems = redrawSample(page.plan, page.seed, entries, NODE_CRYPTO)
          return { passes: entries.length, problems: problems.length, first: problems[0]?.code ?? null }
        }
      }
    },
  }
}

const NODE_CRYPTO = {
  sha256: (seed: string) => createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex'),
  hmacSha256: (seed: string, message: string) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'),
}

function granted<T>(answer: ServerResult<T>): T {
  if (!answer.ok) {
    throw samplingFailure(answer.error)
  }
  return answer.value
}

function samplingFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'offline':
    case 'busy':
      return noAnswer(problem)
    case 'forbidden':
    case 'not-found':
      return new AppError(problem, 'The server refused')
    case 'conflict':
      return new AppError('nobody-else', 'A second review needs a second person')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
