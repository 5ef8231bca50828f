import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: { readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown },
  reply: S,
) => Promise<ServerResult<z.output<S>>>

/** Calls about second looks by sample. */
export function createSamplingCalls(
  request: Request,
): Pick<ReviewServerPort, 'sampling' | 'startSampling' | 'samplingRegister'> {
  const { sampling, startSampling, samplingRegister } = apiRoutes
  return {
    sampling(token, { planId }) {
      const query = planId === undefined ? '' : `?${new URLSearchParams({ planId }).toString()}`
      return request({ method: sampling.method, path: `${sampling.path}${query}`, token }, sampling.reply)
    },
    startSampling(token, terms) {
      const { method, path, reply } = startSampling
      return request({ method, path, token, body: { terms } }, reply)
    },
    samplingRegister(token, { planId, after }) {
      const { method, path, reply } = samplingRegister
      const query = new URLSearchParams({ planId, after: String(after) })
      return request({ method, path: `${path}?${query.toString()}`, token }, reply)
    },
  }
}
