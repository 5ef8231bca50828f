import { z } from 'zod'

/** `more-than` leaves the bound itself out, `at-least` lets it in: the published wordings differ. */
export const comparisonSchema = z.enum(['more-than', 'at-least'])
type Comparison = z.output<typeof comparisonSchema>

/** The day from which a span is counted. */
export const countedFromSchema = z.enum(['submission', 'review'])

export function reaches(value: string, bound: string, comparison: Comparison): boolean {
  return comparison === 'more-than' ? value > bound : value >= bound
}

/** The bound as people read it: `> 2027-02-21`. */
export function boundText(bound: string, comparison: Comparison): string {
  return `${comparison === 'more-than' ? '>' : '≥'} ${bound}`
}
