import sharp from 'sharp'
import type { Pixels } from '../decodePixels'
import { MODEL_EDGE, NUMBERS, runFaceModel, type FaceGrid } from './faceModel'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What may be a face, in pixels of the picture. */
export interface Face {
  /** 0 to 1: how sure the model is. */
  readonly likeness: number
  readonly middle: Point
  readonly width: number
  readonly height: number
  /** The person's right eye first. */
  readonly eyes: readonly [Point, Point]
}

/** Below this the model says nothing; a bare cloth gives as much. */
const LEAST_LIKENESS = 0.1
/** Two boxes that share more of their area are of one face: the bound of the model's own post-processing. */
const SAME = 0.3

/** Everything in a picture that looks like a face, the likeliest first, each once. */
export async function findFaces(pixels: Pixels): Promise<readonly Face[]> {
  const grids = await runFaceModel(await inputOf(pixels))
  const faces = grids
    .flatMap((grid) => facesOf(grid, pixels))
    .toSorted((one, other) => other.likeness - one.likeness)
  const once: Face[] = []
  for (const face of faces) {
    if (once.every((other) => overlap(face, other) < SAME)) {
      once.push(face)
    }
  }
  return once
}

/** The picture in the middle of a square, black beside it. */
async function inputOf({ data, width, height }: Pixels): Promise<Float32Array> {
  const square = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: MODEL_EDGE, height: MODEL_EDGE, fit: 'contain', background: '#000000' })
    .raw()
    .toBuffer()
  const input = new Float32Array(square.length)
  for (let at = 0; at < input.length; at += 1) {
    input[at] = (square[at] ?? 0) / 127.5 - 1
  }
  return input
}

function facesOf({ cells, perCell, scores, boxes }: FaceGrid, { width, height }: Pixels): readonly Face[] {
  const edge = Math.max(width, height)
  const [left, top] = [(width - edge) / 2, (height - edge) / 2]
  const faces: Face[] = []
  scores.forEach((score, place) => {
    const likeness = 1 / (1 + Math.exp(-score))
    if (likeness < LEAST_LIKENESS) {
      return
    }
    const cell = Math.floor(place / perCell)
    const middleOf = (at: number): number => ((at + 0.5) / cells) * edge
    const [x, y] = [left + middleOf(cell % cells), top + middleOf(Math.floor(cell / cells))]
    const number = (index: number): number => ((boxes[place * NUMBERS + index] ?? 0) / MODEL_EDGE) * edge
    const point = (index: number): Point => ({ x: x + number(index), y: y + number(index + 1) })
    faces.push({
      likeness,
      middle: point(0),
      width: number(2),
      height: number(3),
      eyes: [point(4), point(6)],
    })
  })
  return faces
}

/** Area that two boxes share by the area that they cover together. */
function overlap(one: Face, other: Face): number {
  const across = shared(one.middle.x, one.width, other.middle.x, other.width)
  const down = shared(one.middle.y, one.height, other.middle.y, other.height)
  return (across * down) / (one.width * one.height + other.width * other.height - across * down)
}

function shared(one: number, oneLength: number, other: number, otherLength: number): number {
  const from = Math.max(one - oneLength / 2, other - otherLength / 2)
  return Math.max(0, Math.min(one + oneLength / 2, other + otherLength / 2) - from)
}
