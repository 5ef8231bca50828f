/** The value below or at which this share (0 to 1) of the samples lies. Throws without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) {
    throw new RangeError('No samples')
  }
  return found
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}
