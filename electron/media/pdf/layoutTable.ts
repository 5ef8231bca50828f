import type { z } from 'zod'
import type { DossierCell, tableSchema } from './dossierInput'
import type { PageFlow, PlacedText } from './pageFlow'
import { FRAME, FRAME_WIDTH, lineHeight, SIZES } from './pageModel'
import type { ContentElement } from './structure'

type TableBlock = z.output<typeof tableSchema>

const PADDING = 3
const CELL_GAP = 8
const SIZE = SIZES.small + 0.5
/** A row this high or lower is kept whole on one page. */
const KEEP_WHOLE_LINES = 8

interface Column {
  readonly title: string
  readonly x: number
  readonly width: number
}

/** A table with its head repeated on every page it reaches. */
export function layoutTable(flow: PageFlow, table: TableBlock): void {
  const columns = placeColumns(table)
  const height = lineHeight(SIZE)
  flow.ensure(3 * (height + 2 * PADDING))
  flow.inside(flow.group('Table'), () => {
    layoutHead(flow, columns, headElements(flow, columns))
    if (table.rows.length === 0) {
      layoutEmpty(flow, table)
    }
    for (const row of table.rows) {
      layoutRow(flow, columns, row)
    }
  })
  flow.y += 12
}

function headElements(flow: PageFlow, columns: readonly Column[]): readonly ContentElement[] {
  return flow.inside(flow.group('TR'), () => columns.map(() => flow.content('TH', { scope: 'Column' })))
}

function layoutEmpty(flow: PageFlow, table: TableBlock): void {
  flow.y += PADDING
  const cell = flow.inside(flow.group('TR'), () => flow.content('TD', { columns: table.columns.length }))
  flow.inside(cell, () => {
    flow.line(table.empty, flow.y, {
      x: FRAME.left,
      width: FRAME_WIDTH,
      size: SIZE,
      weight: 'regular',
      ink: 'muted',
    })
  })
  flow.y += lineHeight(SIZE) + PADDING
  flow.rule()
}

function placeColumns(table: TableBlock): readonly Column[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const usable = FRAME_WIDTH - CELL_GAP * (table.columns.length - 1)
  let x: number = FRAME.left
  return table.columns.map(({ title, share }) => {
    const width = (usable * share) / shares
    const column = { title, x, width }
    x += width + CELL_GAP
    return column
  })
}

/** Without elements it is a repetition. */
function layoutHead(
  flow: PageFlow,
  columns: readonly Column[],
  elements: readonly ContentElement[] = [],
): void {
  const cells = columns.map(({ title, x, width }, index) => {
    const style: PlacedText = { x, width, size: SIZE, weight: 'bold', ink: 'muted' }
    return { style, lines: flow.lines(title, style), element: elements[index] ?? null }
  })
  const height = lineHeight(SIZE)
  flow.rule('text', 0.8)
  flow.y += PADDING
  const count = Math.max(...cells.map(({ lines }) => lines.length))
  for (let index = 0; index < count; index += 1) {
    layoutLine(flow, cells, index)
    flow.y += height
  }
  flow.y += PADDING
  flow.rule('text', 0.5)
}

interface Cell {
  readonly style: PlacedText
  readonly lines: readonly string[]
  readonly element: ContentElement | null
}

function layoutLine(flow: PageFlow, cells: readonly Cell[], index: number): void {
  for (const { lines, style, element } of cells) {
    flow.inside(element, () => {
      flow.line(lines[index] ?? '', flow.y, style)
    })
  }
}

function layoutRow(flow: PageFlow, columns: readonly Column[], row: TableBlock['rows'][number]): void {
  const elements = flow.inside(flow.group('TR'), () => columns.map(() => flow.content('TD')))
  const cells = columns.map(({ x, width }, index): Cell & { readonly content: DossierCell } => {
    const isStrong = row.strong === true && index === 0
    const style: PlacedText = { x, width, size: SIZE, weight: isStrong ? 'bold' : 'regular', ink: 'text' }
    const content = row.cells[index] ?? ''
    // A page number has a line to itself; which number it is comes out later.
    const lines = typeof content === 'string' ? flow.lines(content, style) : ['']
    return { style, lines, element: elements[index] ?? null, content }
  })
  const height = lineHeight(SIZE)
  const count = Math.max(...cells.map(({ lines }) => lines.length))
  const whole = Math.min(count, KEEP_WHOLE_LINES) * height + 2 * PADDING
  breakPage(flow, columns, whole)
  flow.y += PADDING
  for (const { content, style, element } of cells) {
    if (typeof content !== 'string' && element !== null) {
      flow.leaveNumber(content.pageOf, flow.y, style, element)
    }
  }
  for (let index = 0; index < count; index += 1) {
    breakPage(flow, columns, height + PADDING)
    layoutLine(flow, cells, index)
    flow.y += height
  }
  flow.y += PADDING
  flow.rule()
}

function breakPage(flow: PageFlow, columns: readonly Column[], height: number): void {
  if (flow.room < height) {
    flow.newPage()
    layoutHead(flow, columns)
    flow.y += PADDING
  }
}
