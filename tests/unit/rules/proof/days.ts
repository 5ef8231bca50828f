import type { Draft } from './draft'

/** Days are counted here once more, apart from the product's own counting. */
const DAY = 86_400_000

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day so many months later. Only for days that every month has. */
export function monthsAfter(date: string, months: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  if (at.getUTCDate() > 28) {
    throw new RangeError('Not every month has this day')
  }
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** The China day on which the draft comes in. */
export function submittedOn({ submittedAt }: Draft): string {
  return submittedAt.slice(0, 10)
}

/** Comes in one minute before the day ends in China, written in Greenwich time: the date there is the same. */
export function atLastMinute(draft: Draft): Draft {
  return { ...draft, submittedAt: `${submittedOn(draft)}T15:59:00Z` }
}

/** Comes in at 24:00 in China, which is the next day there and still the same day in Greenwich. */
export function atMidnight(draft: Draft): Draft {
  return { ...draft, submittedAt: `${submittedOn(draft)}T16:00:00Z` }
}
