import { success } from '../../../shared/result'
import { endsExchange } from '../serverAnswer'
import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort, ServerResult } from '../ports/reviewServerPort'
import type { ChainPlace } from '../../../shared/protocol/audit'

interface Dependencies {
  readonly data: Pick<DataPort, 'auditToSend' | 'settleAudit'>
  readonly server: Pick<ReviewServerPort, 'exchangeAudit'>
}

/**
 * Shows the server this device's audit chain and takes its signature, until everything is signed for. Work never waits
 * for it: that a chain was refused, or that the server forgot, is remembered here and changes nothing else. What is refused is
 * shown once more together with what the server says it has: then it is no old request that came late.
 */
export async function exchangeAudit(
  { data, server }: Dependencies,
  token: string,
): Promise<ServerResult<null>> {
  let disputed: ChainPlace | null = null
  for (;;) {
    const answer = await server.exchangeAudit(token, { ...(await data.auditToSend()), disputed })
    if (!answer.ok) {
      return endsExchange(answer.error) ? answer : success(null)
    }
    if (answer.value.outcome === 'refused' && disputed === null) {
      disputed = answer.value.known
      continue
    }
    const { more } = await data.settleAudit(answer.value)
    if (!more) {
      return success(null)
    }
  }
}
