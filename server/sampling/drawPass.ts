import { createHmac } from 'node:crypto'
import { markControlLook } from '../store/controls'
import type { Queryable } from '../store/database'
import { insertDraw, lockStand, planInForce, storeStand } from '../store/sampling'
import { currentRound, type Case } from '../../shared/protocol/case'
import { drawMessage, isDrawn, rateOf, type SamplingLevel } from '../../shared/review/sampling/samplingPlan'

/** A draw as the audit tells it. */
export interface Draw {
  readonly plan: string
  readonly level: SamplingLevel
  readonly permille: number
  readonly drawn: boolean
}

/**
 * Draws a pass by the plan in force and enters it into the register; null without a plan. The case is locked and about
 * to be passed by this person alone. A control case is drawn like any other, or whoever passed it would see that it was
 * not, but enters no register: its fault is no fault of the work that the sample speaks of.
 */
export async function drawPass(
  tx: Queryable,
  filingCase: Case,
  reviewerId: string,
  isControl: boolean,
  now: number,
): Promise<Draw | null> {
  const inForce = await planInForce(tx)
  if (inForce === null) {
    return null
  }
  const { plan, seed } = inForce
  const { application, round } = currentRound(filingCase)
  const { step, stand } = await lockStand(tx, plan.id, reviewerId)
  const stratum = { province: filingCase.province, filingType: application.filingType }
  const place = { caseId: filingCase.id, round, caseVersion: filingCase.version }
  const permille = rateOf(plan.terms, stand.level, stratum)
  const drawn = isDrawn(hmacUnder(seed, drawMessage(place)), permille)
  const draw = { plan: plan.id, level: stand.level, permille, drawn }
  if (isControl) {
    const look = { accountId: reviewerId, blind: plan.terms.blind }
    await markControlLook(tx, filingCase.id, drawn ? look : null)
    return draw
  }
  const entry = { ...place, ...stratum, reviewerId, level: stand.level, permille, drawn, step: step + 1 }
  await insertDraw(tx, plan.id, entry, now)
  await storeStand(tx, plan.id, reviewerId, { step: step + 1, stand })
  return draw
}

function hmacUnder(seed: string, message: string): string {
  return createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex')
}
