import type { PageFlow, PlacedText } from './pageFlow'
import { FRAME, FRAME_WIDTH, lineHeight, SIZES } from './pageModel'
import type { ContentElement } from './structure'

type Fact = readonly [label: string, value: string]

const LABEL_WIDTH = 92
const GUTTER = 16
const PADDING = 3
const HALF = (FRAME_WIDTH - GUTTER) / 2
const NOTHING = '—'

/** Labels and values between hairlines; two short facts share a row. */
export function layoutFacts(flow: PageFlow, facts: readonly Fact[]): void {
  if (facts.length === 0) {
    return
  }
  flow.ensure(lineHeight(SIZES.body) + 2 * PADDING)
  flow.rule()
  flow.inside(flow.group('Table'), () => {
    layoutRows(flow, facts)
  })
  flow.y += 10
}

function layoutRows(flow: PageFlow, facts: readonly Fact[]): void {
  let index = 0
  while (index < facts.length) {
    const [first, second] = [facts[index], facts[index + 1]]
    if (first && second && isShort(flow, first) && isShort(flow, second)) {
      layoutRow(flow, [
        { fact: first, x: FRAME.left, width: HALF },
        { fact: second, x: FRAME.left + HALF + GUTTER, width: HALF },
      ])
      index += 2
    } else {
      if (first) {
        layoutRow(flow, [{ fact: first, x: FRAME.left, width: FRAME_WIDTH }])
      }
      index += 1
    }
  }
}

interface Cell {
  readonly fact: Fact
  readonly x: number
  readonly width: number
}

function isShort(flow: PageFlow, [label, value]: Fact): boolean {
  const style = { size: SIZES.body, weight: 'regular' } as const
  return (
    !value.includes('\n') &&
    flow.measure.width(value, style.size, style.weight) <= HALF - LABEL_WIDTH &&
    flow.measure.width(label, style.size, style.weight) <= LABEL_WIDTH - 8
  )
}

/** One line of the page, a row of the table for each fact; a long value goes on over the page's end. */
function layoutRow(flow: PageFlow, cells: readonly Cell[]): void {
  const wrapped = cells.map(({ fact: [label, value], x, width }) => {
    const labelStyle: PlacedText = { ...style('muted'), x, width: LABEL_WIDTH - 8 }
    const valueStyle: PlacedText = { ...style('text'), x: x + LABEL_WIDTH, width: width - LABEL_WIDTH }
    return {
      ...factElements(flow),
      labelStyle,
      valueStyle,
      labels: flow.lines(label, labelStyle),
      values: flow.lines(value === '' ? NOTHING : value, valueStyle),
    }
  })
  const height = lineHeight(SIZES.body)
  const count = Math.max(...wrapped.map(({ labels, values }) => Math.max(labels.length, values.length)))
  flow.ensure(PADDING + height)
  flow.y += PADDING
  for (let index = 0; index < count; index += 1) {
    flow.ensure(height + PADDING)
    for (const { head, cell, labels, values, labelStyle, valueStyle } of wrapped) {
      flow.inside(head, () => {
        flow.line(labels[index] ?? '', flow.y, labelStyle)
      })
      flow.inside(cell, () => {
        flow.line(values[index] ?? '', flow.y, valueStyle)
      })
    }
    flow.y += height
  }
  flow.y += PADDING
  flow.rule()
}

function factElements(flow: PageFlow): { readonly head: ContentElement; readonly cell: ContentElement } {
  return flow.inside(flow.group('TR'), () => ({
    head: flow.content('TH', { scope: 'Row' }),
    cell: flow.content('TD'),
  }))
}

function style(ink: 'text' | 'muted'): Omit<PlacedText, 'x' | 'width'> {
  return { size: SIZES.body, weight: 'regular', ink }
}
