import { readQrCode } from './readQrCode'
import { readText } from './readText'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { isTravelPaper, mayHaveQrCode, paperLayout } from '../../../shared/reading/paperLayouts'
import type { ReadField } from '../../../shared/reading/readField'
import { readFields } from '../../../shared/reading/readFields'
import { mergeLooks, needsSecondLook } from '../../../shared/reading/secondLook'
import { success, type Result } from '../../../shared/result'
import { decodePixels, type Pixels } from '../images/decodePixels'
import type { OpenedPicture } from '../images/openPicture'

/** Longer edge from which lines are cut: small print of a licence is 20 pixels high there. */
const READ_EDGE = 2000

interface Look {
  /** Longer edge at which lines are looked for. */
  readonly edge: number
  /** How much narrower characters are made, which is quicker. */
  readonly press: number
}

/** A card has a dozen lines in large print. */
const CARD: Look = { edge: 640, press: 0.75 }
/** Small print needs all of its width. */
const SHEET: Look = { edge: 960, press: 1 }
/** The second look finds what is small on a picture that shows more than the paper. */
const CLOSER: Look = { edge: 1280, press: 1 }

interface Paper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
}

/** Reads one picture into the fields that a paper of its kind has; a second time, more closely, where the first leaves doubts. */
export async function readPicture(
  picture: OpenedPicture,
  { kind, face }: Paper,
): Promise<Result<readonly ReadField[], 'undecodable'>> {
  const fine = await decodePixels(picture, READ_EDGE)
  if (!fine.ok) {
    return fine
  }
  const lookAt = async ({ edge, press }: Look): Promise<Result<readonly ReadField[], 'undecodable'>> => {
    const small = await decodePixels(picture, edge)
    if (!small.ok) {
      return small
    }
    const lines = await readText(fine.value, small.value, press)
    return success(readFields(kind, face, lines, picture.width / picture.height))
  }
  const isOfCard = isCard({ kind, face })
  const first = await lookAt(isOfCard ? CARD : SHEET)
  if (!first.ok) {
    return first
  }
  const second = needsSecondLook(kind, face, first.value) ? await lookAt(CLOSER) : success([])
  if (!second.ok) {
    return second
  }
  return success([...mergeLooks(first.value, second.value), ...(await squares({ kind, face }, fine.value))])
}

async function squares({ kind }: Paper, pixels: Pixels): Promise<readonly ReadField[]> {
  const field = mayHaveQrCode(kind) ? await readQrCode(pixels) : null
  return field === null ? [] : [field]
}

function isCard({ kind, face }: Paper): boolean {
  return isTravelPaper(kind) ? kind !== 'passport' : paperLayout(kind, face)?.isCard === true
}
