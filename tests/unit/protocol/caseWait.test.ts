import { describe, expect, it } from 'vitest'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import { caseWait } from '../../../shared/protocol/caseWait'
import type { Case } from '../../../shared/protocol/case'

const calendar = createDeskCalendar()
const HOUR = 60

type Step = readonly [at: string, kind: Case['timeline'][number]['kind']]

/** Of a case only what is asked. */
function caseOf(state: Case['state'], steps: readonly Step[]): Case {
  const timeline = steps.map(([at, kind]) => ({ at: instant(at), kind, round: 1, actor: null }))
  return { state, timeline, rounds: [{ submittedAt: instant(steps[0]?.[0] ?? '') }] } as unknown as Case
}

/** A time in China of November 2026, of which no workday is a holiday: 16 is a Monday. */
function instant(at: string): string {
  return new Date(`2026-11-${at}:00+08:00`).toISOString()
}

const waitAt = (filingCase: Case, at: string) => caseWait(filingCase, calendar, Date.parse(instant(at)))

describe('Whom a filing waits for', () => {
  it('is the applicant from the return on, in working time, and never twice for one wait', () => {
    const returned = caseOf('returned', [
      ['16T10:00', 'received'],
      ['16T11:00', 'returned'],
    ])
    expect(waitAt(returned, '17T10:00')).toEqual({
      waitsFor: 'applicant',
      since: instant('16T11:00'),
      // 11 to 12, 13:30 to 18, 9 to 10.
      minutes: 6.5 * HOUR,
      elsewhere: HOUR,
    })
    // The rest of Monday and four days of seven and a half hours; the weekend adds nothing.
    expect(waitAt(returned, '20T23:00')).toMatchObject({ minutes: 35.5 * HOUR })
    expect(waitAt(returned, '22T12:00')).toMatchObject({ minutes: 35.5 * HOUR })
  })

  it('counts the time elsewhere over all rounds, without that of earlier waits', () => {
    const again = caseOf('returned', [
      ['16T10:00', 'received'],
      ['16T11:00', 'returned'],
      ['18T09:00', 'resubmitted'],
      ['18T11:00', 'called'],
      ['18T11:30', 'returned'],
    ])
    expect(waitAt(again, '18T14:00')).toMatchObject({ minutes: HOUR, elsewhere: 3.5 * HOUR })
  })

  it('is the applicant while the photo is to be taken, and nobody while it is looked at', () => {
    const steps: readonly Step[] = [
      ['16T10:00', 'received'],
      ['16T11:00', 'passed'],
      ['17T09:00', 'backdrop-sent'],
    ]
    expect(waitAt(caseOf('awaiting-photo', steps), '17T10:00')).toMatchObject({ minutes: HOUR })
    const taken = caseOf('photo-review', [...steps, ['17T15:00', 'photo-received']])
    expect(waitAt(taken, '17T16:00')).toBeNull()
  })

  it('is the administration between three and twenty working days after it could begin', () => {
    const submitted = caseOf('submitted', [
      ['13T10:00', 'passed'],
      ['16T10:00', 'submitted'],
    ])
    expect(waitAt(submitted, '17T10:00')).toEqual({
      waitsFor: 'administration',
      since: instant('16T10:00'),
      earliest: '2026-11-19',
      latest: '2026-12-14',
      confirmed: true,
      isOver: false,
    })
    const verified = caseOf('administration-review', [
      ['01T10:00', 'submitted'],
      ['02T10:00', 'sms-verified'],
    ])
    expect(waitAt(verified, '30T10:00')).toMatchObject({
      earliest: '2026-11-05',
      latest: '2026-11-30',
      isOver: false,
    })
    expect(caseWait(verified, calendar, Date.parse('2026-12-01T00:00:00+08:00'))).toMatchObject({
      isOver: true,
    })
  })

  it.each(['pending-review', 'approved', 'withdrawn', 'sms-verification'] as const)(
    'is nobody told here in %s',
    (state) => {
      expect(
        waitAt(
          caseOf(state, [
            ['16T10:00', 'received'],
            ['16T11:00', 'submitted'],
          ]),
          '17T10:00',
        ),
      ).toBeNull()
    },
  )
})
