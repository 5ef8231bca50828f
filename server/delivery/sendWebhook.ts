import { createHmac } from 'node:crypto'
import type { Delivery } from '../store/deliveries'

/** A filing system that has not answered by then is asked again later. */
const TIMEOUT = 10_000

export interface Webhook {
  readonly url: string
  readonly secret: string
}

/**
 * Sends a delivery and answers whether it was taken (status 2xx). `Beian-Signature: t=<unix seconds>,v1=<hex>` is the
 * HMAC-SHA256 of `<t>.<body>`; the time is signed so that an old request cannot be played again.
 */
export async function sendWebhook(webhook: Webhook, delivery: Delivery, now: number): Promise<boolean> {
  const timestamp = Math.floor(now / 1000)
  const signature = createHmac('sha256', webhook.secret).update(`${timestamp}.${delivery.body}`).digest('hex')
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': delivery.id,
        'beian-signature': `t=${timestamp},v1=${signature}`,
      },
      body: delivery.body,
      // A redirect would carry the decision to a place nobody configured.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
