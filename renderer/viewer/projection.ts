/** A point: in pixels of the original, in pixels of the pane, or as fractions; the names around it say which. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * Where a picture stands in its pane, however it is zoomed, moved and turned: the pixel (x, y) of the original is at
 * `origin + x · right + y · down` in CSS pixels from the pane's upper left corner.
 */
export interface Projection {
  readonly origin: Spot
  readonly right: Spot
  readonly down: Spot
  /** Size of the original in pixels. */
  readonly width: number
  readonly height: number
}

/** From where three corners of the picture stand: upper left, upper right, lower left. */
export function projectionOf(
  corners: { readonly upperLeft: Spot; readonly upperRight: Spot; readonly lowerLeft: Spot },
  size: { readonly width: number; readonly height: number },
): Projection {
  const { upperLeft, upperRight, lowerLeft } = corners
  return {
    origin: upperLeft,
    right: { x: (upperRight.x - upperLeft.x) / size.width, y: (upperRight.y - upperLeft.y) / size.width },
    down: { x: (lowerLeft.x - upperLeft.x) / size.height, y: (lowerLeft.y - upperLeft.y) / size.height },
    ...size,
  }
}

/** Pane pixels of a pixel of the original. */
export function toPane({ origin, right, down }: Projection, { x, y }: Spot): Spot {
  return { x: origin.x + x * right.x + y * down.x, y: origin.y + x * right.y + y * down.y }
}

/** Pixel of the original under a point of the pane; outside the picture too. */
export function toPicture({ origin, right, down }: Projection, { x, y }: Spot): Spot {
  const determinant = right.x * down.y - right.y * down.x
  const [ownX, ownY] = [x - origin.x, y - origin.y]
  return {
    x: (ownX * down.y - ownY * down.x) / determinant,
    y: (ownY * right.x - ownX * right.y) / determinant,
  }
}

/** The nearest pixel that is part of the picture. */
export function withinPicture({ width, height }: Projection, { x, y }: Spot): Spot {
  return { x: Math.max(0, Math.min(width, x)), y: Math.max(0, Math.min(height, y)) }
}

/** A pixel of the original as fractions of its width and height, and back. */
export function toFractions({ width, height }: Projection, { x, y }: Spot): Spot {
  return { x: x / width, y: y / height }
}

export function fromFractions({ width, height }: Projection, { x, y }: Spot): Spot {
  return { x: x * width, y: y * height }
}

/** How far the picture is turned clockwise, in degrees from -180 to 180. */
export function turnOf({ right }: Projection): number {
  return (Math.atan2(right.y, right.x) * 180) / Math.PI
}

/** Corners, in pixels of the original, of the part of a pane between two shares of its width. */
export function bandOf(
  projection: Projection,
  pane: { readonly width: number; readonly height: number },
  from: number,
  to: number,
): readonly Spot[] {
  const [left, right] = [from * pane.width, to * pane.width]
  return [
    { x: left, y: 0 },
    { x: right, y: 0 },
    { x: right, y: pane.height },
    { x: left, y: pane.height },
  ].map((corner) => toPicture(projection, corner))
}
