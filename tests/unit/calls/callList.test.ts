import { describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
import { china, deskCalendar } from '../calendar/deskCalendars'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { callPlace, CALL_REASONS, compareCalls, type CallCandidate } from '../../../shared/calls/callList'
import { callPolicyOn } from '../../../shared/calls/callPolicy'
import type { CallRecord } from '../../../shared/calls/callRecord'
import { callStandOf } from '../../../shared/calls/callStand'

const calendar = deskCalendar()
const policy = callPolicyOn('2026-11-20')
const NOW = china('2026-11-20 10:00')
const iso = (wallTime: string) => chinaIso(china(wallTime))

function candidate(changes: Partial<CallCandidate> = {}, calls: readonly CallRecord[] = []): CallCandidate {
  return {
    province: '440000',
    calls: callStandOf(calls),
    state: 'pending-review',
    dueAt: iso('2026-11-20 17:00'),
    smsDueAt: null,
    isHeld: true,
    notOk: 0,
    ...changes,
  }
}

const placeOf = (one: CallCandidate) => callPlace(one, policy, calendar, NOW)

describe('callPlace', () => {
  const yesterday = iso('2026-11-19 10:00')

  it('names nobody without a reason', () => {
    expect(placeOf(candidate())).toBeNull()
    expect(placeOf(candidate({ notOk: 2, isHeld: false }))).toBeNull()
    expect(placeOf(candidate({ state: 'approved' }, [callRecord(yesterday)]))).toBeNull()
    const reached = callRecord(yesterday, { outcome: 'reached', nextStep: 'none' })
    expect(placeOf(candidate({ notOk: 2 }, [reached]))).toBeNull()
  })

  it.each<[string, CallCandidate]>([
    ['sms-lapsing', candidate({ state: 'sms-verification', smsDueAt: iso('2026-11-20 16:00') })],
    ['call-back', candidate({}, [callRecord(yesterday, { callBackAt: iso('2026-11-20 09:30') })])],
    [
      'promise-passed',
      candidate({ state: 'returned' }, [
        callRecord(yesterday, { outcome: 'reached', promise: { what: '重新上传', until: '2026-11-19' } }),
      ]),
    ],
    ['try-again', candidate({}, [callRecord(yesterday)])],
    ['to-clear-up', candidate({ notOk: 1 })],
    [
      'nobody-reached',
      candidate(
        {},
        Array.from({ length: 3 }, () => callRecord(yesterday)),
      ),
    ],
  ])('says %s', (reason, one) => {
    expect(placeOf(one)).toMatchObject({ reason, isLater: false })
  })

  it('tells what comes later with its time', () => {
    const agreed = candidate({}, [
      callRecord(yesterday, { outcome: 'reached', callBackAt: iso('2026-11-20 15:00') }),
    ])
    expect(placeOf(agreed)).toMatchObject({
      reason: 'call-back',
      isLater: true,
      at: china('2026-11-20 15:00'),
    })
    const paused = candidate({}, [callRecord(iso('2026-11-20 09:40'))])
    expect(placeOf(paused)).toMatchObject({
      reason: 'try-again',
      isLater: true,
      at: china('2026-11-20 10:40'),
    })
  })

  it('keeps a promise until its day is over', () => {
    const today = { outcome: 'reached', promise: { what: '重新上传', until: '2026-11-20' } } as const
    expect(placeOf(candidate({ state: 'returned' }, [callRecord(yesterday, today)]))).toBeNull()
  })

  it('forgets a promise once the person was reached again without another, and keeps what was agreed then', () => {
    const promised = callRecord(iso('2026-11-17 10:00'), {
      outcome: 'reached',
      promise: { what: '重新上传', until: '2026-11-18' },
    })
    const unanswered = callRecord(iso('2026-11-19 10:00'))
    expect(placeOf(candidate({ state: 'returned' }, [promised, unanswered]))).toMatchObject({
      reason: 'promise-passed',
    })
    const agreed = { outcome: 'reached', callBackAt: iso('2026-11-20 15:00') } as const
    expect(
      placeOf(candidate({ state: 'returned' }, [promised, unanswered, callRecord(yesterday, agreed)])),
    ).toMatchObject({ reason: 'call-back', isLater: true })
    const kept = callRecord(yesterday, { outcome: 'reached', nextStep: 'none' })
    expect(placeOf(candidate({ state: 'returned' }, [promised, kept]))).toBeNull()
    const tried = callRecord(iso('2026-11-19 16:00'))
    expect(placeOf(candidate({ state: 'returned' }, [promised, kept, tried]))).toMatchObject({
      reason: 'try-again',
    })
  })

  it.each([
    ['2026-11-21 03:00', 0, true],
    ['2026-11-20 22:00', 1, false],
    ['2026-11-20 16:00', 2, false],
    ['2026-11-20 12:00', 3, false],
    ['2026-11-20 09:00', 3, false],
  ])('warns before the SMS verification ends at %s: step %i', (end, warning, isLater) => {
    const one = candidate({ state: 'sms-verification', smsDueAt: iso(end) })
    expect(placeOf(one)).toMatchObject({ reason: 'sms-lapsing', warning, isLater })
  })
})

describe('compareCalls', () => {
  it('puts a verification that is about to lapse before a note that can wait', () => {
    expect(CALL_REASONS.slice(0, 3)).toEqual(['sms-lapsing', 'written-down', 'call-back'])
  })

  it('puts the pressing reason first, then the earlier due time, and what comes later last', () => {
    const permission = { may: true } as const
    const place = { at: NOW, isLater: false, permission, warning: 0 }
    const sorted = [
      { place: { ...place, reason: 'call-back', at: NOW + 2, isLater: true }, dueAt: '2026-01-01T00:00:00Z' },
      { place: { ...place, reason: 'call-back', at: NOW + 1, isLater: true }, dueAt: '2027-01-01T00:00:00Z' },
      ...CALL_REASONS.toReversed().map((reason) => ({
        place: { ...place, reason },
        dueAt: '2026-11-20T09:00:00Z',
      })),
      { place: { ...place, reason: 'sms-lapsing' }, dueAt: '2026-11-20T08:00:00Z' },
    ] as const
    const order = sorted.toSorted(compareCalls).map(({ place: { reason }, dueAt }) => `${reason} ${dueAt}`)
    expect(order[0]).toBe('sms-lapsing 2026-11-20T08:00:00Z')
    expect(order.slice(1, 8)).toEqual(CALL_REASONS.map((reason) => `${reason} 2026-11-20T09:00:00Z`))
    expect(order.slice(8)).toEqual(['call-back 2027-01-01T00:00:00Z', 'call-back 2026-01-01T00:00:00Z'])
  })
})
