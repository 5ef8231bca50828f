import type { DossierInput, DossierSection } from './dossierInput'
import { layoutBlock } from './layoutBlocks'
import { layoutCover, type ContentsEntry } from './layoutCover'
import { layoutPicture, type PictureSheets } from './layoutPicture'
import { PageFlow } from './pageFlow'
import { FRAME, lineHeight, SIZES, type Bookmark, type LaidOutDossier } from './pageModel'
import type { TextMeasure } from './textMeasure'

/** A section begins on the page where the last one ended, if this much room is left. */
const ROOM_FOR_SECTION = 150

/** Lays the whole dossier out. `sheets` has the documents that can be drawn, by SHA-256. */
export function layoutDossier(
  input: DossierInput,
  sheets: ReadonlyMap<string, PictureSheets>,
  measure: TextMeasure,
  appendix: DossierSection | null,
): LaidOutDossier {
  const flow = new PageFlow(measure)
  const fillContents = layoutCover(flow, input)
  const contents: ContentsEntry[] = []
  const bookmarks: Bookmark[] = [{ title: input.title, page: 0, children: [] }]
  flow.newPage()
  for (const section of input.sections) {
    contents.push(layoutSection(flow, section))
  }
  bookmarks.push(...contents.map(asBookmark))
  if (input.pictures.length > 0) {
    const children = flow.inside(flow.group('Sect', { title: input.picturesTitle }), () =>
      input.pictures.map((picture) => {
        const page = flow.inside(flow.group('Sect'), () =>
          layoutPicture(flow, picture, sheets.get(picture.sha256) ?? null, input.words),
        )
        return { title: picture.title, page, children: [] }
      }),
    )
    flow.fillNumbers(children.map(({ page }) => page))
    const first = children[0]?.page ?? 0
    contents.push({ title: input.picturesTitle, page: first })
    bookmarks.push({ title: input.picturesTitle, page: first, children })
  }
  if (appendix) {
    flow.newPage()
    bookmarks.push(asBookmark(layoutSection(flow, appendix)))
  }
  fillContents(contents)
  flow.inside(null, () => {
    addRunningLines(flow, input)
  })
  return { pages: flow.pages, bookmarks, structure: flow.structure }
}

function layoutSection(flow: PageFlow, section: DossierSection): ContentsEntry {
  flow.ensure(ROOM_FOR_SECTION)
  if (flow.y > FRAME.top) {
    flow.y += 16
  }
  const page = flow.pageIndex
  flow.inside(flow.group('Sect'), () => {
    flow.paragraph('H2', section.title, { size: SIZES.section, weight: 'bold', ink: 'accent' })
    flow.y += 4
    for (const block of section.blocks) {
      layoutBlock(flow, block)
    }
  })
  return { title: section.title, page }
}

function asBookmark({ title, page }: ContentsEntry): Bookmark {
  return { title, page, children: [] }
}

/** Head and foot of every page after the cover; the cover has its foot alone. */
function addRunningLines(flow: PageFlow, input: DossierInput): void {
  const style = { size: SIZES.small, weight: 'regular', ink: 'muted' } as const
  const { measure } = flow
  const pages = String(flow.pages.length)
  flow.pages.forEach((_, index) => {
    const number = input.words.pageNumber.replace('{page}', String(index + 1)).replace('{pages}', pages)
    const footX = FRAME.right - measure.width(number, style.size, style.weight)
    flow.add({ mark: 'text', x: footX, y: FRAME.bottom + 28, ...style, text: number }, index)
    if (index === 0) {
      return
    }
    const y = FRAME.top - 28
    const { left, right } = input.runningHead
    const rightX = FRAME.right - measure.width(right, style.size, style.weight)
    const [shown = ''] = flow.lines(left, { ...style, x: FRAME.left, width: rightX - FRAME.left - 16 })
    const lineY = y + lineHeight(style.size) - 6
    flow.add({ mark: 'text', x: FRAME.left, y, ...style, text: shown }, index)
    flow.add({ mark: 'text', x: rightX, y, ...style, text: right }, index)
    flow.add({ mark: 'line', x1: FRAME.left, x2: FRAME.right, y: lineY, thickness: 0.5, ink: 'rule' }, index)
  })
}
