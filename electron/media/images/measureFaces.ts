import type { FaceFacts } from '../../../shared/imaging/judgeFaces'
import type { Pixels } from './decodePixels'
import { findFaces, type Face } from './faces/findFaces'
import { measureEyes } from './faces/measureEyes'

type Region = FaceFacts['seen'][number]['region']

/** The faces of a picture, and the likeliest of them. Places and numbers only: nothing by which a face could be told again. */
export async function measureFaces(pixels: Pixels, luma: Uint8Array): Promise<FaceFacts> {
  const faces = await findFaces(pixels)
  const [likeliest] = faces
  return {
    seen: faces.map((face) => ({
      likenessPercent: 100 * face.likeness,
      region: regionOf(face.middle, face, pixels),
    })),
    likeliest: likeliest
      ? {
          heightPercent: (100 * likeliest.height) / pixels.height,
          eyeContrast: measureEyes(luma, pixels, likeliest),
          eyes: eyesOf(likeliest, pixels),
        }
      : null,
  }
}

/** Both eyes, with half of their distance about them. */
function eyesOf({ eyes: [right, left] }: Face, pixels: Pixels): Region {
  const apart = Math.hypot(left.x - right.x, left.y - right.y)
  const middle = { x: (right.x + left.x) / 2, y: (right.y + left.y) / 2 }
  const size = { width: Math.abs(left.x - right.x) + apart, height: Math.abs(left.y - right.y) + apart / 2 }
  return regionOf(middle, size, pixels)
}

/** What of it lies within the frame. */
function regionOf(
  middle: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  frame: Pick<Pixels, 'width' | 'height'>,
): Region {
  const [x, width] = span(middle.x / frame.width, size.width / frame.width)
  const [y, height] = span(middle.y / frame.height, size.height / frame.height)
  return { x, y, width, height }
}

function span(middle: number, length: number): readonly [from: number, length: number] {
  const inFrame = (value: number): number => Math.max(0, Math.min(1, value))
  const from = inFrame(middle - length / 2)
  return [from, inFrame(middle + length / 2) - from]
}
