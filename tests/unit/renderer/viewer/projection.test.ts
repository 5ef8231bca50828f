import { describe, expect, it } from 'vitest'
import { leanOf, lengthOf, scaleFrom } from '../../../../renderer/viewer/measure'
import { paperSizeOf, scaleOfWholePaper } from '../../../../renderer/viewer/paperSizes'
import {
  bandOf,
  fromFractions,
  projectionOf,
  toFractions,
  toPane,
  toPicture,
  turnOf,
  withinPicture,
  type Projection,
} from '../../../../renderer/viewer/projection'

const SIZE = { width: 800, height: 500 }

/** A picture turned by some degrees about the pane's point (300, 200), at some zoom. */
function view(degrees: number, zoom: number): Projection {
  const angle = (degrees * Math.PI) / 180
  const place = (x: number, y: number) => {
    const [ownX, ownY] = [(x - 400) * zoom, (y - 250) * zoom]
    return {
      x: 300 + ownX * Math.cos(angle) - ownY * Math.sin(angle),
      y: 200 + ownX * Math.sin(angle) + ownY * Math.cos(angle),
    }
  }
  return projectionOf({ upperLeft: place(0, 0), upperRight: place(800, 0), lowerLeft: place(0, 500) }, SIZE)
}

const VIEWS = [0, 90, 180, 270, 37].flatMap((degrees) => [0.25, 1, 6].map((zoom) => [degrees, zoom] as const))

describe('projection', () => {
  it.each(VIEWS)('leads to the pane and back, turned by %d at zoom %d', (degrees, zoom) => {
    const projection = view(degrees, zoom)
    for (const spot of [
      { x: 0, y: 0 },
      { x: 123.4, y: 456.7 },
      { x: -20, y: 900 },
    ]) {
      const back = toPicture(projection, toPane(projection, spot))
      expect(back.x).toBeCloseTo(spot.x, 6)
      expect(back.y).toBeCloseTo(spot.y, 6)
    }
    expect(toPane(projection, { x: 400, y: 250 }).x).toBeCloseTo(300)
  })

  it.each([
    [0, 0],
    [90, 90],
    [270, -90],
  ])('knows that a picture turned by %d is turned by %d', (degrees, expected) => {
    expect(turnOf(view(degrees, 2))).toBeCloseTo(expected)
  })

  it('keeps spots on the picture, and tells them as fractions', () => {
    const projection = view(90, 1)
    expect(withinPicture(projection, { x: -3, y: 700 })).toEqual({ x: 0, y: 500 })
    expect(toFractions(projection, { x: 200, y: 125 })).toEqual({ x: 0.25, y: 0.25 })
    expect(fromFractions(projection, { x: 0.5, y: 1 })).toEqual({ x: 400, y: 500 })
  })

  it('cuts a picture at the place of the pane, however the picture is turned', () => {
    const pane = { width: 600, height: 400 }
    for (const degrees of [0, 90, 200]) {
      const projection = view(degrees, 0.5)
      const xs = bandOf(projection, pane, 0, 0.4).map((corner) => toPane(projection, corner).x)
      expect(Math.min(...xs)).toBeCloseTo(0)
      expect(Math.max(...xs)).toBeCloseTo(240)
    }
  })
})

describe('ruler', () => {
  it.each(VIEWS)('reads the same pixels of the original, turned by %d at zoom %d', (degrees, zoom) => {
    const projection = view(degrees, zoom)
    // A person drags between the two places where these pixels stand on the screen.
    const [from, to] = [
      { x: 100, y: 100 },
      { x: 400, y: 500 },
    ].map((spot) => toPicture(projection, toPane(projection, spot)))
    expect(from !== undefined && to !== undefined && lengthOf({ from, to })).toBeCloseTo(500, 6)
  })

  it.each([
    ['level', { x: 10, y: 0 }, 0, 0],
    ['level, drawn from the right', { x: -10, y: 0 }, 0, 0],
    ['upright', { x: 0, y: 10 }, 0, 90],
    ['rising to the right', { x: 10, y: -10 }, 0, 45],
    ['falling to the right', { x: 10, y: 10 }, 0, -45],
    ['level in a picture that stands on its side', { x: 10, y: 0 }, 90, 90],
    ['upright in a picture that stands on its side', { x: 0, y: 10 }, 90, 0],
    ['rising, turned clockwise by 30', { x: 10, y: -10 }, 30, 15],
  ])('leans as it is seen: %s', (_, to, turn, expected) => {
    expect(leanOf({ from: { x: 0, y: 0 }, to }, turn)).toBeCloseTo(expected)
  })

  it('takes a known edge for its scale', () => {
    const edge = { from: { x: 0, y: 0 }, to: { x: 856, y: 0 } }
    expect(scaleFrom(edge, 85.6)).toBeCloseTo(0.1)
    expect(scaleFrom({ from: edge.from, to: edge.from }, 85.6)).toBeNull()
  })

  it('takes a picture for the whole paper only when it has its shape', () => {
    expect(scaleOfWholePaper({ width: 1011, height: 638 }, 'ID-1')).toBeCloseTo(85.6 / 1011)
    // Standing or lying makes no difference.
    expect(scaleOfWholePaper({ width: 1240, height: 1754 }, 'A4')).toBeCloseTo(297 / 1754)
    expect(scaleOfWholePaper({ width: 1600, height: 1200 }, 'ID-1')).toBeNull()
  })

  it('knows the size of a paper by its kind, and says so where it does not', () => {
    expect(paperSizeOf('resident-id')).toBe('ID-1')
    expect(paperSizeOf('verification-form')).toBe('A4')
    expect(paperSizeOf('business-licence')).toBeNull()
    expect(paperSizeOf('backdrop-photo')).toBeNull()
  })
})
