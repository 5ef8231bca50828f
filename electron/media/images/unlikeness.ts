/** Difference of tint, and half that of brightness, which the light changes across a picture. */
export function unlikeness(a: readonly number[], b: readonly number[]): number {
  const proportion = (one: number, other: number): number => Math.log((one + 8) / (other + 8))
  const [[r1 = 0, g1 = 0, b1 = 0], [r2 = 0, g2 = 0, b2 = 0]] = [a, b]
  return Math.hypot(
    proportion(r1, r2) - proportion(g1, g2),
    proportion(b1, b2) - proportion(g1, g2),
    proportion(g1, g2) / 2,
  )
}
