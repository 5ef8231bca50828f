import { drawMessage, isDrawn, rateOf, type SampleEntry, type SamplingPlan } from './samplingPlan'
import { afterLook, FIRST_STAND, type SamplingStand } from './samplingStand'

/** What a register that was tampered with, or badly kept, shows. */
export const REDRAW_PROBLEMS = [
  'seed-differs',
  'draw-differs',
  'level-differs',
  'rate-differs',
  'step-differs',
  'result-without-draw',
] as const
type RedrawCode = (typeof REDRAW_PROBLEMS)[number]

/** One entry that does not fit; a wrong seed belongs to no case. */
interface RedrawProblem {
  readonly code: RedrawCode
  readonly caseId?: string
  readonly round?: number
}

/** `hmacSha256`: hexadecimal, of a text under the seed; `sha256`: of the seed's bytes. Both take the seed in hexadecimal. */
interface RedrawCrypto {
  readonly sha256: (seed: string) => string
  readonly hmacSha256: (seed: string, message: string) => string
}

/**
 * Draws every pass of an ended plan anew and replays every level. Empty where the register is what plan and seed give.
 * It cannot tell that a pass is missing at the end of a reviewer's steps; the audit's chain can, which names each draw.
 */
export function redrawSample(
  { terms, seedSha256 }: Pick<SamplingPlan, 'terms' | 'seedSha256'>,
  seed: string,
  entries: readonly SampleEntry[],
  crypto: RedrawCrypto,
): readonly RedrawProblem[] {
  const problems: RedrawProblem[] = crypto.sha256(seed) === seedSha256 ? [] : [{ code: 'seed-differs' }]
  for (const reviewer of new Set(entries.map(({ reviewerId }) => reviewerId))) {
    let stand: SamplingStand = FIRST_STAND
    const own = entries.filter(({ reviewerId }) => reviewerId === reviewer)
    for (const [index, { entry, step, isLook }] of stepsOf(own).entries()) {
      const { caseId, round, level, permille, drawn, outcome } = entry
      const note = (code: Exclude<RedrawCode, 'seed-differs'>): void => {
        problems.push({ code, caseId, round })
      }
      if (step !== index + 1) {
        note('step-differs')
      }
      if (isLook) {
        stand = outcome === null ? stand : afterLook(stand, outcome, terms.rule)
        continue
      }
      if (level !== stand.level) {
        note('level-differs')
      }
      if (permille !== rateOf(terms, level, entry)) {
        note('rate-differs')
      }
      if (drawn !== isDrawn(crypto.hmacSha256(seed, drawMessage(entry)), permille)) {
        note('draw-differs')
      }
      if (!drawn && outcome !== null) {
        note('result-without-draw')
      }
    }
  }
  return problems
}

/** Draws and finished looks of one reviewer, in their order. */
function stepsOf(entries: readonly SampleEntry[]) {
  return entries
    .flatMap((entry) => [
      { entry, step: entry.step, isLook: false },
      ...(entry.outcomeStep === null ? [] : [{ entry, step: entry.outcomeStep, isLook: true }]),
    ])
    .toSorted((one, other) => one.step - other.step)
}
