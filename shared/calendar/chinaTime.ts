import { dateOfDay, dayNumberOf } from './dayNumber'

/**
 * Wall time in China. The mainland has kept UTC+08:00 the whole year since summer time ended on 1991-09-15, so a
 * fixed offset is exact for every date a filing can carry and nothing depends on the machine's zone or its zone
 * tables. Instants are epoch milliseconds; dates are `YYYY-MM-DD`; a time of day is counted in minutes from midnight.
 */

const MS_PER_MINUTE = 60_000
const MINUTES_PER_DAY = 1440
const MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE
const CHINA_OFFSET_MS = 8 * 60 * MS_PER_MINUTE

/** The instant written as ISO 8601 with China's offset, to the second: `2026-11-21T14:32:00+08:00`. */
export function chinaIso(at: number): string {
  return `${new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** Calendar date in China at this instant. */
export function chinaDate(at: number): string {
  return dateOfDay(Math.floor((at + CHINA_OFFSET_MS) / MS_PER_DAY))
}

/** Milliseconds since midnight in China at this instant. */
export function chinaTimeOfDay(at: number): number {
  const sinceMidnight = (at + CHINA_OFFSET_MS) % MS_PER_DAY
  return sinceMidnight < 0 ? sinceMidnight + MS_PER_DAY : sinceMidnight
}

/** The instant at which this date has lasted for so many minutes in China; 1440 is the end of the day. */
export function chinaInstant(date: string, minuteOfDay: number): number {
  return midnightUtc(date) - CHINA_OFFSET_MS + minuteOfDay * MS_PER_MINUTE
}

/** The date so many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days)
}

/** 1 Monday to 7 Sunday. */
export function isoWeekday(date: string): number {
  return new Date(midnightUtc(date)).getUTCDay() || 7
}

/** Whether the text is a day of the Gregorian calendar in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return dayNumberOf(text) !== undefined
}

function midnightUtc(date: string): number {
  return dayNumber(date) * MS_PER_DAY
}

function dayNumber(date: string): number {
  const number = dayNumberOf(date)
  if (number === undefined) {
    throw new RangeError('Not a calendar date')
  }
  return number
}
