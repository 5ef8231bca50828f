import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { Notice } from '../../shared/domain/notice'
import type { CaseState } from '../../shared/filing/caseStates'
import type { CaseView, QueueItem } from '../../shared/ipc/models'

/** Rows of one call; what is beyond follows when these are dealt with. */
const LIMIT = 200
/** States in which something outside the desk is waited for, and a supervisor may enter it. */
const STATES: readonly CaseState[] = [
  'administration-review',
  'sms-verification',
  'submitted',
  'awaiting-backdrop',
]

/** Filings that wait for the backdrop to be posted, the SMS verification or the administration. */
export const useAfterSubmissionStore = defineStore('afterSubmission', () => {
  const items = shallowRef<readonly QueueItem[]>([])
  const total = ref(0)
  const isLoaded = ref(false)
  const selectedId = ref<string | null>(null)
  /** The whole case of the selected row; only where its services have to be named. */
  const selectedCase = shallowRef<CaseView['case'] | null>(null)
  const selected = computed(() => items.value.find(({ id }) => id === selectedId.value))

  async function refresh(): Promise<void> {
    const reply = await desk.listQueue({
      filter: { view: 'all', states: [...STATES] },
      sort: 'submitted',
      descending: false,
      offset: 0,
      limit: LIMIT,
    })
    items.value = [...reply.items].sort(byUrgency)
    total.value = reply.total
    isLoaded.value = true
    // The filing moved on while it was selected: its answer can be entered now.
    if (selected.value?.state === 'administration-review' && selectedCase.value === null) {
      await select(selected.value.id)
    }
  }

  async function select(caseId: string): Promise<void> {
    selectedId.value = caseId
    selectedCase.value = null
    if (selected.value?.state === 'administration-review') {
      const view = await desk.readCase(caseId)
      if (selectedId.value === caseId) {
        selectedCase.value = view.case
      }
    }
  }

  async function record(caseId: string, notice: Notice): Promise<void> {
    await desk.recordNotice(caseId, notice)
    if (selectedId.value === caseId) {
      selectedId.value = null
      selectedCase.value = null
    }
    await refresh()
  }

  return { items, total, isLoaded, selectedId, selectedCase, selected, refresh, select, record }
})

/** What runs out of time first, then what waits for the administration's answer, then the rest, the oldest first. */
function byUrgency(a: QueueItem, b: QueueItem): number {
  const dueA = a.sms?.dueAt ?? null
  const dueB = b.sms?.dueAt ?? null
  if (a.state === 'sms-verification' && b.state === 'sms-verification' && dueA !== null && dueB !== null) {
    return Date.parse(dueA) - Date.parse(dueB)
  }
  return (
    rank(a.state) - rank(b.state) ||
    Date.parse(a.submittedAt) - Date.parse(b.submittedAt) ||
    a.orderNumber.localeCompare(b.orderNumber)
  )
}

function rank(state: CaseState): number {
  return ['sms-verification', 'administration-review', 'submitted', 'awaiting-backdrop'].indexOf(state)
}
