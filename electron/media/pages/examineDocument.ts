import { isPdf } from '../../../shared/imaging/formats/inspectPdf'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { judgePdf, judgePicture, judgeUndecodable } from '../../../shared/imaging/judgePicture'
import { success, type Result } from '../../../shared/result'
import type { ExaminedFinding } from '../../common/mediaProcess/messages'
import { decodePixels, MEASURED_EDGE } from '../images/decodePixels'
import { examinePicture, measurePixels, type ExaminedPaper } from '../images/examinePicture'
import { openedPage } from '../images/openPicture'
import type { PictureProblem } from '../images/pictureProblem'
import { countActiveContent } from './countActiveContent'
import { withPdf, type OpenedPdf } from './openPdf'

/** A statement is sealed at its end: so many pages are looked through for it, at 0.2 s a page. */
const MOST_SEARCHED = 10
/** A page that nobody photographed is pure white wherever nothing is printed; more than this is a blank one. */
const BLANK_PERCENT = 99.95

type Facts = ReturnType<typeof measurePixels>

/** Measures a picture, or the pages of a PDF document, and judges it by the table of thresholds. */
export async function examineDocument(
  bytes: Uint8Array,
  paper: ExaminedPaper,
): Promise<readonly ExaminedFinding[]> {
  return isPdf(bytes) ? examinePdf(bytes, paper) : examinePicture(bytes, paper)
}

/** The first page is measured as a picture is; the seal is looked for on all pages up to a bound. */
async function examinePdf(bytes: Uint8Array, paper: ExaminedPaper): Promise<readonly ExaminedFinding[]> {
  const expected = expectedChecks(paper.kind, paper.face, paper.entityKind)
  const measured = await withPdf(bytes, async (pdf) => {
    const first = await measurePage(pdf, 1)
    if (!first.ok) {
      return first
    }
    const sealed =
      expected.missingSeal === null ? { seal: first.value.seal, page: 1 } : await findSeal(pdf, first.value)
    return success({ facts: first.value, sealed, pages: pdf.pages })
  })
  if (!measured.ok) {
    return judgeUndecodable(bytes.length, paper.kind)
  }
  const { facts, sealed, pages } = measured.value
  const findings = judgePicture(
    {
      ...facts,
      bytes: bytes.length,
      clippedPercent: facts.clippedPercent > BLANK_PERCENT ? facts.clippedPercent : 0,
      seal: sealed.seal,
    },
    paper.kind,
    expected,
  )
  const activeContent = await countActiveContent(bytes)
  return [
    ...findings
      // A page has no pixels of its own.
      .filter(({ check }) => check !== 'resolution')
      .map((finding) => ({ ...finding, ...pageOfFinding(finding, sealed.page) })),
    ...judgePdf({ pages, activeContent }),
  ]
}

function pageOfFinding({ check }: ExaminedFinding, sealedPage: number): { readonly page?: number } {
  if (check === 'decodable' || check === 'file-size') {
    return {}
  }
  return { page: check === 'red-seal' ? sealedPage : 1 }
}

async function measurePage(pdf: OpenedPdf, page: number): Promise<Result<Facts, PictureProblem>> {
  const opened = openedPage(await pdf.draw(page, MEASURED_EDGE))
  if (!opened.ok) {
    return opened
  }
  const decoded = await decodePixels(opened.value)
  return decoded.ok ? success(measurePixels(decoded.value, opened.value)) : decoded
}

/** The largest seal and its page. A page behind the first that cannot be drawn has none. */
async function findSeal(
  pdf: OpenedPdf,
  first: Facts,
): Promise<{ readonly seal: Facts['seal']; readonly page: number }> {
  let best = { seal: first.seal, page: 1 }
  for (let page = 2; page <= Math.min(pdf.pages, MOST_SEARCHED); page += 1) {
    const measured = await measurePage(pdf, page)
    if (measured.ok && measured.value.seal.areaPercent > best.seal.areaPercent) {
      best = { seal: measured.value.seal, page }
    }
  }
  return best
}
