import OpenSeadragon from 'openseadragon'
import { watch, type Ref } from 'vue'
import { bandOf, projectionOf, type Projection } from '../viewer/projection'

interface LaidOverInput {
  readonly viewer: () => OpenSeadragon.Viewer | null
  readonly url: Readonly<Ref<string | null>>
  /** Share of the pane, from the left, in which it covers the picture below: 0 not at all, 1 altogether. */
  readonly share: Readonly<Ref<number>>
}

/** A second picture in the same place as the first, fitted to its size, so that the two can be told apart by eye. */
export function createLaidOverPicture({ viewer, url, share }: LaidOverInput) {
  let item: OpenSeadragon.TiledImage | null = null
  let isCut = false

  /** Fetches it once the picture below is there; whatever lay over before is gone. */
  function load(): void {
    const host = viewer()
    const below = host?.world.getItemAt(0)
    const address = url.value
    if (host === null || below === undefined) {
      return
    }
    if (item !== null && host.world.getIndexOfItem(item) >= 0) {
      host.world.removeItem(item)
    }
    item = null
    cut()
    if (address !== null) {
      host.addTiledImage({
        tileSource: { type: 'image', url: address },
        fitBounds: below.getBounds(),
        success: (event: { readonly item: OpenSeadragon.TiledImage }) => {
          if (url.value === address && viewer() === host) {
            item = event.item
            cut()
          } else {
            host.world.removeItem(event.item)
          }
        },
      } as never)
    }
  }

  /** Shows either picture only in its part of the pane, wherever the two stand at the moment. */
  function cut(): void {
    const host = viewer()
    const below = host?.world.getItemAt(0)
    if (host === null || below === undefined || (item === null && !isCut)) {
      return
    }
    isCut = item !== null
    const part = item === null ? 0 : share.value
    show(below, [part, 1])
    if (item !== null) {
      show(item, [0, part])
    }
    host.forceRedraw()
  }

  function show(picture: OpenSeadragon.TiledImage, [from, to]: readonly [number, number]): void {
    const box = viewer()?.container.getBoundingClientRect()
    picture.setOpacity(to > from ? 1 : 0)
    if (to - from === 1 || to === from || box === undefined) {
      picture.resetCroppingPolygons()
      return
    }
    const corners = bandOf(placeOf(picture), box, from, to)
    picture.setCroppingPolygons([corners.map(({ x, y }) => new OpenSeadragon.Point(x, y))])
  }

  watch(url, load)
  watch(share, cut)
  return { load, cut }
}

/** Where a picture stands in the pane at this moment of a movement. */
export function placeOf(picture: OpenSeadragon.TiledImage): Projection {
  const { x: width, y: height } = picture.getContentSize()
  const corner = (x: number, y: number): OpenSeadragon.Point =>
    picture.imageToViewerElementCoordinates(new OpenSeadragon.Point(x, y))
  return projectionOf(
    { upperLeft: corner(0, 0), upperRight: corner(width, 0), lowerLeft: corner(0, height) },
    { width, height },
  )
}
