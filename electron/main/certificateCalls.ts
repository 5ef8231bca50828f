import type { z } from 'zod'
import type { Call } from './reviewServerClient'
import { certificateReplySchema } from '../../shared/protocol/certificates'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: Call,
  reply: S,
  timeoutMs?: number,
  alsoGood?: readonly number[],
) => Promise<ServerResult<z.output<S>>>

/** A certificate of the largest size over a bad line of 2 Mbit/s takes 40 s. */
const UPLOAD_TIMEOUT_MS = 120_000

/** Certificates of approval on their way to the server. */
export function createCertificateCalls(request: Request): Pick<ReviewServerPort, 'keepCertificate'> {
  return {
    keepCertificate(token, { orderNumber, replaces }, bytes) {
      const query = new URLSearchParams({
        orderNumber,
        ...(replaces === undefined ? {} : { replaces }),
      })
      const path = `${BYTE_ROUTES.certificate}?${query.toString()}`
      const call = { method: 'POST', path, token, file: bytes }
      return request(call, certificateReplySchema, UPLOAD_TIMEOUT_MS, [422])
    },
  }
}
