import { redrawCrypto } from '../../common/crypto/redrawCrypto'
import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { RedrawReply } from '../../../shared/ipc/sampling'
import type {
  SamplingRegisterFile,
  SamplingRegisterReply,
  SamplingReply,
  SamplingRequest,
} from '../../../shared/protocol/sampling'
import { redrawSample } from '../../../shared/review/sampling/redrawSample'
import type { SampleEntry, SamplingTerms } from '../../../shared/review/sampling/samplingPlan'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'sampling' | 'startSampling' | 'samplingRegister'>
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'saveText'>
}

export interface SamplingWorkflow {
  read(request: SamplingRequest): Promise<SamplingReply>
  /** Begins a plan by these terms in place of the one in force; null only ends that. */
  start(terms: SamplingTerms | null): Promise<SamplingReply>
  /** Draws an ended plan anew from its register and seed, here and not on the server. */
  redraw(planId: string): Promise<RedrawReply>
  /** Saves an ended plan's register with its seed where the person says; no name when cancelled. */
  saveRegister(planId: string): Promise<{ readonly fileName: string | null }>
}

/** A second review needs a second person. */
const NOBODY_ELSE = { conflict: 'nobody-else' } as const

/** Second looks by sample. All of it is on the server and nothing of it is kept here. */
export function createSamplingWorkflow({ server, session, desktop }: Dependencies): SamplingWorkflow {
  return {
    read: async (request) => granted(await server.sampling(tokenFor(session, 'read-sampling'), request)),
    start: async (terms) =>
      granted(await server.startSampling(tokenFor(session, 'plan-sampling'), terms), NOBODY_ELSE),
    async redraw(planId) {
      const { plan, seed, entries } = await wholeRegister(planId)
      const problems = redrawSample(plan, seed, entries, redrawCrypto)
      return { passes: entries.length, problems: problems.length, first: problems[0]?.code ?? null }
    },
    async saveRegister(planId) {
      const { plan, seed, entries } = await wholeRegister(planId)
      const { id, terms, seedSha256, startedAt, endedAt } = plan
      const file: SamplingRegisterFile = {
        ...{ format: 'beian-desk/sampling-register', version: 1 },
        ...{ plan: { id, terms, seedSha256, startedAt, endedAt }, seed, entries },
      }
      const fileName = `sampling-register-${chinaDate(Date.parse(startedAt))}.json`
      const isSaved = await desktop.saveText(fileName, `${JSON.stringify(file, null, 2)}\n`)
      return { fileName: isSaved ? fileName : null }
    },
  }

  /** All pages of an ended plan's register. */
  async function wholeRegister(planId: string) {
    const token = tokenFor(session, 'read-sampling')
    const entries: SampleEntry[] = []
    let after: number | null = 0
    for (;;) {
      const page: SamplingRegisterReply = granted(await server.samplingRegister(token, { planId, after }))
      entries.push(...page.entries)
      after = page.next
      if (after === null) {
        return { plan: page.plan, seed: page.seed, entries }
      }
    }
  }
}
