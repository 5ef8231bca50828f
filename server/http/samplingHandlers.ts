import { apiRefusal } from './apiRefusal'
import type { ApiHandlers } from './apiHandlers'
import { startSampling, type SamplingParts } from '../sampling/startSampling'
import { findPlan, readPlans, readRegister } from '../store/sampling'
import { readSamplingFigures } from '../store/samplingFigures'
import { REGISTER_PAGE, type SamplingReply } from '../../shared/protocol/sampling'
import { success } from '../../shared/result'

/** Plans of one answer. */
const MOST_PLANS = 50

type SamplingRoutes = 'sampling' | 'startSampling' | 'samplingRegister'

/** Second looks by sample. The routes ask for the right. */
export function createSamplingHandlers(parts: SamplingParts): Pick<ApiHandlers, SamplingRoutes> {
  const { database } = parts

  /** The asked plan with its figures, else the latest. */
  async function read(planId: string | undefined): Promise<SamplingReply> {
    const plans = [...(await readPlans(database, MOST_PLANS))]
    const plan = planId === undefined ? plans[0] : (await findPlan(database, planId))?.plan
    const shown = plan ? { plan, figures: await readSamplingFigures(database, plan.id) } : null
    return { plans, shown }
  }

  return {
    sampling: async ({ query }) => success(await read(query.planId)),
    startSampling: async ({ body, user }) => {
      const started = await startSampling(parts, user.id, body.terms)
      return started.ok
        ? success(await read(undefined))
        : apiRefusal(
            started.error,
            'A second review needs a second person, or somebody else began a plan just now',
          )
    },
    samplingRegister: async ({ query }) => {
      const found = await findPlan(database, query.planId)
      if (found === null) {
        return apiRefusal('not-found', 'There is no such plan')
      }
      if (found.plan.endedAt === null) {
        return apiRefusal('conflict', 'The register is given out once the plan has ended')
      }
      const { entries, last } = await readRegister(database, found.plan.id, query.after, REGISTER_PAGE)
      const next = entries.length === REGISTER_PAGE ? last : null
      return success({ plan: found.plan, seed: found.seed, entries: [...entries], next })
    },
  }
}
