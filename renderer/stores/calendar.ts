import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useSessionStore } from './session'
import * as desk from '../api/deskApi'
import { EMPTY_CALENDAR, changeCalendar, type CalendarChange } from '../../shared/calendar/changeCalendar'
import { compareCalendars } from '../../shared/calendar/compareCalendars'
import { createDeskCalendar } from '../../shared/calendar/deskCalendar'
import { MOST_CALENDAR_CHANGES, type TeamCalendar } from '../../shared/protocol/calendar'
import type { CalendarView } from '../../shared/ipc/calendar'

/**
 * The team's calendar, and what the person is about to change of it. Changes are kept as intentions beside the calendar in force, so
 * they survive when somebody else changes that first.
 */
export const useCalendarStore = defineStore('calendar', () => {
  const session = useSessionStore()
  const view = shallowRef<CalendarView | null>(null)
  const changes = shallowRef<readonly CalendarChange[]>([])
  /** Who was first, after changes were refused because of it. */
  const overtakenBy = shallowRef<TeamCalendar['changed']>(null)
  /** How often changes were put in force here. */
  const applied = ref(0)
  let owner: string | null = null

  const inForce = computed(() => view.value?.calendar ?? EMPTY_CALENDAR)
  const revision = computed(() => (view.value?.state === 'in-force' ? view.value.revision : null))
  const canChange = computed(() => revision.value !== null && session.may('keep-calendar'))
  const changed = computed(() => changeCalendar(inForce.value, changes.value))
  /** As it would be with the changes. */
  const planned = computed(() => (changed.value.ok ? changed.value.value : inForce.value))
  const isFull = computed(() => !changed.value.ok || changes.value.length > MOST_CALENDAR_CHANGES)
  const calendar = computed(() => createDeskCalendar(planned.value))
  const difference = computed(() => compareCalendars(inForce.value, planned.value))
  const changedDates = computed(() => new Set(difference.value.days.map(({ after }) => after.date)))

  async function load(): Promise<void> {
    // What one person was about to change is nobody else's.
    if (owner !== (session.user?.id ?? null)) {
      owner = session.user?.id ?? null
      forget()
    }
    view.value = await desk.readCalendar()
  }

  function add(change: CalendarChange): void {
    changes.value = [...changes.value, change]
  }

  function undo(index: number): void {
    changes.value = changes.value.filter((_, at) => at !== index)
    overtakenBy.value = changes.value.length === 0 ? null : overtakenBy.value
  }

  function forget(): void {
    changes.value = []
    overtakenBy.value = null
  }

  async function apply(): Promise<void> {
    if (revision.value === null || changes.value.length === 0) {
      return
    }
    const sent = changes.value
    const { outcome, inForce: now } = await desk.changeCalendar({
      basis: revision.value,
      changes: [...sent],
    })
    view.value = { state: 'in-force', ...now }
    if (outcome === 'changed') {
      // What was added while the answer was on its way is not in force yet.
      changes.value = changes.value.filter((change) => !sent.includes(change))
      overtakenBy.value = null
      applied.value += 1
    } else {
      overtakenBy.value = now.changed
    }
  }

  return {
    view,
    changes,
    overtakenBy,
    applied,
    inForce,
    revision,
    canChange,
    planned,
    isFull,
    calendar,
    difference,
    changedDates,
    load,
    add,
    undo,
    forget,
    apply,
  }
})
