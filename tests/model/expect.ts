/** Throws with what was seen when it does not hold. */
export function expect(holds: boolean, claim: string, seen?: unknown): asserts holds {
  if (!holds) {
    throw new Error(seen === undefined ? claim : `${claim}\n${JSON.stringify(seen, null, 1)}`)
  }
}
