import { dateOfDay } from './dayNumber'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'
import type { WorkingInstant } from './workingTime'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
const CHINA_OFFSET_MS = 8 * 60 * MS_PER_MINUTE
/** How far behind the first instant asked about the sums begin; an earlier one makes them begin anew, further back. */
const DAYS_BEHIND = 400
/** As in `searchDays`: beyond that the calendar's data is broken. */
const LONGEST_CLOSURE_DAYS = 400

/**
 * Working time by kept sums: the same answers as the functions of `workingTime`, which walk every day. Instants are
 * epoch milliseconds.
 */
export interface WorkingClock {
  /** Signed, in whole minutes cut towards zero. */
  minutesBetween(from: number, to: number): number
  /** The first instant at which so many working minutes (whole, from 0) have passed since `from`. */
  addMinutes(from: number, minutes: number): WorkingInstant
  /** Like `dueAt` of `deadlines`. */
  dueAfter(receivedAt: number, workingDays: number): WorkingInstant
}

/** A queue asks thousands of times, for due times that may lie a year back; so the days' sums are kept. */
export function createWorkingClock(calendar: WorkingCalendar): WorkingClock {
  let firstDay: number | null = null
  const days: CalendarDay[] = []
  /** Of the day of the same index, and of one more: what was worked before it. */
  const workedBefore: number[] = []
  const unconfirmedBefore: number[] = []
  const workedDaysBefore: number[] = []
  /** Indexes of the worked days. */
  const workedDays: number[] = []

  function start(dayNumber: number): void {
    firstDay = dayNumber - DAYS_BEHIND
    for (const list of [days, workedBefore, unconfirmedBefore, workedDaysBefore, workedDays]) {
      list.length = 0
    }
    workedBefore.push(0)
    unconfirmedBefore.push(0)
    workedDaysBefore.push(0)
  }

  function grow(first: number): void {
    const index = days.length
    const day = calendar.day(dateOfDay(first + index))
    days.push(day)
    workedBefore.push((workedBefore[index] ?? 0) + workedOn(day, MS_PER_DAY))
    unconfirmedBefore.push((unconfirmedBefore[index] ?? 0) + (day.confirmed ? 0 : 1))
    if (day.slots.length > 0) {
      workedDays.push(index)
    } else if (index - (workedDays.at(-1) ?? 0) > LONGEST_CLOSURE_DAYS + DAYS_BEHIND) {
      throw new RangeError(`The calendar has no working day within ${LONGEST_CLOSURE_DAYS} days`)
    }
    workedDaysBefore.push(workedDays.length)
  }

  /** Index of the instant's day, whose sums are there afterwards. */
  function indexOf(at: number): { readonly index: number; readonly first: number } {
    const dayNumber = Math.floor((at + CHINA_OFFSET_MS) / MS_PER_DAY)
    if (firstDay === null || dayNumber < firstDay) {
      start(dayNumber)
    }
    const first = firstDay ?? dayNumber
    const index = dayNumber - first
    while (days.length <= index) {
      grow(first)
    }
    return { index, first }
  }

  function position(at: number): number {
    const { index } = indexOf(at)
    const day = days[index]
    return (workedBefore[index] ?? 0) + (day === undefined ? 0 : workedOn(day, timeOfDay(at)))
  }

  function instantOn(first: number, index: number, ofDay: number): number {
    return (first + index) * MS_PER_DAY - CHINA_OFFSET_MS + ofDay
  }

  function isConfirmed(fromIndex: number, toIndex: number): boolean {
    return (unconfirmedBefore[toIndex + 1] ?? 0) === (unconfirmedBefore[fromIndex] ?? 0)
  }

  return {
    minutesBetween(from, to) {
      // The earlier one first: it may make the sums begin anew.
      indexOf(Math.min(from, to))
      // Adding zero turns the negative zero of a span shorter than a minute into zero.
      return Math.trunc((position(to) - position(from)) / MS_PER_MINUTE) + 0
    },
    addMinutes(from, minutes) {
      requireWhole(minutes, 0)
      const { index, first } = indexOf(from)
      if (minutes === 0) {
        return { at: from, confirmed: days[index]?.confirmed ?? false }
      }
      const wanted = position(from) + minutes * MS_PER_MINUTE
      while ((workedBefore.at(-1) ?? 0) < wanted) {
        grow(first)
      }
      const found = firstAtLeast(workedBefore, wanted) - 1
      const ofDay = timeOfDayAfter(days[found]?.slots ?? [], wanted - (workedBefore[found] ?? 0))
      return { at: instantOn(first, found, ofDay), confirmed: isConfirmed(index, found) }
    },
    dueAfter(receivedAt, workingDays) {
      requireWhole(workingDays, 1)
      const { index, first } = indexOf(receivedAt)
      const wanted = (workedDaysBefore[index + 1] ?? 0) + workingDays - 1
      while (workedDays.length <= wanted) {
        grow(first)
      }
      const last = workedDays[wanted] ?? index
      const slots = days[last]?.slots ?? []
      const closing = Math.max(...slots.map(({ to }) => to)) * MS_PER_MINUTE
      const ofDay =
        (days[index]?.slots.length ?? 0) > 0 ? clampToSlots(timeOfDay(receivedAt), slots, closing) : closing
      return { at: instantOn(first, last, ofDay), confirmed: isConfirmed(index, last) }
    },
  }
}

/** Index of the first value that is not smaller; the list rises. */
function firstAtLeast(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < wanted) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}

type Slots = CalendarDay['slots']

/** Time of day (ms) at which so much of the day's working time has passed. */
function timeOfDayAfter(slots: Slots, worked: number): number {
  let left = worked
  for (const slot of slots) {
    const length = (slot.to - slot.from) * MS_PER_MINUTE
    if (left <= length) {
      return slot.from * MS_PER_MINUTE + left
    }
    left -= length
  }
  throw new RangeError('A day is not worked that long')
}

function clampToSlots(ofDay: number, slots: Slots, closing: number): number {
  const slot = slots.find(({ to }) => ofDay <= to * MS_PER_MINUTE)
  return slot === undefined ? closing : Math.max(ofDay, slot.from * MS_PER_MINUTE)
}

/** Working milliseconds of a day until this time of it. */
function workedOn(day: CalendarDay, ofDay: number): number {
  let sum = 0
  for (const slot of day.slots) {
    sum += Math.max(0, Math.min(ofDay, slot.to * MS_PER_MINUTE) - slot.from * MS_PER_MINUTE)
  }
  return sum
}

function timeOfDay(at: number): number {
  const since = (at + CHINA_OFFSET_MS) % MS_PER_DAY
  return since < 0 ? since + MS_PER_DAY : since
}

function requireWhole(count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least) {
    throw new RangeError(`Working time is counted in whole numbers from ${least}`)
  }
}
