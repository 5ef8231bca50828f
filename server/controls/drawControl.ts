import { randomInt } from 'node:crypto'
import { releaseTime, submittedBefore } from './controlTimes'
import { readControlTerms, scheduleControl, unscheduledControls } from '../store/controls'
import type { Queryable } from '../store/database'

/**
 * Draws, for a filing that has just arrived, whether a control case follows it: each filing for itself, by the rate of the
 * terms, so no arrival tells of the next. Which one comes, and when, is chance too. `submittedAt`: of that filing (epoch ms).
 */
export async function drawControl(tx: Queryable, submittedAt: number, now: number): Promise<void> {
  const terms = await readControlTerms(tx)
  if (terms === null || randomInt(1000) >= terms.permille) {
    return
  }
  const stock = await unscheduledControls(tx)
  const chosen = stock.length === 0 ? undefined : stock[randomInt(stock.length)]
  if (chosen !== undefined) {
    await scheduleControl(tx, chosen, {
      releaseAt: releaseTime(now),
      submittedBefore: submittedBefore(submittedAt, now),
    })
  }
}
