import { computed, inject, provide, reactive, ref, shallowRef, type InjectionKey } from 'vue'
import { createPanePages } from './panePages'
import type { Projection, Spot } from '../viewer/projection'
import type { CaseDocument } from '../../shared/protocol/case'

/** What a pane can be told to do; the pane that shows a picture provides it. */
export interface PaneHandle {
  readonly fit: () => void
  /** About a point of the pane, or about its middle. */
  readonly zoomBy: (factor: number, about?: Spot) => void
  /** Moves what is looked at by so many pixels of the pane. */
  readonly panBy: (x: number, y: number) => void
  readonly rotate: () => void
  readonly actualPixels: () => void
  /** Holds the picture at its own pixels under the pointer until released. */
  readonly loupe: (held: boolean) => void
  /** Looks at the place that the other pane looks at. */
  readonly follow: (state: ViewState) => void
  /** Brings a spot, as fractions of the picture, into the middle, near enough to see it; once the picture is there. */
  readonly lookAt: (spot: Spot) => void
  /** Where the picture stands in the pane; null while there is none. */
  readonly projection: () => Projection | null
}

/** Where a picture is looked at, whatever its size: zoom against the whole picture in view, centre as fractions. */
export interface ViewState {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

export type PaneIndex = 0 | 1

/** Corners of places in a document, as fractions of its width and height. */
type Places = ReadonlyArray<ReadonlyArray<{ readonly x: number; readonly y: number }>>

/** A document of an earlier round. */
interface EarlierPage {
  readonly round: number
  readonly documentId: string
}

/** How an earlier page is compared: in a pane of its own, left of a divider, or in the same place by turns. */
export type Comparison = 'side' | 'swipe' | 'blink'

/** Below this width a second pane leaves neither of them legible. */
const TWO_PANES_FROM_PX = 1500

/** One or two panes side by side, which documents they show, and which of them the keys belong to. */
function createDocumentPanes(
  documents: () => readonly CaseDocument[],
  pagesOf: (documentId: string) => number,
) {
  const shown = reactive<[string | null, string | null]>([null, null])
  /** What a pane shows instead while a document is compared with what it was in the round before. */
  const earlier = reactive<[EarlierPage | null, EarlierPage | null]>([null, null])
  const active = ref<PaneIndex>(0)
  const isDouble = ref(window.innerWidth >= TWO_PANES_FROM_PX)
  const isLinked = ref(false)
  const isMaximised = ref(false)
  /** An earlier page that lies over the present one in the first pane, registered by its size. */
  const laidOver = shallowRef<EarlierPage | null>(null)
  const comparison = ref<Comparison | null>(null)
  const isComparing = computed(() => comparison.value !== null)
  /** Panes that show the form in place of a document. */
  const forms = reactive<[boolean, boolean]>([false, false])
  /** Places that somebody has been sent to, outlined until the next way elsewhere. */
  const pointed = shallowRef<{
    readonly documentId: string
    readonly page: number
    readonly places: Places
  } | null>(null)
  const { pages, put, turnTo, turn, canTurn } = createPanePages({
    shown,
    pagesOf,
    together: (pane) => (isLinked.value && isDouble.value ? [0, 1] : [pane]),
  })
  let wasLinked = false
  const handles: [PaneHandle | null, PaneHandle | null] = [null, null]
  const indexes = computed<readonly PaneIndex[]>(() =>
    isDouble.value && laidOver.value === null ? [0, 1] : [0],
  )

  function register(pane: PaneIndex, handle: PaneHandle | null): void {
    handles[pane] = handle
  }

  function activeHandle(): PaneHandle | null {
    return handles[active.value]
  }

  function show(documentId: string, pane: PaneIndex = active.value): void {
    endComparison()
    pointed.value = null
    forms[pane] = false
    put(documentId, pane)
    active.value = pane
  }

  function endComparison(): void {
    if (isComparing.value) {
      isLinked.value = wasLinked
    }
    earlier[0] = null
    earlier[1] = null
    laidOver.value = null
    comparison.value = null
  }

  /** Shows what the document was with what it is; both are looked at in the same place. */
  function compare(page: EarlierPage, documentId: string, kind: Comparison = 'side'): void {
    endComparison()
    comparison.value = kind
    if (kind === 'side') {
      putSideBySide(page, documentId)
    } else {
      wasLinked = isLinked.value
      put(documentId, 0)
      forms[0] = false
      laidOver.value = page
      active.value = 0
    }
  }

  function putSideBySide(page: EarlierPage, documentId: string): void {
    wasLinked = isLinked.value
    isDouble.value = true
    isLinked.value = true
    const number = shown[active.value] === documentId ? pages[active.value] : 1
    for (const pane of [0, 1] as const) {
      shown[pane] = documentId
      pages[pane] = number
    }
    forms[0] = false
    forms[1] = false
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
      forms[home === 0 ? 1 : 0] = false
      put(second, home === 0 ? 1 : 0)
    }
  }

  /** Shows a page of a document and outlines places in it. */
  function point(documentId: string, places: Places, page = 1): void {
    showAll([documentId])
    turnTo(active.value, page)
    pointed.value = { documentId, page, places }
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
    pages.fill(1)
    active.value = 0
  }

  /** Puts the form where the pane's document is, or the document back. */
  function toggleForm(pane: PaneIndex = active.value): void {
    endComparison()
    forms[pane] = !forms[pane]
  }

  function toggleDouble(): void {
    endComparison()
    isDouble.value = !isDouble.value
    active.value = isDouble.value ? active.value : 0
  }

  return {
    shown,
    pages,
    earlier,
    laidOver,
    comparison,
    isComparing,
    forms,
    active,
    isDouble,
    isLinked,
    isMaximised,
    pointed,
    indexes,
    register,
    activeHandle,
    handleOf: (pane: PaneIndex) => handles[pane],
    show,
    showAll,
    point,
    compare,
    endComparison,
    step,
    turnTo,
    turn,
    canTurn,
    reset,
    toggleForm,
    toggleDouble,
  }
}

export type DocumentPanes = ReturnType<typeof createDocumentPanes>
const PANES: InjectionKey<DocumentPanes> = Symbol('document panes')

export function provideDocumentPanes(
  documents: () => readonly CaseDocument[],
  pagesOf: (documentId: string) => number,
): DocumentPanes {
  const panes = createDocumentPanes(documents, pagesOf)
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
