import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { judgePicture, judgeUndecodable } from '../../../shared/imaging/judgePicture'
import type { ExaminedFinding } from '../../common/mediaProcess/messages'
import { decodePixels } from './decodePixels'
import { lumaOf } from './luma'
import { measureClothing } from './measureClothing'
import { measureColour } from './measureColour'
import { measureExposure } from './measureExposure'
import { measureSeal } from './measureSeal'
import { measureSharpness } from './measureSharpness'
import { openPicture } from './openPicture'

/**
 * Measures one picture and judges it by the table of thresholds. A file that is no picture, is damaged, or claims
 * more pixels than are decoded is answered with the one finding that it cannot be decoded.
 */
export async function examinePicture(
  bytes: Uint8Array,
  document: {
    readonly kind: DocumentKind
    readonly face: DocumentFace
    readonly entityKind: 'individual' | 'organization' | null
  },
): Promise<readonly ExaminedFinding[]> {
  const opened = await openPicture(bytes)
  const decoded = opened.ok ? await decodePixels(opened.value) : opened
  if (!opened.ok || !decoded.ok) {
    return judgeUndecodable(bytes.length, document.kind)
  }
  const pixels = decoded.value
  const luma = lumaOf(pixels)
  const facts = {
    width: opened.value.width,
    height: opened.value.height,
    bytes: bytes.length,
    sharpness: measureSharpness(luma, pixels),
    ...measureExposure(luma),
    colourPercent: measureColour(pixels),
    seal: measureSeal(pixels),
    clothing: measureClothing(pixels),
  }
  const expected = expectedChecks(document.kind, document.face, document.entityKind)
  return judgePicture(facts, document.kind, expected)
}
