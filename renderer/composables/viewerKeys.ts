import type { DocumentPanes } from './useDocumentPanes'
import type { KeyBinding } from './keyGuard'
import type { PinWays } from './usePins'
import type { RoundChangeWays } from './useRoundChanges'
import type { ViewTools } from './useViewTools'
import { NEUTRAL_LOOK, stepLook, type PictureLook } from '../viewer/pictureLook'
import { fromFractions, toFractions, toPane, toPicture, withinPicture } from '../viewer/projection'

interface Input {
  readonly panes: DocumentPanes
  readonly tools: ViewTools
  readonly changes: Pick<RoundChangeWays, 'compareAs'>
  readonly pins: Pick<PinWays, 'next'>
}

const ZOOM_STEP = 1.4
const PAN_PX = 80
const GLASS_PX = 12
const DIVIDER_STEP = 0.02
/** A key that is held longer shows the other picture only for as long. */
const HELD_MS = 400
const ARROWS = [
  ['ArrowLeft', -1, 0],
  ['ArrowRight', 1, 0],
  ['ArrowUp', 0, -1],
  ['ArrowDown', 0, 1],
] as const

/** Keys of what is looked at: which document, where, how near, in what light, and with which tool in the hand. */
export function viewerKeys({ panes, tools, changes, pins }: Input): readonly KeyBinding[] {
  function look(change: (look: PictureLook) => PictureLook): void {
    tools.changeLook(panes.active.value, change(tools.looks[panes.active.value]))
  }

  function zoom(by: 1 | -1): void {
    if (tools.isGlassOn.value) {
      tools.changeGlassPower(by)
    } else {
      panes.activeHandle()?.zoomBy(by > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)
    }
  }

  /** With the glass in the hand the arrows move the glass, without it what is looked at. */
  function move(x: number, y: number): void {
    const pane = panes.active.value
    const projection = panes.activeHandle()?.projection() ?? null
    const spot = tools.glassSpots[pane]
    if (!tools.isGlassOn.value || projection === null || spot === null) {
      panes.activeHandle()?.panBy(x * PAN_PX, y * PAN_PX)
      return
    }
    const at = toPane(projection, fromFractions(projection, spot))
    const next = toPicture(projection, { x: at.x + x * GLASS_PX, y: at.y + y * GLASS_PX })
    tools.moveGlass(pane, toFractions(projection, withinPicture(projection, next)))
  }

  function blink(event: KeyboardEvent): void {
    if (event.repeat) {
      return
    }
    if (panes.comparison.value !== 'blink') {
      changes.compareAs('blink')
      return
    }
    tools.isEarlierShown.value = !tools.isEarlierShown.value
    window.addEventListener(
      'keyup',
      ({ timeStamp }) => {
        if (timeStamp - event.timeStamp > HELD_MS) {
          tools.isEarlierShown.value = !tools.isEarlierShown.value
        }
      },
      { once: true },
    )
  }

  function holdLoupe(event: KeyboardEvent): void {
    if (event.repeat) {
      return
    }
    const handle = panes.activeHandle()
    handle?.loupe(true)
    window.addEventListener('keyup', () => handle?.loupe(false), { once: true })
  }

  const does = (key: string, label: string, run: KeyBinding['run']): KeyBinding => ({ key, label, run })
  const divide = (key: string, label: string, by: number): KeyBinding => ({
    ...does(key, label, ({ shiftKey }) => {
      tools.moveDivider(tools.divider.value + by * (shiftKey ? 5 : 1))
    }),
    enabled: () => panes.comparison.value === 'swipe' && tools.tool.value === null,
  })

  const turnPage = (key: string, label: string, by: 1 | -1): KeyBinding => ({
    ...does(key, label, () => {
      panes.turn(by, panes.active.value)
    }),
    enabled: () => panes.canTurn(panes.active.value),
  })

  return [
    does('j', 'nextDocument', () => {
      panes.step(1)
    }),
    does('k', 'previousDocument', () => {
      panes.step(-1)
    }),
    turnPage('PageDown', 'nextPage', 1),
    turnPage('PageUp', 'previousPage', -1),
    {
      ...does('Tab', 'otherPane', () => {
        panes.active.value = panes.active.value === 0 ? 1 : 0
      }),
      enabled: () => panes.isMaximised.value && panes.indexes.value.length > 1,
    },
    does('f', 'maximise', () => {
      panes.isMaximised.value = !panes.isMaximised.value
    }),
    does('o', 'formInPane', () => {
      panes.toggleForm()
    }),
    does('l', 'link', () => {
      panes.isLinked.value = !panes.isLinked.value
    }),
    does('r', 'rotate', () => panes.activeHandle()?.rotate()),
    does('=', 'zoomIn', () => {
      zoom(1)
    }),
    does('-', 'zoomOut', () => {
      zoom(-1)
    }),
    does('w', 'fit', () => panes.activeHandle()?.fit()),
    does(' ', 'loupe', holdLoupe),
    does('z', 'glass', tools.toggleGlass),
    divide('ArrowLeft', 'dividerLeft', -DIVIDER_STEP),
    divide('ArrowRight', 'dividerRight', DIVIDER_STEP),
    ...ARROWS.map(([key, x, y], at) => ({
      ...does(`Shift+${key}`, 'moveView', () => {
        move(x, y)
      }),
      hidden: at > 0,
    })),
    does('[', 'darker', () => {
      look((own) => stepLook(own, 'brightness', -1))
    }),
    does(']', 'brighter', () => {
      look((own) => stepLook(own, 'brightness', 1))
    }),
    does(';', 'lessContrast', () => {
      look((own) => stepLook(own, 'contrast', -1))
    }),
    does("'", 'moreContrast', () => {
      look((own) => stepLook(own, 'contrast', 1))
    }),
    does('i', 'invert', () => {
      look((own) => ({ ...own, isInverted: !own.isInverted }))
    }),
    does('y', 'grey', () => {
      look((own) => ({ ...own, isGrey: !own.isGrey }))
    }),
    does('x', 'resetLook', () => {
      look(() => NEUTRAL_LOOK)
    }),
    does('m', 'ruler', () => {
      tools.toggleTool('ruler')
    }),
    does('p', 'pin', () => {
      tools.toggleTool('pin')
    }),
    does('q', 'nextPin', () => void pins.next()),
    does('s', 'swipe', () => {
      changes.compareAs('swipe')
    }),
    {
      ...does('Shift+b', 'blinkAlone', tools.toggleBlinking),
      enabled: () => panes.comparison.value === 'blink',
    },
    does('b', 'blink', blink),
  ]
}
