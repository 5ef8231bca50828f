import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../helpers/fakeDesk'
import { makeDesk, ME } from '../../helpers/rendererCases'
import { useCalendarStore } from '../../../renderer/stores/calendar'
import { useSessionStore } from '../../../renderer/stores/session'
import type { CalendarChange } from '../../../shared/calendar/changeCalendar'

let desk: FakeDesk
const closed = (date: string): CalendarChange => ({
  kind: 'add',
  override: { kind: 'closed', from: date, to: date, reason: '盘点' },
})

async function open(role: 'supervisor' | 'reviewer') {
  desk = makeDesk({ user: { ...ME, role } })
  vi.stubGlobal('window', { desk: desk.bridge })
  await useSessionStore().read()
  const store = useCalendarStore()
  await store.load()
  return store
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the team’s calendar on screen', () => {
  it('shows what a change makes of each day before it is put in force, and then has it', async () => {
    const store = await open('supervisor')
    expect(store.canChange).toBe(true)
    store.add(closed('2026-12-30'))
    store.add(closed('2026-12-31'))
    expect(store.difference.days.map(({ after }) => [after.date, after.kind])).toEqual([
      ['2026-12-30', 'local-closure'],
      ['2026-12-31', 'local-closure'],
    ])
    store.undo(0)
    expect([...store.changedDates]).toEqual(['2026-12-31'])
    expect(store.inForce.overrides).toHaveLength(2)
    await store.apply()
    expect([store.changes, store.revision, store.inForce.overrides.length]).toEqual([[], 4, 3])
    expect(store.calendar.day('2026-12-31').kind).toBe('local-closure')
  })

  it('keeps the changes of whoever was second, says who was first, and puts them in force on the new one', async () => {
    const store = await open('supervisor')
    // Somebody else, on the same server.
    await desk.bridge.invoke('calendar.change', { basis: 3, changes: [closed('2026-12-30')] })
    store.add(closed('2026-12-31'))
    await store.apply()
    expect(store.overtakenBy?.by).toBe('周敏')
    expect([store.changes.length, store.revision]).toEqual([1, 4])
    expect([...store.changedDates]).toEqual(['2026-12-31'])
    await store.apply()
    expect([store.changes, store.overtakenBy, store.revision]).toEqual([[], null, 5])
    expect(['2026-12-30', '2026-12-31'].map((date) => store.calendar.day(date).kind)).toEqual([
      'local-closure',
      'local-closure',
    ])
  })

  it('keeps what is added while an answer is on its way', async () => {
    const store = await open('supervisor')
    store.add(closed('2026-12-30'))
    const applying = store.apply()
    store.add(closed('2026-12-31'))
    await applying
    expect(store.changes).toEqual([closed('2026-12-31')])
  })

  it('cannot be changed by a reviewer, nor without the server', async () => {
    const store = await open('reviewer')
    expect(store.canChange).toBe(false)
    const lead = await open('supervisor')
    desk.override('calendar.read', () => ({ state: 'kept', calendar: null }))
    await lead.load()
    expect([lead.canChange, lead.revision]).toEqual([false, null])
    lead.add(closed('2026-12-30'))
    await lead.apply()
    expect(desk.calls).not.toContain('calendar.change')
  })

  it('has nothing of the person before', async () => {
    const store = await open('supervisor')
    store.add(closed('2026-12-30'))
    desk = makeDesk({ user: { ...ME, id: '0199d000-0000-7000-b000-000000000009', role: 'supervisor' } })
    vi.stubGlobal('window', { desk: desk.bridge })
    await useSessionStore().read()
    await store.load()
    expect(store.changes).toEqual([])
  })
})
