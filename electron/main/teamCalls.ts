import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import { success } from '../../shared/result'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: { readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown },
  reply: S,
) => Promise<ServerResult<z.output<S>>>

/** Calls about who has which case, when the team works, what its telephone calls come to, and results of SMS verifications. */
export function createTeamCalls(
  request: Request,
): Pick<
  ReviewServerPort,
  | 'colleagues'
  | 'onShift'
  | 'breakHold'
  | 'handOver'
  | 'tellShift'
  | 'calendar'
  | 'changeCalendar'
  | 'callFigures'
  | 'smsResults'
> {
  const {
    colleagues,
    onShift,
    breakHold,
    handOver,
    shift,
    calendar,
    changeCalendar,
    callFigures,
    smsResults,
  } = apiRoutes
  return {
    onShift(token) {
      const { method, path, reply } = onShift
      return request({ method, path, token }, reply)
    },
    async colleagues(token) {
      const { method, path, reply } = colleagues
      const answer = await request({ method, path, token }, reply)
      return answer.ok ? success(answer.value.colleagues) : answer
    },
    calendar(token) {
      const { method, path, reply } = calendar
      return request({ method, path, token }, reply)
    },
    changeCalendar(token, body) {
      const { method, path, reply } = changeCalendar
      return request({ method, path, token, body }, reply)
    },
    callFigures(token, asked) {
      const { method, path, reply } = callFigures
      return request({ method, path: `${path}?${new URLSearchParams(asked).toString()}`, token }, reply)
    },
    async smsResults(token, body) {
      const { method, path, reply } = smsResults
      const answer = await request({ method, path, token, body }, reply)
      return answer.ok ? success(answer.value.answers) : answer
    },
    async breakHold(token, body) {
      const { method, path, reply } = breakHold
      const answer = await request({ method, path, token, body }, reply)
      return answer.ok ? success(null) : answer
    },
    async tellShift(token, moves) {
      const { method, path, reply } = shift
      const answer = await request({ method, path, token, body: { moves } }, reply)
      return answer.ok ? success(null) : answer
    },
    async handOver(token, body) {
      const { method, path, reply } = handOver
      const answer = await request({ method, path, token, body }, reply)
      return answer.ok ? success(null) : answer
    },
  }
}
