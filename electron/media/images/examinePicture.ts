import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { judgePicture, judgeUndecodable, type PictureFacts } from '../../../shared/imaging/judgePicture'
import type { ExaminedFinding } from '../../common/mediaProcess/messages'
import { decodePixels, type Pixels } from './decodePixels'
import { lumaOf } from './luma'
import { measureClothing } from './measureClothing'
import { measureColour } from './measureColour'
import { measureExposure } from './measureExposure'
import { measureSeal } from './measureSeal'
import { measureSharpness } from './measureSharpness'
import { openPicture } from './openPicture'

/** What a document should be, which says what to ask of its look. */
export interface ExaminedPaper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly entityKind: 'individual' | 'organization' | null
}

/**
 * Measures one picture and judges it by the table of thresholds. A file that is no picture, is damaged, or claims
 * more pixels than are decoded is answered with the one finding that it cannot be decoded.
 */
export async function examinePicture(
  bytes: Uint8Array,
  document: ExaminedPaper,
): Promise<readonly ExaminedFinding[]> {
  const opened = await openPicture(bytes)
  const decoded = opened.ok ? await decodePixels(opened.value) : opened
  if (!opened.ok || !decoded.ok) {
    return judgeUndecodable(bytes.length, document.kind)
  }
  const facts = { ...measurePixels(decoded.value, opened.value), bytes: bytes.length }
  const expected = expectedChecks(document.kind, document.face, document.entityKind)
  return judgePicture(facts, document.kind, expected)
}

/** Every measurement of decoded pixels; `size` is that of the picture before it was reduced. */
export function measurePixels(
  pixels: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
): Omit<PictureFacts, 'bytes'> {
  const luma = lumaOf(pixels)
  return {
    width,
    height,
    sharpness: measureSharpness(luma, pixels),
    ...measureExposure(luma),
    colourPercent: measureColour(pixels),
    seal: measureSeal(pixels),
    clothing: measureClothing(pixels),
  }
}
