/** Two-sided interval of a proportion, both ends included. */
interface Interval {
  readonly low: number
  readonly high: number
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959963984540054

/**
 * Score interval of Wilson (J. Am. Stat. Assoc. 22, 1927) at 95 %. `trials` is above zero and need not be whole: weighted
 * samples have an effective number of trials.
 */
export function wilsonInterval(proportion: number, trials: number): Interval {
  const share = Z ** 2 / trials
  const middle = (proportion + share / 2) / (1 + share)
  const half = (Z / (1 + share)) * Math.sqrt((proportion * (1 - proportion)) / trials + share / (4 * trials))
  return {
    low: proportion <= 0 ? 0 : Math.max(0, middle - half),
    high: proportion >= 1 ? 1 : Math.min(1, middle + half),
  }
}
