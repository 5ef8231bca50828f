/** Characters to add, leave out or change to make one text of the other (Levenshtein), by code points. */
export function distance(one: string, other: string): number {
  const [from, to] = [Array.from(one), Array.from(other)]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [place, character] of from.entries()) {
    const next = [place + 1]
    for (const [index, own] of to.entries()) {
      const changed = (row[index] ?? 0) + (own === character ? 0 : 1)
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
