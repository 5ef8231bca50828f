import type { DossierInput } from './dossierInput'
import { layoutFacts } from './layoutFacts'
import type { PageFlow } from './pageFlow'
import { FRAME, FRAME_WIDTH, lineHeight, SIZES } from './pageModel'
import type { GroupElement } from './structure'

export interface ContentsEntry {
  readonly title: string
  /** Index of the page. */
  readonly page: number
}

const CONTENTS_LINE = lineHeight(SIZES.body) + 2

/**
 * The first page: title, facts, contents, notice. The page numbers of the contents are known only when the rest
 * is laid out, so the answer is a function that fills them in.
 */
export function layoutCover(
  flow: PageFlow,
  input: DossierInput,
): (contents: readonly ContentsEntry[]) => void {
  flow.newPage()
  flow.y = FRAME.top + 32
  flow.paragraph('H1', input.title, { size: SIZES.cover, weight: 'bold' })
  flow.y += 4
  flow.paragraph('P', input.subtitle, { size: SIZES.subtitle, ink: 'muted' })
  flow.y += 16
  flow.rule('accent', 2, FRAME.left, FRAME.left + 64)
  flow.y += 20
  layoutFacts(flow, input.cover.facts)
  flow.y += 12
  const titles = [...input.sections.map((section) => section.title)]
  if (input.pictures.length > 0) {
    titles.push(input.picturesTitle)
  }
  const notice = flow.lines(input.cover.notice, noticeStyle)
  const noticeHeight = notice.length * lineHeight(SIZES.small)
  flow.ensure(lineHeight(SIZES.heading) + titles.length * CONTENTS_LINE + 16 + noticeHeight)
  flow.paragraph('H2', input.words.contents, { size: SIZES.heading, weight: 'bold' })
  flow.y += 2
  const place = { pageIndex: flow.pageIndex, top: flow.y, element: flow.group('TOC') }
  flow.y = FRAME.bottom - noticeHeight
  flow.inside(flow.content('P'), () => {
    for (const line of notice) {
      flow.line(line, flow.y, noticeStyle)
      flow.y += lineHeight(SIZES.small)
    }
  })
  return (contents) => {
    fillContents(flow, place, contents)
  }
}

const noticeStyle = {
  x: FRAME.left,
  width: FRAME_WIDTH,
  size: SIZES.small,
  weight: 'regular',
  ink: 'muted',
} as const

function fillContents(
  flow: PageFlow,
  place: { readonly pageIndex: number; readonly top: number; readonly element: GroupElement },
  contents: readonly ContentsEntry[],
): void {
  const style = { size: SIZES.body, weight: 'regular' } as const
  contents.forEach(({ title, page: target }, index) => {
    const y = place.top + index * CONTENTS_LINE + SIZES.body * 1.08
    const number = String(target + 1)
    const numberX = FRAME.right - flow.measure.width(number, style.size, style.weight)
    const [shown = ''] = flow.lines(title, { ...style, x: FRAME.left, width: FRAME_WIDTH - 40, ink: 'text' })
    const leaderFrom = FRAME.left + flow.measure.width(shown, style.size, style.weight) + 8
    const entry = flow.inside(place.element, () => flow.group('TOCI'))
    const texts = [
      { role: 'Reference', x: FRAME.left, text: shown },
      { role: 'P', x: numberX, text: number },
    ] as const
    for (const { role, x, text } of texts) {
      const element = flow.inside(entry, () => flow.content(role))
      flow.inside(element, () => {
        flow.add({ mark: 'text', x, y, ...style, ink: 'text', text }, place.pageIndex)
      })
    }
    const leader = { x1: leaderFrom, x2: numberX - 8, y: y - 2, thickness: 0.3 } as const
    flow.add({ mark: 'line', ...leader, ink: 'rule' }, place.pageIndex)
  })
}
