import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { judgeFaces } from '../../../shared/imaging/judgeFaces'
import { judgePaper } from '../../../shared/imaging/judgePaper'
import { layoutOf } from '../../../shared/imaging/layouts'
import { THRESHOLDS } from '../../../shared/imaging/thresholds'
import {
  isSpoilt,
  judgePicture,
  judgeUndecodable,
  type PictureFacts,
} from '../../../shared/imaging/judgePicture'
import type { ExaminedFinding } from '../../common/mediaProcess/messages'
import { decodePixels, type Pixels } from './decodePixels'
import { decodeStrip } from './decodeStrip'
import { lumaOf } from './luma'
import { measureBars } from './measureBars'
import { measureClothing } from './measureClothing'
import { measureColour } from './measureColour'
import { measureExposure } from './measureExposure'
import { measureFaces } from './measureFaces'
import { measurePaper } from './measurePaper'
import { measureSeal, type Seal } from './measureSeal'
import { measureSharpness } from './measureSharpness'
import { openPicture } from './openPicture'
import { findPaper, WHOLE } from './paper/findPaper'
import { flattenPaper, type Sheet } from './paper/flattenPaper'

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
  const barPercent = expected.original ? measureBars(pixels) : 0
  // Windows and bars have edges of their own, in which no paper is looked for.
  const isLying = expected.lying && barPercent <= THRESHOLDS.barPercent.fail
  const paper = isLying ? findPaper(pixels, expected.card) : WHOLE
  const sheet = expected.lying ? flattenPaper(pixels, paper) : null
  const facts = measurePixels(pixels, picture, luma, sheet)
  const measured = measurePaper(
    { picture, pixels, luma, strip, paper, sheet, barPercent, seal: facts.seal },
    expected,
    layoutOf(kind, face),
  )
  const ofPicture = judgePicture({ ...facts, bytes: bytes.length }, kind, expected)
  const spoilt = isSpoilt(ofPicture)
  // In the wrong light a face is not told from none.
  const faces = expected.faces && !spoilt ? judgeFaces(await measureFaces(pixels, luma), expected.faces) : []
  return [...ofPicture, ...judgePaper(measured, expected, spoilt), ...faces]
}

/**
 * Every measurement of decoded pixels. The size is that of the picture before it was reduced; `sheet` is the paper in it,
 * where it was looked for.
 */
export function measurePixels(
  pixels: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
  luma = lumaOf(pixels),
  sheet: Sheet | null = null,
): Omit<PictureFacts, 'bytes'> & { readonly seal: Seal } {
  return {
    width,
    height,
    sharpness: measureSharpness(luma, pixels),
    ...measureExposure(luma),
    colourPercent: measureColour(sheet ?? pixels),
    seal: measureSeal(pixels),
    clothing: measureClothing(pixels),
  }
}
