import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: { readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown },
  reply: S,
) => Promise<ServerResult<z.output<S>>>

/** Calls about packages that leave the desk. */
export function createExportCalls(
  request: Request,
): Pick<ReviewServerPort, 'exportableCases' | 'registerExport' | 'exportRegister'> {
  const { exportableCases, registerExport, exportRegister } = apiRoutes
  return {
    exportableCases(token, { province, day, which }) {
      const query = new URLSearchParams({
        which,
        ...(province === undefined ? {} : { province }),
        ...(day === undefined ? {} : { day }),
      })
      const { method, path, reply } = exportableCases
      return request({ method, path: `${path}?${query.toString()}`, token }, reply)
    },
    registerExport(token, body) {
      const { method, path, reply } = registerExport
      return request({ method, path, token, body }, reply)
    },
    exportRegister(token, before) {
      const { method, path, reply } = exportRegister
      return request({ method, path: `${path}?before=${String(before)}`, token }, reply)
    },
  }
}
