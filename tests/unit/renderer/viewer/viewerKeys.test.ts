import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive, ref, shallowRef } from 'vue'
import type { DocumentPanes, PaneIndex } from '../../../../renderer/composables/useDocumentPanes'
import { viewerKeys } from '../../../../renderer/composables/viewerKeys'
import { createKeyRegistry } from '../../../../renderer/composables/useKeys'
import type { ViewTools } from '../../../../renderer/composables/useViewTools'
import { isNeutral, NEUTRAL_LOOK, type PictureLook } from '../../../../renderer/viewer/pictureLook'
import type { Projection, Spot } from '../../../../renderer/viewer/projection'

/** A picture of 400 by 200 pixels shown at half its size in the pane's corner. */
const PROJECTION: Projection = {
  origin: { x: 0, y: 0 },
  right: { x: 0.5, y: 0 },
  down: { x: 0, y: 0.5 },
  width: 400,
  height: 200,
}

function setUp() {
  const handle = {
    zoomBy: vi.fn(),
    panBy: vi.fn(),
    fit: vi.fn(),
    rotate: vi.fn(),
    projection: () => PROJECTION,
  }
  const comparison = ref<'side' | 'swipe' | 'blink' | null>(null)
  const active = ref<PaneIndex>(0)
  const panes = { active, comparison, activeHandle: () => handle, indexes: shallowRef([0]) }
  const looks = reactive<[PictureLook, PictureLook]>([NEUTRAL_LOOK, NEUTRAL_LOOK])
  const tools = {
    looks,
    tool: ref(null),
    isGlassOn: ref(false),
    glassSpots: reactive<[Spot | null, Spot | null]>([{ x: 0.5, y: 0.5 }, null]),
    divider: ref(0.5),
    isEarlierShown: ref(false),
    changeLook: (pane: PaneIndex, look: PictureLook) => {
      looks[pane] = look
    },
    toggleTool: vi.fn(),
    toggleGlass: vi.fn(),
    toggleBlinking: vi.fn(),
    changeGlassPower: vi.fn(),
    moveGlass: vi.fn(),
    moveDivider: vi.fn(),
  }
  const changes = { compareAs: vi.fn() }
  const registry = createKeyRegistry()
  registry.scopes.push({
    place: 'viewer',
    bindings: viewerKeys({
      panes: panes as unknown as DocumentPanes,
      tools: tools as unknown as ViewTools,
      changes,
      pins: { next: vi.fn() },
    }),
  })
  const press = (key: string, part: Partial<KeyboardEvent> = {}): boolean =>
    registry.handle({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      timeStamp: 0,
      target: null,
      preventDefault: vi.fn(),
      ...part,
    } as unknown as KeyboardEvent)
  return { press, handle, panes, tools, changes }
}

let released: Array<(event: Partial<KeyboardEvent>) => void>
beforeEach(() => {
  released = []
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: (event: Partial<KeyboardEvent>) => void) => {
      released.push(listener)
    },
  })
})

describe('viewerKeys', () => {
  it('change the look of the pane that the keys belong to, and put it back at once', () => {
    const { press, panes, tools } = setUp()
    panes.active.value = 1
    for (const key of [']', ']', "'", 'i', 'y']) {
      press(key)
    }
    expect(tools.looks[0]).toEqual(NEUTRAL_LOOK)
    expect(tools.looks[1]).toEqual({ brightness: 120, contrast: 110, isInverted: true, isGrey: true })
    press('x')
    expect(isNeutral(tools.looks[1])).toBe(true)
  })

  it('zoom and move the view, or the glass while it is in the hand', () => {
    const { press, handle, tools } = setUp()
    press('=')
    press('ArrowRight', { shiftKey: true })
    expect(handle.zoomBy).toHaveBeenCalledWith(1.4)
    tools.isGlassOn.value = true
    press('-')
    press('ArrowDown', { shiftKey: true })
    expect(tools.changeGlassPower).toHaveBeenCalledWith(-1)
    // Twelve pixels of the pane are 24 of the picture's 200.
    expect(tools.moveGlass).toHaveBeenCalledWith(0, { x: 0.5, y: 0.62 })
    expect(handle.panBy).toHaveBeenCalledExactlyOnceWith(80, 0)
  })

  it('leave plain arrows to the checklist except under a divider', () => {
    const { press, panes, tools } = setUp()
    expect(press('ArrowLeft')).toBe(false)
    panes.comparison.value = 'swipe'
    press('ArrowLeft')
    expect(tools.moveDivider).toHaveBeenCalledWith(0.48)
    expect(press('ArrowDown')).toBe(false)
  })

  it('blink: the key begins, changes the picture, and gives it back when it was held', () => {
    const { press, panes, tools, changes } = setUp()
    press('b', { timeStamp: 0 })
    expect(changes.compareAs).toHaveBeenCalledWith('blink')
    panes.comparison.value = 'blink'
    press('b', { timeStamp: 1000 })
    released.pop()?.({ timeStamp: 1100 })
    expect(tools.isEarlierShown.value).toBe(true)
    press('b', { timeStamp: 2000 })
    expect(tools.isEarlierShown.value).toBe(false)
    released.pop()?.({ timeStamp: 3000 })
    expect(tools.isEarlierShown.value).toBe(true)
    press('B', { shiftKey: true })
    expect(tools.toggleBlinking).toHaveBeenCalledOnce()
  })
})
