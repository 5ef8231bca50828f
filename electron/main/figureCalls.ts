import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import { success } from '../../shared/result'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: { readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown },
  reply: S,
) => Promise<ServerResult<z.output<S>>>

/** Calls about what the team's work comes to, and what the administration says of it. */
export function createFigureCalls(request: Request): Pick<ReviewServerPort, 'figures' | 'feedback'> {
  const { figures, feedback } = apiRoutes
  return {
    async feedback(token, body) {
      const { method, path, reply } = feedback
      const answer = await request({ method, path, token, body }, reply)
      return answer.ok ? success(answer.value.answers) : answer
    },
    figures(token, asked) {
      const { method, path, reply } = figures
      return request({ method, path: `${path}?${new URLSearchParams(asked).toString()}`, token }, reply)
    },
  }
}
