import { redrawCrypto } from '../../electron/common/crypto/redrawCrypto'
import type { SamplingRegisterFile } from '../../shared/protocol/sampling'
import { redrawSample } from '../../shared/review/sampling/redrawSample'
import { drawMessage, isDrawn } from '../../shared/review/sampling/samplingPlan'

export interface RedrawReport {
  readonly plan: string
  /** Of the seed in the file, worked out here; to be compared with the audit. */
  readonly seedSha256: string
  readonly passes: number
  /** As the seed draws them at the rates of the register, whatever the register says. */
  readonly drawn: number
  /** Empty where the register is what plan and seed give. */
  readonly problems: ReturnType<typeof redrawSample>
}

/** Draws every pass of a saved register anew. */
export function redrawRegister({ plan, seed, entries }: SamplingRegisterFile): RedrawReport {
  const drawn = entries.filter((entry) =>
    isDrawn(redrawCrypto.hmacSha256(seed, drawMessage(entry)), entry.permille),
  )
  return {
    plan: plan.id,
    seedSha256: redrawCrypto.sha256(seed),
    passes: entries.length,
    drawn: drawn.length,
    problems: redrawSample(plan, seed, entries, redrawCrypto),
  }
}
