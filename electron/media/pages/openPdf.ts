import { inspectPdf } from '../../../shared/imaging/formats/inspectPdf'
import { MOST_PAGES } from '../../../shared/imaging/pdfPages'
import { refusal, success, type Result } from '../../../shared/result'
import type { PictureProblem } from '../images/pictureProblem'
import { pdfEngine, type PdfDocument, type PdfEngine, type PdfPage } from './pdfEngine'

/** Longer edge of a drawn page in pixels: A4 at 220 dots an inch, 23 MB at the very worst. */
const PAGE_EDGE = 2600
/** A page may be 14,400 units long (ISO 32000-1, annex C.2): 5 metres. */
const MOST_UNITS = 14_400
/** Honest pages are drawn in a second; one that takes longer than this asks for too much. */
const DRAWING_MS = 12_000

export interface PagePixels {
  readonly width: number
  readonly height: number
  /** RGBA, row by row, opaque. */
  readonly rgba: Uint8Array
}

export interface OpenedPdf {
  /** As many as the document says; of more than `MOST_PAGES` only the first are drawn. */
  readonly pages: number
  /** Draws one page, its longer edge so many pixels. */
  draw(page: number, edge?: number): Promise<Result<PagePixels, PictureProblem>>
}

/** Opens a document, lets `use` draw of it, and closes it, whatever happens. Nothing in it is run or fetched. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: OpenedPdf) => Promise<Result<T, PictureProblem>>,
): Promise<Result<T, PictureProblem>> {
  const structure = inspectPdf(bytes)
  if (structure !== 'sound') {
    return refusal(structure === 'encrypted' ? 'encrypted' : 'undecodable')
  }
  const engine = await pdfEngine()
  const task = engine.open(bytes)
  try {
    const document = await task.promise
    if (document.numPages < 1) {
      return refusal('undecodable')
    }
    return await use({
      pages: document.numPages,
      draw: (page, edge = PAGE_EDGE) => draw(engine, document, page, edge),
    })
  } catch (error) {
    return refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'undecodable')
  } finally {
    await task.destroy()
  }
}

async function draw(
  engine: PdfEngine,
  document: PdfDocument,
  number: number,
  edge: number,
): Promise<Result<PagePixels, PictureProblem>> {
  if (number > Math.min(document.numPages, MOST_PAGES)) {
    return refusal('undecodable')
  }
  const page = await document.getPage(number)
  const size = page.getViewport({ scale: 1 })
  const longer = Math.max(size.width, size.height)
  if (!(longer > 0 && longer <= MOST_UNITS)) {
    return refusal('too-large')
  }
  const viewport = page.getViewport({ scale: edge / longer })
  const width = Math.max(1, Math.round(viewport.width))
  const height = Math.max(1, Math.round(viewport.height))
  const canvas = engine.createCanvas(width, height)
  const canvasContext = canvas.getContext('2d')
  const { annotationMode } = engine
  const rendering = page.render({ canvas, canvasContext, viewport, annotationMode, background: '#ffffff' })
  if (!(await isDrawnInTime(rendering))) {
    return refusal('too-large')
  }
  // A page with a picture left out would look like the whole of it.
  if ([...page.objs, ...page.commonObjs].some(([, part]) => part === null)) {
    return refusal('undecodable')
  }
  const { data } = canvasContext.getImageData(0, 0, width, height)
  return success({ width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) })
}

/** Drawing is stopped between two steps of it. What never comes to a step is ended by the host's limit. */
async function isDrawnInTime(rendering: ReturnType<PdfPage['render']>): Promise<boolean> {
  const deadline = performance.now() + DRAWING_MS
  const clock = { isLate: false }
  rendering.onContinue = (goOn) => {
    clock.isLate = performance.now() > deadline
    if (clock.isLate) {
      rendering.cancel()
    } else {
      goOn()
    }
  }
  try {
    await rendering.promise
  } catch (error) {
    if (!clock.isLate) {
      throw error
    }
  }
  return !clock.isLate
}
