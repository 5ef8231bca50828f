import type { Match } from '../../shared/matching/compareValues'
import type { MatrixRow } from '../../shared/matching/crossMatrix'

/** Rows about one thing: the entity, a person, a domain. */
export interface MatchSection {
  readonly id: string
  readonly subject: MatrixRow['subject']
  readonly rows: readonly MatrixRow[]
}

type MatchCode = Match['match']
export type MatchCounts = Readonly<Record<MatchCode, number>>

/** Groups neighbouring rows that are about the same thing: their paths in the form begin alike. */
export function matchSections(rows: readonly MatrixRow[]): readonly MatchSection[] {
  const sections: Array<{ id: string; subject: MatrixRow['subject']; rows: MatrixRow[] }> = []
  for (const row of rows) {
    const id = `${row.subject} ${placeOf(row)}`
    const last = sections.at(-1)
    if (last?.id === id) {
      last.rows.push(row)
    } else {
      sections.push({ id, subject: row.subject, rows: [row] })
    }
  }
  return sections
}

/** The numbers in a path tell which of several services or domains it is. */
function placeOf({ path }: MatrixRow): string {
  return path
    .split('.')
    .filter((part) => /^\d+$/u.test(part))
    .join('.')
}

/** How the readings stand to the form, over all rows. */
export function matchCounts(rows: readonly MatrixRow[]): MatchCounts {
  const counts = { same: 0, tolerated: 0, different: 0, unknown: 0 }
  for (const { match } of rows.flatMap((row) => row.cells)) {
    counts[match.match] += 1
  }
  return counts
}

/** A row that a person has to look at. */
export function needsLook({ cells }: MatrixRow): boolean {
  return cells.some(({ match }) => match.match === 'different' || match.match === 'unknown')
}

export interface TextPart {
  readonly text: string
  readonly differs: boolean
}

/** Cuts a reading into what stands in the form too, in the same order, and what does not. */
export function markDifferences(value: string, formValue: string): readonly TextPart[] {
  const characters = Array.from(value)
  const common = commonCharacters(characters, Array.from(formValue))
  const parts: Array<{ text: string; differs: boolean }> = []
  for (const [index, character] of characters.entries()) {
    const differs = !common.has(index)
    const last = parts.at(-1)
    if (last?.differs === differs) {
      last.text += character
    } else {
      parts.push({ text: character, differs })
    }
  }
  return parts
}

/** Places in `one` of the longest common subsequence with `other`; both are a line long at most. */
function commonCharacters(one: readonly string[], other: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row !== undefined) {
        row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
      }
    }
  }
  const common = new Set<number>()
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      common.add(i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1
    } else {
      j += 1
    }
  }
  return common
}
