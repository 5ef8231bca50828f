import { setTimeout as sleep } from 'node:timers/promises'
import type { Reviewer } from './reviewer'
import type { Decision } from '../../../shared/review/decision'

/** What happened to one case on its way, as its reviewer saw it. Times in milliseconds. */
export interface WorkedCase {
  readonly caseId: string
  readonly commandId: string
  readonly verdict: Decision['verdict']
  readonly draw: number
  readonly read: number
  readonly decide: number
}

/** The lines of the checklist that a pass has to answer: the server names them when nobody looked. */
export async function linesToAnswer(reviewer: Reviewer): Promise<readonly string[]> {
  const { drawn } = await reviewer.drawNext()
  if (!drawn) {
    throw new Error('The queue of the bench is empty')
  }
  const { rulePack, version } = await reviewer.readCase(drawn.hold.caseId)
  const { outcome } = await reviewer.decide(drawn, version, decisionOf('pass', rulePack, []))
  const named =
    outcome.outcome === 'refused' ? /lines-not-looked-at ([^;]*)/.exec(outcome.message)?.[1] : undefined
  if (named === undefined) {
    throw new Error('The server named no line that has to be looked at')
  }
  return named.trim().split(' ')
}

/**
 * All reviewers draw, read and decide, each one case after the other, until the queue is empty or `most` were worked.
 * `pace`: cases an hour that the whole team takes; without it everybody goes on at once.
 */
export async function runReviewers(
  reviewers: readonly Reviewer[],
  lines: readonly string[],
  { most, pace }: { readonly most: number; readonly pace?: number },
): Promise<{ readonly worked: readonly WorkedCase[]; readonly seconds: number }> {
  const worked: WorkedCase[] = []
  const begun = performance.now()
  let taken = 0
  await Promise.all(
    reviewers.map(async (reviewer) => {
      for (;;) {
        if (taken >= most) {
          return
        }
        const place = taken
        taken += 1
        if (pace !== undefined) {
          await sleep(Math.max(0, begun + (place * 3_600_000) / pace - performance.now()))
        }
        const done = await workOne(reviewer, place, lines)
        if (done === null) {
          return
        }
        worked.push(done)
      }
    }),
  )
  return { worked, seconds: (performance.now() - begun) / 1000 }
}

async function workOne(
  reviewer: Reviewer,
  place: number,
  lines: readonly string[],
): Promise<WorkedCase | null> {
  const { drawn, took: draw } = await reviewer.drawNext()
  if (!drawn) {
    return null
  }
  const { rulePack, version, took: read } = await reviewer.readCase(drawn.hold.caseId)
  // Three of four pass; of the others one in five goes up.
  const verdict = place % 4 !== 3 ? 'pass' : place % 20 === 19 ? 'escalate' : 'return'
  const { outcome, took: decide } = await reviewer.decide(
    drawn,
    version,
    decisionOf(verdict, rulePack, lines),
  )
  if (outcome.outcome !== 'applied') {
    throw new Error(`A decision was refused: ${outcome.code} ${outcome.message}`)
  }
  return { caseId: drawn.hold.caseId, commandId: outcome.id, verdict, draw, read, decide }
}

function decisionOf(verdict: Decision['verdict'], rulePack: string, lines: readonly string[]): Decision {
  return {
    verdict,
    rulePack,
    lines: verdict === 'pass' ? lines.map((lineId) => ({ lineId, verdict: 'ok', machine: null })) : [],
    findings: [],
    reasons:
      verdict === 'return'
        ? [{ field: 'application.entity.name', problem: '主体名称与证件不一致', advice: '请按证件填写' }]
        : [],
    ...(verdict === 'escalate' ? { internalNote: '请主管确认' } : {}),
  }
}
