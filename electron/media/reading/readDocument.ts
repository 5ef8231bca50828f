import { readPicture } from './readPicture'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { isPdf } from '../../../shared/imaging/formats/inspectPdf'
import type { ReadField } from '../../../shared/reading/readField'
import { success, type Result } from '../../../shared/result'
import { openedPage, openPicture } from '../images/openPicture'
import type { PictureProblem } from '../images/pictureProblem'
import { withPdf } from '../pages/openPdf'

/** Pages of a PDF document that are read, at some two seconds a page: what names and numbers say stands in front. */
const MOST_READ = 3

interface Paper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
}
type Reading = Promise<Result<readonly ReadField[], PictureProblem>>

/** Reads one picture, or the first pages of a PDF document, into the fields that a paper of its kind has. */
export async function readDocument(bytes: Uint8Array, paper: Paper): Reading {
  if (isPdf(bytes)) {
    return readPdf(bytes, paper)
  }
  const opened = await openPicture(bytes)
  return opened.ok ? readPicture(opened.value, paper) : opened
}

/** A field is taken from the first page that has it. */
function readPdf(bytes: Uint8Array, paper: Paper): Reading {
  return withPdf(bytes, async (pdf) => {
    const fields: ReadField[] = []
    for (let page = 1; page <= Math.min(pdf.pages, MOST_READ); page += 1) {
      const opened = openedPage(await pdf.draw(page))
      const read = opened.ok ? await readPicture(opened.value, paper) : opened
      if (!read.ok) {
        return read
      }
      const known = new Set(fields.map(({ field }) => field))
      fields.push(
        ...read.value
          .filter(({ field }) => !known.has(field))
          .map((field) => (page === 1 ? field : { ...field, page })),
      )
    }
    return success(fields)
  })
}
