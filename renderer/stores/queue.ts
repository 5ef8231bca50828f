import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowReactive, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { QueueFacets, QueueFilter, QueueItem } from '../../shared/ipc/models'
import type { ReplyOf, RequestOf } from '../../shared/ipc/contract'

/** Rows that one call brings; a multiple of what any screen shows. */
export const QUEUE_WINDOW = 200

export type QueueSort = RequestOf<'queue.list'>['sort']

/** The same items again where nothing of them has changed: a row of the table is drawn anew when its item is another one. */
function keepUnchanged(
  before: readonly QueueItem[] | undefined,
  after: readonly QueueItem[],
): readonly QueueItem[] {
  const known = new Map(before?.map((item) => [item.id, item]))
  return after.map((item) => {
    const earlier = known.get(item.id)
    return earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(item) ? earlier : item
  })
}

/**
 * The queue as the table shows it: how many rows there are, and those windows of them that were scrolled to.
 * Filter, order, search words and selection are kept while other views are open.
 */
export const useQueueStore = defineStore('queue', () => {
  const filter = reactive<QueueFilter>({ view: 'open' })
  const sort = ref<QueueSort>('due')
  const descending = ref(false)
  const total = ref(0)
  const isLoaded = ref(false)
  const windows = shallowReactive(new Map<number, readonly QueueItem[]>())
  const facets = shallowRef<QueueFacets | null>(null)
  const selectedIndex = ref(0)
  const lastDrawn = shallowRef<ReplyOf<'case.drawNext'> | null>(null)
  /** Counts up with every change of what is asked for; replies to an older question are dropped. */
  let generation = 0
  const loading = new Set<number>()

  const selected = computed(() => itemAt(selectedIndex.value))
  const isFiltered = computed(
    () =>
      Boolean(filter.text?.trim()) ||
      filter.overdueOnly === true ||
      [filter.provinces, filter.filingTypes, filter.states, filter.entityKinds].some(
        (list) => (list?.length ?? 0) > 0,
      ),
  )

  function itemAt(index: number): QueueItem | undefined {
    return windows.get(Math.floor(index / QUEUE_WINDOW))?.[index % QUEUE_WINDOW]
  }

  async function loadWindow(at: number): Promise<void> {
    const asked = generation
    loading.add(at)
    try {
      const reply = await desk.listQueue({
        filter: { ...filter },
        sort: sort.value,
        descending: descending.value,
        offset: at * QUEUE_WINDOW,
        limit: QUEUE_WINDOW,
      })
      if (asked !== generation) {
        return
      }
      windows.set(at, keepUnchanged(windows.get(at), reply.items))
      total.value = reply.total
      isLoaded.value = true
      selectedIndex.value = Math.max(0, Math.min(selectedIndex.value, reply.total - 1))
    } finally {
      if (asked === generation) {
        loading.delete(at)
      }
    }
  }

  /** Brings the windows that cover these rows, unless they are here or on their way. */
  async function ensureRange(first: number, last: number): Promise<void> {
    const wanted: number[] = []
    for (let at = Math.floor(first / QUEUE_WINDOW); at <= Math.floor(last / QUEUE_WINDOW); at++) {
      if (!windows.has(at) && !loading.has(at)) {
        wanted.push(at)
      }
    }
    await Promise.all(wanted.map(loadWindow))
  }

  /** Asks anew for the windows that are loaded; rows stay in place until their successors arrive. */
  async function refresh(): Promise<void> {
    const selectedId = selected.value?.id
    const loaded = windows.size === 0 ? [0] : [...windows.keys()]
    generation += 1
    loading.clear()
    const [nextFacets] = await Promise.all([desk.readQueueFacets(), ...loaded.map(loadWindow)])
    facets.value = nextFacets
    keepSelection(selectedId)
  }

  function keepSelection(caseId: string | undefined): void {
    if (caseId === undefined || selected.value?.id === caseId) {
      return
    }
    for (const [at, items] of windows) {
      const within = items.findIndex((item) => item.id === caseId)
      if (within >= 0) {
        selectedIndex.value = at * QUEUE_WINDOW + within
        return
      }
    }
  }

  /** Asks another question: the table begins at its top again. */
  async function restart(): Promise<void> {
    generation += 1
    loading.clear()
    windows.clear()
    selectedIndex.value = 0
    const [nextFacets] = await Promise.all([desk.readQueueFacets(), loadWindow(0)])
    facets.value = nextFacets
  }

  async function changeFilter(change: Partial<QueueFilter>): Promise<void> {
    Object.assign(filter, change)
    await restart()
  }

  async function clearFilter(): Promise<void> {
    await changeFilter({
      text: '',
      overdueOnly: false,
      provinces: [],
      filingTypes: [],
      states: [],
      entityKinds: [],
    })
  }

  /** Sorts by the column, or turns its direction when it is the one already. */
  async function sortBy(column: QueueSort): Promise<void> {
    descending.value = sort.value === column ? !descending.value : false
    sort.value = column
    await restart()
  }

  function select(index: number): void {
    selectedIndex.value = Math.max(0, Math.min(index, total.value - 1))
  }

  async function drawNext(): Promise<string> {
    lastDrawn.value = await desk.drawNextCase()
    return lastDrawn.value.caseId
  }

  async function draw(caseId: string): Promise<string> {
    return (await desk.drawCase(caseId)).caseId
  }

  return {
    filter,
    sort,
    descending,
    total,
    isLoaded,
    windows,
    facets,
    selectedIndex,
    selected,
    isFiltered,
    lastDrawn,
    itemAt,
    ensureRange,
    refresh,
    restart,
    changeFilter,
    clearFilter,
    sortBy,
    select,
    drawNext,
    draw,
  }
})
