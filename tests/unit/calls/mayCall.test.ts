import { describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
import { china, deskCalendar } from '../calendar/deskCalendars'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { callPolicyOn } from '../../../shared/calls/callPolicy'
import type { CallRecord } from '../../../shared/calls/callRecord'
import { callStandOf } from '../../../shared/calls/callStand'
import { mayCall } from '../../../shared/calls/mayCall'

const calendar = deskCalendar()
const policy = callPolicyOn('2026-11-20')
const GUANGDONG = '440000'
const XINJIANG = '650000'

function at(wallTime: string, changes: Partial<CallRecord> = {}): CallRecord {
  return callRecord(chinaIso(china(wallTime)), changes)
}

function permission(now: string, calls: readonly CallRecord[] = [], province = GUANGDONG) {
  const found = mayCall({ province, calls: callStandOf(calls) }, policy, calendar, china(now))
  return found.may ? 'may' : [found.bar, found.nextAt === null ? null : chinaIso(found.nextAt).slice(0, 16)]
}

describe('mayCall', () => {
  it.each([
    ['2026-11-20 09:00', 'may'],
    ['2026-11-20 11:59', 'may'],
    ['2026-11-20 12:00', ['lunch', '2026-11-20T13:30']],
    ['2026-11-20 08:59', ['closed', '2026-11-20T09:00']],
    ['2026-11-20 18:00', ['closed', '2026-11-23T09:00']],
    ['2026-10-01 10:00', ['holiday', '2026-10-08T09:00']],
    // A worked Saturday.
    ['2026-10-10 10:00', 'may'],
  ])('knows working time: %s', (now, expected) => {
    expect(permission(now)).toEqual(expected)
  })

  it.each([
    ['2026-11-20 09:30', ['province-hours', '2026-11-20T10:00']],
    ['2026-11-20 10:00', 'may'],
    // Lunch there begins later and ends later: the two hours meet again at half past three.
    ['2026-11-20 14:00', ['province-hours', '2026-11-20T15:30']],
    ['2026-11-20 16:00', 'may'],
  ])('keeps the hours of a province that gets up later: %s', (now, expected) => {
    expect(permission(now, [], XINJIANG)).toEqual(expected)
  })

  it('waits a working hour after the first unanswered call, over lunch', () => {
    const calls = [at('2026-11-20 11:30')]
    expect(permission('2026-11-20 11:40', calls)).toEqual(['too-soon', '2026-11-20T14:00'])
    expect(permission('2026-11-20 13:59', calls)).toEqual(['too-soon', '2026-11-20T14:00'])
    expect(permission('2026-11-20 14:00', calls)).toBe('may')
  })

  it('ends with the call after the last pause, and begins anew when somebody was reached', () => {
    const unanswered = [at('2026-11-19 09:00'), at('2026-11-19 10:00'), at('2026-11-19 15:30')]
    expect(permission('2026-11-20 10:00', unanswered)).toEqual(['ladder-ended', null])
    const reached = [...unanswered, at('2026-11-20 09:00', { outcome: 'reached' })]
    expect(permission('2026-11-20 10:00', reached)).toBe('may')
    expect(permission('2026-11-20 10:00', [...reached, at('2026-11-20 09:30')])).toEqual([
      'too-soon',
      '2026-11-20T10:30',
    ])
  })

  it('lets a time that the applicant named go before all but working time', () => {
    const agreed = { callBackAt: chinaIso(china('2026-11-20 09:10')) }
    const calls = [at('2026-11-20 09:05', agreed)]
    expect(permission('2026-11-20 09:08', calls)).toEqual(['too-soon', '2026-11-20T10:05'])
    expect(permission('2026-11-20 09:10', calls)).toBe('may')
    expect(permission('2026-11-20 12:10', calls)).toEqual(['lunch', '2026-11-20T13:30'])
    expect(permission('2026-11-20 09:30', calls, XINJIANG)).toBe('may')
  })
})
