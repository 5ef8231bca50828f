import { inject, onScopeDispose, provide, reactive, ref, watch, type InjectionKey } from 'vue'
import type { DocumentPanes, PaneIndex } from './useDocumentPanes'
import { NEUTRAL_LOOK, type PictureLook } from '../viewer/pictureLook'
import type { Spot } from '../viewer/projection'

/** What a drag or a press on the picture does instead of moving it. */
type Tool = 'ruler' | 'pin'

/** How many screen pixels show one pixel of the original under the glass. */
const GLASS_POWERS = [1, 2, 3, 4, 6, 8] as const
/** Slow enough to look, and far below the three flashes a second that WCAG 2.3.1 allows. */
const BLINK_MS = 1200

/** What a person has put between the picture and the eye, and what the pointer does. Nothing of it is stored. */
function createViewTools(panes: DocumentPanes) {
  const looks = reactive<[PictureLook, PictureLook]>([NEUTRAL_LOOK, NEUTRAL_LOOK])
  const tool = ref<Tool | null>(null)
  const isGlassOn = ref(false)
  const glassPower = ref<number>(2)
  /** Where each pane's glass lies, as fractions of its picture. */
  const glassSpots = reactive<[Spot | null, Spot | null]>([null, null])
  /** Millimetres of a pixel of a page, where a person has said which edge a line is. */
  const scales = reactive<Record<string, number>>({})
  /** Share of the pane, from the left, in which the earlier picture lies over the present one. */
  const divider = ref(0.5)
  const isEarlierShown = ref(false)
  const isBlinking = ref(false)
  const canBlinkAlone = !window.matchMedia('(prefers-reduced-motion: reduce)').matches

  function changeLook(pane: PaneIndex, look: PictureLook): void {
    looks[pane] = look
  }

  function toggleTool(wanted: Tool): void {
    tool.value = tool.value === wanted ? null : wanted
  }

  /** Puts the glass of a pane somewhere; that of a linked pane lies in the same place. */
  function moveGlass(pane: PaneIndex, spot: Spot | null): void {
    const other = pane === 0 ? 1 : 0
    glassSpots[pane] = spot
    glassSpots[other] = panes.isLinked.value ? spot : null
  }

  function toggleGlass(): void {
    isGlassOn.value = !isGlassOn.value
    if (isGlassOn.value && glassSpots[panes.active.value] === null) {
      moveGlass(panes.active.value, { x: 0.5, y: 0.5 })
    }
  }

  function changeGlassPower(by: 1 | -1): void {
    const at = GLASS_POWERS.findIndex((power) => power === glassPower.value)
    glassPower.value = GLASS_POWERS[at + by] ?? glassPower.value
  }

  function moveDivider(to: number): void {
    divider.value = Math.max(0, Math.min(1, to))
  }

  function toggleBlinking(): void {
    isBlinking.value = canBlinkAlone && !isBlinking.value
  }

  // A picture that nobody has changed the look of is shown as it is.
  for (const pane of [0, 1] as const) {
    watch(
      () => panes.shown[pane],
      () => {
        looks[pane] = NEUTRAL_LOOK
      },
    )
  }
  watch(panes.comparison, (kind) => {
    divider.value = 0.5
    isEarlierShown.value = false
    isBlinking.value &&= kind === 'blink'
  })
  let timer: number | undefined
  watch(isBlinking, (on) => {
    window.clearInterval(timer)
    if (on) {
      timer = window.setInterval(() => {
        isEarlierShown.value = !isEarlierShown.value
      }, BLINK_MS)
    }
  })
  onScopeDispose(() => {
    window.clearInterval(timer)
  })

  return {
    looks,
    tool,
    isGlassOn,
    glassPower,
    glassPowers: GLASS_POWERS,
    glassSpots,
    scales,
    divider,
    isEarlierShown,
    isBlinking,
    canBlinkAlone,
    changeLook,
    toggleTool,
    toggleGlass,
    moveGlass,
    changeGlassPower,
    moveDivider,
    toggleBlinking,
  }
}

export type ViewTools = ReturnType<typeof createViewTools>
const TOOLS: InjectionKey<ViewTools> = Symbol('view tools')

export function provideViewTools(panes: DocumentPanes): ViewTools {
  const tools = createViewTools(panes)
  provide(TOOLS, tools)
  return tools
}

export function useViewTools(): ViewTools {
  const tools = inject(TOOLS)
  if (tools === undefined) {
    throw new Error('View tools are provided by the case view')
  }
  return tools
}
