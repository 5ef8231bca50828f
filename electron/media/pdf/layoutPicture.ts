import type { DossierInput, DossierPicture } from './dossierInput'
import type { PageFlow } from './pageFlow'
import { FRAME, FRAME_WIDTH, SIZES } from './pageModel'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** At least this much of the page belongs to the picture, however long its caption. */
const LEAST_HEIGHT = 240

/** What is drawn of a document: its one picture, or its pages. */
export interface PictureSheets {
  readonly sizes: readonly PictureSize[]
  /** Pages of the document, drawn or not; null for a picture, which has none. */
  readonly total: number | null
}

/**
 * A document on pages of its own: a picture with its caption, or each page of a PDF document with its number; a notice when
 * `sheets` is null, since it cannot be drawn. Answers the index of the page where it begins.
 */
export function layoutPicture(
  flow: PageFlow,
  picture: DossierPicture,
  sheets: PictureSheets | null,
  words: DossierInput['words'],
): number {
  if (sheets === null) {
    layoutHead(flow, 'H2', picture.title, picture.caption)
    layoutNotice(flow, picture.notice ?? words.undecodablePicture)
    return flow.pageIndex
  }
  const { sizes, total } = sheets
  const places = sizes.map((size, sheet) => {
    const number = total === null ? [] : [sheetNumber(words, sheet, total)]
    layoutHead(
      flow,
      sheet === 0 ? 'H2' : 'P',
      picture.title,
      sheet === 0 ? [...picture.caption, ...number] : number,
    )
    const alt = [picture.title, ...number].join(' ')
    layoutSheet(flow, size, { sha256: picture.sha256, sheet, alt })
    return flow.pageIndex
  })
  if (total !== null && total > sizes.length) {
    const [shown, left] = [sizes.length, total - sizes.length].map(String)
    const text = words.sheetsLeftOut
      .replace('{shown}', shown ?? '')
      .replace('{pages}', String(total))
      .replace('{left}', left ?? '')
    layoutHead(flow, 'P', picture.title, [])
    layoutNotice(flow, text)
  }
  return places[0] ?? flow.pageIndex
}

function sheetNumber(words: DossierInput['words'], sheet: number, total: number): string {
  return words.sheetNumber.replace('{page}', String(sheet + 1)).replace('{pages}', String(total))
}

/** Begins a page. Only the first of a document is headed by its name; on the others it is a reminder. */
function layoutHead(flow: PageFlow, role: 'H2' | 'P', title: string, caption: readonly string[]): void {
  flow.newPage()
  flow.paragraph(role, title, { size: SIZES.heading, weight: 'bold' })
  flow.y += 2
  for (const line of caption) {
    flow.paragraph('P', line, { size: SIZES.small, ink: 'muted' })
  }
  flow.y += 10
  flow.ensure(LEAST_HEIGHT)
}

function layoutSheet(
  flow: PageFlow,
  size: PictureSize,
  { alt, ...drawn }: { readonly sha256: string; readonly sheet: number; readonly alt: string },
): void {
  const scale = Math.min(FRAME_WIDTH / size.width, flow.room / size.height, 1)
  const box = {
    x: FRAME.left,
    y: flow.y,
    width: size.width * scale,
    height: size.height * scale,
  }
  flow.inside(flow.content('Figure', { alt, box }), () => {
    flow.add({ mark: 'picture', ...drawn, ...box })
  })
  flow.add({ mark: 'box', ...box, style: 'outline', ink: 'rule' })
  flow.y += box.height
}

function layoutNotice(flow: PageFlow, text: string): void {
  const height = 96
  flow.add({
    mark: 'box',
    x: FRAME.left,
    y: flow.y,
    width: FRAME_WIDTH,
    height,
    style: 'outline',
    ink: 'rule',
  })
  const style = { x: FRAME.left + 16, width: FRAME_WIDTH - 32, size: SIZES.body } as const
  const bottom = flow.y + height
  flow.y += 16
  flow.paragraph('P', text, style)
  flow.y = Math.max(flow.y, bottom)
}
