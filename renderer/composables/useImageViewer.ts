import OpenSeadragon from 'openseadragon'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import { createLaidOverPicture, placeOf } from './laidOverPicture'
import type { PaneHandle, ViewState } from './useDocumentPanes'
import type { Projection, Spot } from '../viewer/projection'
import type { Finding } from '../../shared/imaging/findings'

interface ViewerInput {
  readonly element: Readonly<Ref<HTMLElement | null>>
  readonly url: Readonly<Ref<string | null>>
  /** Regions to outline on the picture. */
  readonly findings: Readonly<Ref<readonly Finding[]>>
  /** Places that somebody was sent to: corners as fractions. */
  readonly places: Readonly<Ref<ReadonlyArray<ReadonlyArray<{ readonly x: number; readonly y: number }>>>>
  /** A picture in the same place, and the share of the pane in which it covers the other. */
  readonly over: { readonly url: Readonly<Ref<string | null>>; readonly share: Readonly<Ref<number>> }
  readonly onMove: (state: ViewState) => void
}

const QUICK_SECONDS = 0.12
const ZOOM_LIMIT_PIXEL_RATIO = 6

/** A picture that is zoomed, panned and turned; always on an opaque stage, never with remote parts. */
export function useImageViewer({ element, url, findings, places, over, onMove }: ViewerInput) {
  const failed = ref(false)
  const isOpen = ref(false)
  const percent = ref(100)
  /** Where the picture stands at this moment. */
  const projection = shallowRef<Projection | null>(null)
  let viewer: OpenSeadragon.Viewer | null = null
  let isFollowing = false
  let boundsBeforeLoupe: OpenSeadragon.Rect | null = null
  let pointer: OpenSeadragon.Point | null = null
  /** Where to look once the picture is there. */
  let awaited: Spot | null = null
  const laidOver = createLaidOverPicture({ viewer: () => viewer, ...over })

  function create(host: HTMLElement): OpenSeadragon.Viewer {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const made = OpenSeadragon({
      element: host,
      drawer: 'canvas',
      showNavigationControl: false,
      animationTime: still ? 0 : QUICK_SECONDS,
      springStiffness: 12,
      blendTime: 0,
      immediateRender: true,
      visibilityRatio: 0.3,
      minZoomImageRatio: 0.6,
      maxZoomPixelRatio: ZOOM_LIMIT_PIXEL_RATIO,
      zoomPerScroll: 1.25,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, flickEnabled: false },
      tabIndex: -1,
    })
    made.addHandler('open', () => {
      isOpen.value = true
      drawRegions()
      report()
      laidOver.load()
      if (awaited !== null) {
        lookAt(awaited)
      }
    })
    made.addHandler('open-failed', () => {
      failed.value = true
    })
    made.addHandler('tile-load-failed', () => {
      failed.value = true
    })
    made.addHandler('canvas-key', (event) => {
      // Keys belong to the desk; the viewer's own (wasd, r, f) would act twice.
      event.preventDefaultAction = true
    })
    made.addHandler('viewport-change', report)
    made.addHandler('resize', report)
    return made
  }

  function report(): void {
    const viewport = viewer?.viewport
    const image = viewer?.world.getItemAt(0)
    if (viewport === undefined || image === undefined) {
      return
    }
    projection.value = placeOf(image)
    laidOver.cut()
    percent.value = Math.round(image.viewportToImageZoom(viewport.getZoom(true)) * 100)
    if (!isFollowing) {
      const center = viewport.getCenter(false)
      const { y: height } = image.getContentSize().divide(image.getContentSize().x)
      onMove({ zoom: viewport.getZoom(false) / viewport.getHomeZoom(), x: center.x, y: center.y / height })
    }
  }

  /** Looks at the same place of this picture; does not report back, or two linked panes would never rest. */
  function follow(state: ViewState): void {
    const image = viewer?.world.getItemAt(0)
    if (viewer === null || image === undefined) {
      return
    }
    const { y: height } = image.getContentSize().divide(image.getContentSize().x)
    isFollowing = true
    viewer.viewport.zoomTo(state.zoom * viewer.viewport.getHomeZoom(), undefined, true)
    viewer.viewport.panTo(new OpenSeadragon.Point(state.x, state.y * height), true)
    viewer.forceRedraw()
    window.requestAnimationFrame(() => {
      isFollowing = false
    })
  }

  function drawRegions(): void {
    const image = viewer?.world.getItemAt(0)
    if (viewer === null || image === undefined) {
      return
    }
    viewer.clearOverlays()
    const { y: height } = image.getContentSize().divide(image.getContentSize().x)
    for (const { region, verdict } of findings.value) {
      if (region === undefined || verdict === 'pass') {
        continue
      }
      const outline = document.createElement('div')
      outline.className = `finding-region ${verdict}`
      viewer.addOverlay({
        element: outline,
        location: new OpenSeadragon.Rect(region.x, region.y * height, region.width, region.height * height),
      })
    }
    for (const corners of places.value) {
      const outline = document.createElement('div')
      outline.className = 'pointed-place'
      outline.dataset['testid'] = 'pointed-place'
      const xs = corners.map(({ x }) => x)
      const ys = corners.map(({ y }) => y * height)
      const [left, top] = [Math.min(...xs), Math.min(...ys)]
      const location = new OpenSeadragon.Rect(left, top, Math.max(...xs) - left, Math.max(...ys) - top)
      viewer.addOverlay({ element: outline, location })
    }
  }

  function load(address: string | null): void {
    failed.value = false
    isOpen.value = false
    projection.value = null
    awaited = null
    boundsBeforeLoupe = null
    if (viewer === null) {
      return
    }
    if (address === null) {
      viewer.close()
    } else {
      viewer.open({ type: 'image', url: address } as never)
    }
  }

  function actualPixels(): void {
    const image = viewer?.world.getItemAt(0)
    if (viewer !== null && image !== undefined) {
      viewer.viewport.zoomTo(image.imageToViewportZoom(1), pointerInView(), false)
    }
  }

  function zoomBy(factor: number, about?: Spot): void {
    const point =
      about === undefined
        ? undefined
        : viewer?.viewport.pointFromPixel(new OpenSeadragon.Point(about.x, about.y))
    viewer?.viewport.zoomBy(factor, point, false)
    viewer?.viewport.applyConstraints()
  }

  function panBy(x: number, y: number): void {
    viewer?.viewport.panBy(viewer.viewport.deltaPointsFromPixels(new OpenSeadragon.Point(x, y)))
    viewer?.viewport.applyConstraints()
  }

  /** Near enough: three times what fits, or the picture's own pixels where that is less. */
  function lookAt(spot: Spot): void {
    const image = viewer?.world.getItemAt(0)
    if (viewer === null || image === undefined || !isOpen.value) {
      awaited = spot
      return
    }
    awaited = null
    const { x: width, y: height } = image.getContentSize()
    const near = Math.min(image.imageToViewportZoom(1), viewer.viewport.getHomeZoom() * 3)
    viewer.viewport.zoomTo(Math.max(near, viewer.viewport.getZoom()), undefined, false)
    viewer.viewport.panTo(new OpenSeadragon.Point(spot.x, (spot.y * height) / width), false)
  }

  function pointerInView(): OpenSeadragon.Point | undefined {
    return pointer === null ? undefined : viewer?.viewport.pointFromPixel(pointer)
  }

  function loupe(held: boolean): void {
    if (viewer === null || !isOpen.value) {
      return
    }
    if (held && boundsBeforeLoupe === null) {
      boundsBeforeLoupe = viewer.viewport.getBounds()
      const image = viewer.world.getItemAt(0)
      // A picture that already stands at its own pixels is doubled, or the key would seem to do nothing.
      const zoom = Math.max(image.imageToViewportZoom(1), viewer.viewport.getZoom() * 2)
      viewer.viewport.zoomTo(zoom, pointerInView(), false)
    } else if (!held && boundsBeforeLoupe !== null) {
      viewer.viewport.fitBounds(boundsBeforeLoupe, false)
      boundsBeforeLoupe = null
    }
  }

  function trackPointer(event: MouseEvent): void {
    const box = element.value?.getBoundingClientRect()
    pointer =
      box === undefined ? null : new OpenSeadragon.Point(event.clientX - box.left, event.clientY - box.top)
  }

  const handle: PaneHandle = {
    fit: () => viewer?.viewport.goHome(false),
    zoomBy,
    panBy,
    lookAt,
    projection: () => projection.value,
    rotate: () => viewer?.viewport.rotateBy(90),
    actualPixels,
    loupe,
    follow,
  }

  onMounted(() => {
    if (element.value !== null) {
      viewer = create(element.value)
      element.value.addEventListener('mousemove', trackPointer)
      load(url.value)
    }
  })
  watch(url, load)
  watch([findings, places], drawRegions)
  onBeforeUnmount(() => {
    element.value?.removeEventListener('mousemove', trackPointer)
    viewer?.destroy()
    viewer = null
  })

  return { failed, isOpen, percent, projection, handle }
}
