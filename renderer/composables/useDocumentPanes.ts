import { computed, inject, provide, reactive, ref, type InjectionKey } from 'vue'
import type { CaseDocument } from '../../shared/protocol/case'

/** What a pane can be told to do; the pane that shows a picture provides it. */
export interface PaneHandle {
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  readonly rotate: () => void
  readonly actualPixels: () => void
  /** Holds the picture at its own pixels under the pointer until released. */
  readonly loupe: (held: boolean) => void
  /** Looks at the place that the other pane looks at. */
  readonly follow: (state: ViewState) => void
}

/** Where a picture is looked at, whatever its size: zoom against the whole picture in view, centre as fractions. */
export interface ViewState {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

export type PaneIndex = 0 | 1

/** A document of an earlier round. */
export interface EarlierPage {
  readonly round: number
  readonly documentId: string
}
/** Below this width a second pane leaves neither of them legible. */
const TWO_PANES_FROM_PX = 1500

/** One or two panes side by side, which documents they show, and which of them the keys belong to. */
function createDocumentPanes(documents: () => readonly CaseDocument[]) {
  const shown = reactive<[string | null, string | null]>([null, null])
  /** What a pane shows instead while a document is compared with what it was in the round before. */
  const earlier = reactive<[EarlierPage | null, EarlierPage | null]>([null, null])
  const active = ref<PaneIndex>(0)
  const isDouble = ref(window.innerWidth >= TWO_PANES_FROM_PX)
  const isLinked = ref(false)
  const isMaximised = ref(false)
  const isComparing = computed(() => earlier.some((page) => page !== null))
  let wasLinked = false
  const handles: [PaneHandle | null, PaneHandle | null] = [null, null]
  const indexes = computed<readonly PaneIndex[]>(() => (isDouble.value ? [0, 1] : [0]))

  function register(pane: PaneIndex, handle: PaneHandle | null): void {
    handles[pane] = handle
  }

  function activeHandle(): PaneHandle | null {
    return handles[active.value]
  }

  function show(documentId: string, pane: PaneIndex = active.value): void {
    endComparison()
    shown[pane] = documentId
    active.value = pane
  }

  function endComparison(): void {
    if (isComparing.value) {
      isLinked.value = wasLinked
    }
    earlier[0] = null
    earlier[1] = null
  }

  /** Puts what the document was on the first pane and what it is on the second; both are looked at in the same place. */
  function compare(page: EarlierPage, documentId: string): void {
    endComparison()
    wasLinked = isLinked.value
    isDouble.value = true
    isLinked.value = true
    shown[0] = documentId
    shown[1] = documentId
    earlier[0] = page
    earlier[1] = null
    active.value = 1
  }

  /** Shows these documents; one that is on a pane already stays where it is. */
  function showAll(documentIds: readonly string[]): void {
    const [first, second] = documentIds
    if (first === undefined) {
      return
    }
    if (!isDouble.value) {
      show(first, 0)
      return
    }
    const already = indexes.value.find((pane) => shown[pane] === first)
    const home = already ?? active.value
    show(first, home)
    if (second !== undefined) {
      shown[home === 0 ? 1 : 0] = second
    }
  }

  function step(by: 1 | -1): void {
    const list = documents()
    const at = list.findIndex((document) => document.id === shown[active.value])
    const next = list[Math.max(0, Math.min(list.length - 1, at + by))]
    if (next !== undefined) {
      show(next.id)
    }
  }

  /** Puts the first documents on the panes; for a case that has just been opened. */
  function reset(): void {
    endComparison()
    const [first, second] = documents()
    shown[0] = first?.id ?? null
    shown[1] = second?.id ?? first?.id ?? null
    active.value = 0
  }

  function toggleDouble(): void {
    endComparison()
    isDouble.value = !isDouble.value
    active.value = isDouble.value ? active.value : 0
  }

  return {
    shown,
    earlier,
    isComparing,
    active,
    isDouble,
    isLinked,
    isMaximised,
    indexes,
    register,
    activeHandle,
    handleOf: (pane: PaneIndex) => handles[pane],
    show,
    showAll,
    compare,
    endComparison,
    step,
    reset,
    toggleDouble,
  }
}

export type DocumentPanes = ReturnType<typeof createDocumentPanes>
const PANES: InjectionKey<DocumentPanes> = Symbol('document panes')

export function provideDocumentPanes(documents: () => readonly CaseDocument[]): DocumentPanes {
  const panes = createDocumentPanes(documents)
  provide(PANES, panes)
  return panes
}

export function useDocumentPanes(): DocumentPanes {
  const panes = inject(PANES)
  if (panes === undefined) {
    throw new Error('Document panes are provided by the case view')
  }
  return panes
}
