import { readText } from './readText'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import type { ReadField } from '../../../shared/reading/readField'
import { readFields } from '../../../shared/reading/readFields'
import { success, type Result } from '../../../shared/result'
import { decodePixels } from '../images/decodePixels'
import { openPicture, type PictureProblem } from '../images/openPicture'

/** Longer edge at which lines are looked for: a card is then read in 0.6 s on one core, and no line of it is missed. */
const FOUND_EDGE = 960
/** Longer edge from which lines are cut: small print of a licence is 20 pixels high there. */
const READ_EDGE = 2000

/** Reads one picture into the fields that a paper of its kind has. */
export async function readDocument(
  bytes: Uint8Array,
  { kind, face }: { readonly kind: DocumentKind; readonly face: DocumentFace },
): Promise<Result<readonly ReadField[], PictureProblem>> {
  const opened = await openPicture(bytes)
  if (!opened.ok) {
    return opened
  }
  const [fine, small] = await Promise.all([
    decodePixels(opened.value, READ_EDGE),
    decodePixels(opened.value, FOUND_EDGE),
  ])
  if (!fine.ok) {
    return fine
  }
  if (!small.ok) {
    return small
  }
  const lines = await readText(fine.value, small.value)
  return success(readFields(kind, face, lines, opened.value.width / opened.value.height))
}
