/**
 * Dates and durations as they are shown. China has had one time zone without daylight saving since 1991, so wall
 * time is UTC+8 whatever the machine's zone says.
 */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
const MINUTES_PER_HOUR = 60

function chinaText(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  return Number.isNaN(ms) ? '' : new Date(ms + CHINA_OFFSET_MS).toISOString()
}

/** `2026-11-21 14:32` */
export function formatDateTime(instant: string | number): string {
  return chinaText(instant).slice(0, 16).replace('T', ' ')
}

/** `2026-11-21` */
export function formatDate(instant: string | number): string {
  return chinaText(instant).slice(0, 10)
}

/** `14:32` */
export function formatTime(instant: string | number): string {
  return chinaText(instant).slice(11, 16)
}

/** The time of today, or month and day before it: `14:32`, `11-20 14:32`. */
export function formatNear(instant: string | number, now: number): string {
  return formatDate(instant) === formatDate(now) ? formatTime(instant) : formatDateTime(instant).slice(5)
}

/** Hours and minutes of a working duration; the sign is told apart. */
export interface WorkingDuration {
  readonly late: boolean
  readonly hours: number
  readonly minutes: number
}

export function workingDuration(workingMinutes: number): WorkingDuration {
  const total = Math.abs(workingMinutes)
  return {
    late: workingMinutes < 0,
    hours: Math.floor(total / MINUTES_PER_HOUR),
    minutes: total % MINUTES_PER_HOUR,
  }
}

/** `412 KB`, `1.8 MB` */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** Keeps what identifies to the reader and hides the rest: `1101**********1234`, `138****5678`. */
export function maskNumber(value: string): string {
  const keepHead = value.length >= 15 ? 4 : 3
  const keepTail = value.length >= 7 ? 4 : 0
  const hidden = value.length - keepHead - keepTail
  return hidden <= 0
    ? '*'.repeat(value.length)
    : value.slice(0, keepHead) + '*'.repeat(hidden) + value.slice(value.length - keepTail)
}
