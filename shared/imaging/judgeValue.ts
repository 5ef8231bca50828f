import type { Finding, ImageCheck } from './findings'
import type { Threshold } from './thresholds'

/** A finding before it is known about which document it is. */
export type Judgement = Omit<Finding, 'documentId'>

/** A measured value against its bounds. Values are kept to four digits after the point: more is noise of the measurement. */
export function judge(check: ImageCheck, measured: number, threshold: Threshold): Judgement {
  const value = Math.round(measured * 10_000) / 10_000
  const isWorse = (bound: number): boolean => (threshold.worse === 'below' ? value < bound : value > bound)
  const verdict = isWorse(threshold.fail) ? 'fail' : isWorse(threshold.unsure) ? 'unsure' : 'pass'
  const bound = verdict === 'unsure' ? threshold.unsure : threshold.fail
  return { check, verdict, value, threshold: bound, unit: threshold.unit }
}

/** The same, and no worse than a doubt: for checks that may ask a person to look and no more. */
export function doubted(judged: Judgement): Judgement {
  return judged.verdict === 'fail' ? { ...judged, verdict: 'unsure' } : judged
}

/** The picture shows too little to measure: a person looks. */
export function unmeasured(check: ImageCheck, { fail, unit }: Threshold): Judgement {
  return { check, verdict: 'unsure', value: null, threshold: fail, unit }
}
