import { chinaIso } from '../../../../shared/calendar/chinaTime'

/** `2026-11-21 14:32`, China time, whatever the machine's zone. */
export function timeText(instant: string): string {
  return chinaIso(Date.parse(instant)).slice(0, 16).replace('T', ' ')
}

/** `1,234,567`, grouped without asking the machine's locale. */
export function countText(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A measured number to at most three decimals, without trailing zeros. */
export function numberText(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

export function validityText(from: string | undefined, to: string | undefined): string {
  const end = to === 'long-term' ? '长期' : to
  if (from === undefined && end === undefined) {
    return ''
  }
  return `${from ?? '—'} 至 ${end ?? '—'}`
}
