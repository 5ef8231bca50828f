import { dropFile } from './dropFile'
import { sendWebhook, type Webhook } from './sendWebhook'
import type { Database } from '../store/database'
import {
  claimDelivery,
  finishDelivery,
  markTargetDone,
  postponeDelivery,
  type Delivery,
  type DeliveryTarget,
} from '../store/deliveries'
import type { Clock } from '../system'

const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 60 * 60_000
/** Longer than an attempt can take; after it another server may try. */
const CLAIM_DURATION = 60_000

export interface DeliveryTargets {
  readonly webhook?: Webhook | undefined
  readonly dropFolder?: string | undefined
}

/**
 * Sends what is due until nothing is. A delivery is never given up: pauses double up to an hour. Without a target
 * decisions wait in the outbox.
 */
export async function deliverDecisions(
  database: Database,
  targets: DeliveryTargets,
  clock: Clock,
): Promise<void> {
  if (!targets.webhook && targets.dropFolder === undefined) {
    return
  }
  for (;;) {
    const now = clock.now()
    const delivery = await claimDelivery(database, now, now + CLAIM_DURATION)
    if (!delivery) {
      return
    }
    await attempt(database, targets, clock, delivery)
  }
}

async function attempt(
  database: Database,
  targets: DeliveryTargets,
  clock: Clock,
  delivery: Delivery,
): Promise<void> {
  const { webhook, dropFolder } = targets
  const senders: ReadonlyArray<readonly [DeliveryTarget, (() => Promise<boolean>) | null]> = [
    ['webhook', webhook ? () => sendWebhook(webhook, delivery, clock.now()) : null],
    ['drop', dropFolder === undefined ? null : () => dropFile(dropFolder, delivery)],
  ]
  let allDone = true
  for (const [target, send] of senders) {
    if (!send || delivery.withheld || delivery.done.includes(target)) {
      continue
    }
    if (await send()) {
      await markTargetDone(database, delivery.id, target, clock.now())
    } else {
      allDone = false
    }
  }
  await (allDone
    ? finishDelivery(database, delivery, clock.now())
    : postponeDelivery(database, delivery.id, clock.now() + pauseAfter(delivery.attempts)))
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE)
}
