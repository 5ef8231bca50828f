import type { z } from 'zod'
import type { Call } from './reviewServerClient'
import { apiRoutes } from '../../shared/protocol/api'
import { stockControlReplySchema } from '../../shared/protocol/controls'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: Call,
  reply: S,
  timeoutMs?: number,
  alsoGood?: readonly number[],
) => Promise<ServerResult<z.output<S>>>

/** A bundle of the largest size over a slow line. */
const UPLOAD_TIMEOUT_MS = 600_000

/** Calls about hidden control cases. */
export function createControlCalls(
  request: Request,
): Pick<ReviewServerPort, 'controls' | 'planControls' | 'endControl' | 'stockControl'> {
  const { controls, planControls, endControl } = apiRoutes
  return {
    controls: (token) => request({ method: controls.method, path: controls.path, token }, controls.reply),
    planControls(token, terms) {
      const { method, path, reply } = planControls
      return request({ method, path, token, body: terms }, reply)
    },
    endControl(token, controlId) {
      const { method, path, reply } = endControl
      return request({ method, path, token, body: { controlId } }, reply)
    },
    stockControl(token, rules, archive) {
      const query = new URLSearchParams({ rules: rules.join(',') })
      const path = `${BYTE_ROUTES.control}?${query.toString()}`
      const call = { method: 'POST', path, token, zip: archive }
      return request(call, stockControlReplySchema, UPLOAD_TIMEOUT_MS, [422])
    },
  }
}
