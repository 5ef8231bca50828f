import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { judgePaper } from '../../../shared/imaging/judgePaper'
import { layoutOf } from '../../../shared/imaging/layouts'
import { judgePicture, judgeUndecodable, type PictureFacts } from '../../../shared/imaging/judgePicture'
import type { ExaminedFinding } from '../../common/mediaProcess/messages'
import { decodePixels, type Pixels } from './decodePixels'
import { decodeStrip } from './decodeStrip'
import { lumaOf } from './luma'
import { measureClothing } from './measureClothing'
import { measureColour } from './measureColour'
import { measureExposure } from './measureExposure'
import { measurePaper } from './measurePaper'
import { measureSeal, type Seal } from './measureSeal'
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
  if (!opened.ok) {
    return judgeUndecodable(bytes.length, document.kind)
  }
  const { kind, face, entityKind } = document
  const expected = expectedChecks(kind, face, entityKind)
  const [decoded, strip] = await Promise.all([
    decodePixels(opened.value),
    expected.original ? decodeStrip(opened.value) : null,
  ])
  if (!decoded.ok) {
    return judgeUndecodable(bytes.length, kind)
  }
  const [picture, pixels] = [opened.value, decoded.value]
  const luma = lumaOf(pixels)
  const facts = measurePixels(pixels, picture, luma, expected.lying)
  const paper = measurePaper(
    { picture, pixels, luma, strip, seal: facts.seal },
    expected,
    layoutOf(kind, face),
  )
  return [...judgePicture({ ...facts, bytes: bytes.length }, kind, expected), ...judgePaper(paper, expected)]
}

/** Every measurement of decoded pixels; `size` is that of the picture before it was reduced. */
export function measurePixels(
  pixels: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
  luma = lumaOf(pixels),
  isPrint = true,
): Omit<PictureFacts, 'bytes'> & { readonly seal: Seal } {
  return {
    width,
    height,
    sharpness: measureSharpness(luma, pixels, isPrint),
    ...measureExposure(luma),
    colourPercent: measureColour(pixels),
    seal: measureSeal(pixels),
    clothing: measureClothing(pixels),
  }
}
