import { describe, expect, it } from 'vitest'
import { createCalendarWorkflow } from '../../../electron/workflows/calendar/calendarWorkflow'
import type { ServerProblem } from '../../../electron/workflows/ports/reviewServerPort'
import type { CalendarFile } from '../../../shared/calendar/calendarData'
import { EMPTY_CALENDAR } from '../../../shared/calendar/changeCalendar'
import type { TeamCalendar } from '../../../shared/protocol/calendar'
import { refusal, success } from '../../../shared/result'
import type { Right } from '../../../shared/review/rights'

const CLOSED: CalendarFile = {
  ...EMPTY_CALENDAR,
  overrides: [{ kind: 'closed', from: '2026-12-24', to: '2026-12-24', reason: '停电' }],
}
const IN_FORCE: TeamCalendar = {
  revision: 2,
  calendar: CLOSED,
  changed: { by: '王磊', at: '2026-11-20T02:00:00.000Z' },
}
const REQUEST = { basis: 1, changes: [{ kind: 'forget' as const, year: 2027 }] }

function makeWorkflow(
  problems: { readonly read?: ServerProblem; readonly change?: ServerProblem } = {},
  token: string | null = 'token',
) {
  const counted: (CalendarFile | null)[] = []
  const asked: Right[] = []
  let kept: CalendarFile | null = null
  const workflow = createCalendarWorkflow({
    data: {
      teamCalendar: () => Promise.resolve(kept),
      storeTeamCalendar: (calendar: CalendarFile | null) => {
        kept = calendar
        return Promise.resolve()
      },
    },
    server: {
      calendar: () => Promise.resolve(problems.read ? refusal(problems.read) : success(IN_FORCE)),
      changeCalendar: () => Promise.resolve(problems.change ? refusal(problems.change) : success(IN_FORCE)),
    },
    session: {
      requireUser: () => undefined,
      requireRight: (right: Right) => {
        asked.push(right)
      },
      token: () => token,
    } as unknown as Parameters<typeof createCalendarWorkflow>[0]['session'],
    desktop: { chooseTextFile: () => Promise.resolve({ text: 'BEGIN:VCALENDAR' }) },
    notify: () => undefined,
    countBy: (calendar) => counted.push(calendar),
  })
  return { workflow, counted, asked }
}

describe('the team’s calendar on the desk', () => {
  it('is read of the server and counted by at once, once', async () => {
    const { workflow, counted } = makeWorkflow()
    expect(await workflow.read()).toEqual({ state: 'in-force', ...IN_FORCE })
    await workflow.read()
    expect(counted).toEqual([CLOSED])
  })

  it.each([
    ['without a session at the server', {}, null],
    ['without a network', { read: 'offline' as const }, 'token'],
    ['while the server has too much to do', { read: 'busy' as const }, 'token'],
  ])('is the one that is kept here %s', async (_, problems, token) => {
    const { workflow } = makeWorkflow(problems, token)
    expect(await workflow.read()).toEqual({ state: 'kept', calendar: null })
  })

  it('tells whoever was second what is in force by now', async () => {
    const { workflow, counted, asked } = makeWorkflow({ change: 'conflict' })
    expect(await workflow.change(REQUEST)).toEqual({ outcome: 'overtaken', inForce: IN_FORCE })
    expect(counted).toEqual([CLOSED])
    expect(asked).toEqual(['keep-calendar'])
  })

  it('is changed', async () => {
    const { workflow, counted } = makeWorkflow()
    expect(await workflow.change(REQUEST)).toEqual({ outcome: 'changed', inForce: IN_FORCE })
    expect(counted).toEqual([CLOSED])
  })

  it.each([
    ['offline', 'offline'],
    ['forbidden', 'forbidden'],
    ['invalid-request', 'unexpected'],
  ] as const)('says that %s kept it as it is', async (change, code) => {
    const { workflow, counted } = makeWorkflow({ change })
    await expect(workflow.change(REQUEST)).rejects.toMatchObject({ failure: { code } })
    expect(counted).toEqual([])
  })

  it('hands out a feed as text to whoever may change the calendar', async () => {
    const { workflow, asked } = makeWorkflow()
    expect(await workflow.chooseFeed()).toEqual({ outcome: 'chosen', text: 'BEGIN:VCALENDAR' })
    expect(asked).toEqual(['keep-calendar'])
  })
})
