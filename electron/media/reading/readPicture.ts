import sharp from 'sharp'
import type { LineCut } from './cutLine'
import { readQrCode } from './readQrCode'
import { readLinesAgain, readText } from './readText'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { agreeOnNames, namesFirm, unsettledNames } from '../../../shared/reading/agreedNames'
import { endsPaper, isTravelPaper, mayHaveQrCode, paperLayout } from '../../../shared/reading/paperLayouts'
import type { ReadField } from '../../../shared/reading/readField'
import { readFields } from '../../../shared/reading/readFields'
import { mergeLooks, needsSecondLook } from '../../../shared/reading/secondLook'
import type { TextLine } from '../../../shared/reading/textLine'
import { success, type Result } from '../../../shared/result'
import { decodePixels, type Pixels } from '../images/decodePixels'
import type { OpenedPicture } from '../images/openPicture'

/** Longer edge from which lines are cut: small print of a licence is 20 pixels high there. */
const READ_EDGE = 2000

interface Look {
  /** Longer edge at which lines are looked for. */
  readonly edge: number
  /** How wide characters are made; narrower ones are quicker to read. */
  readonly press: number
}

/** A card has a dozen lines in large print. */
const CARD: Look = { edge: 512, press: 0.75 }
/** Small print needs all of its width. */
const SHEET: Look = { edge: 960, press: 1 }
/** The second look finds what is small on a picture that shows more than the paper, and reads no line at the same width again. */
const CLOSER = { edge: 1280, press: { card: 1, sheet: 1.25 } }
/**
 * Names are cut out in these ways besides, one after the other until they are settled: strokes that fall together in one stand apart
 * in another. Ink made even and a tighter cut, which makes characters larger, bring most; the last two settle few more.
 */
export const NAME_CUTS: readonly LineCut[] = [
  { press: 1, height: 0.8, isEvened: true },
  { press: 1.25, height: 0.8, isEvened: true },
  { press: 1, isEvened: true },
  { press: 1, height: 0.8 },
]

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
  const isOfCard = isCard({ kind, face })
  const lookAt = async ({ edge, press }: Look): Promise<readonly ReadField[]> => {
    const small = await reduced(fine.value, edge)
    const lines = await readText(fine.value, small, press, {
      endsPaper: (text) => endsPaper(kind, face, text),
      isCard: isOfCard,
    })
    const fieldsOf = (own: readonly TextLine[]): readonly ReadField[] =>
      readFields(kind, face, own, picture.width / picture.height)
    return withNames(fine.value, lines, fieldsOf)
  }
  const first = await lookAt(isOfCard ? CARD : SHEET)
  const closer = { edge: CLOSER.edge, press: isOfCard ? CLOSER.press.card : CLOSER.press.sheet }
  const second = needsSecondLook(kind, face, first) ? await lookAt(closer) : []
  return success([...mergeLooks(first, second), ...(await squares({ kind, face }, fine.value))])
}

/** The fields of these lines; those that name somebody as several readings of their lines have them. */
async function withNames(
  pixels: Pixels,
  lines: readonly TextLine[],
  fieldsOf: (lines: readonly TextLine[]) => readonly ReadField[],
): Promise<readonly ReadField[]> {
  const first = fieldsOf(lines)
  const readings: (readonly ReadField[])[] = []
  for (const cut of NAME_CUTS) {
    const unsettled = unsettledNames(first, readings)
    if (unsettled.length === 0) {
      break
    }
    const named = lines.filter((line) => unsettled.some((field) => standsIn(line, field)))
    const others = lines.filter((line) => !named.includes(line))
    const again = await readLinesAgain(pixels, named, cut, (line) =>
      unsettled.some((field) => namesFirm(field) && standsIn(line, field)),
    )
    readings.push(fieldsOf([...others, ...again]))
  }
  return agreeOnNames(first, readings)
}

function standsIn({ corners }: TextLine, { places }: ReadField): boolean {
  return places.includes(corners)
}

/** From the pixels that are there: unpacking the file a second time takes three times as long. */
async function reduced({ data, width, height }: Pixels, edge: number): Promise<Pixels> {
  const picture = sharp(data, { raw: { width, height, channels: 3 } })
  const { data: small, info } = await picture
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: small, width: info.width, height: info.height }
}

async function squares({ kind }: Paper, pixels: Pixels): Promise<readonly ReadField[]> {
  const field = mayHaveQrCode(kind) ? await readQrCode(pixels) : null
  return field === null ? [] : [field]
}

function isCard({ kind, face }: Paper): boolean {
  return isTravelPaper(kind) ? kind !== 'passport' : paperLayout(kind, face)?.isCard === true
}
