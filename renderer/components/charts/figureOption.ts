import type { EChartsCoreOption } from 'echarts/core'

/** Bars side by side, bars on top of each other, or lines. */
export type FigureKind = 'bar' | 'stacked' | 'line'

export interface FigureSeries {
  readonly name: string
  /** One for each category; null where nothing is known. */
  readonly values: ReadonlyArray<number | null>
}

export interface Figures {
  readonly kind: FigureKind
  readonly categories: readonly string[]
  readonly series: readonly FigureSeries[]
  /** `share`: values from 0 to 1, shown in per cent. */
  readonly format: 'count' | 'share'
  /** Bars that lie: for long names, or many of them. */
  readonly isLying: boolean
}

/** The colours and type of the interface as they are now. */
export interface ChartLook {
  readonly colours: readonly string[]
  readonly text: string
  readonly muted: string
  readonly border: string
  readonly surface: string
  readonly font: string
  readonly fontSize: number
  readonly isMoving: boolean
}

/** Lines that differ in more than colour. */
const LINE_TYPES = ['solid', 'dashed', 'dotted'] as const
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const

/** So few standing categories are all named; of more the library leaves out names that would run into each other. */
const MOST_NAMED = 8

/** What the charting library is told to draw. Patterns and symbols tell series apart without colour. */
export function figureOption(figures: Figures, look: ChartLook): EChartsCoreOption {
  const { kind, categories, series, format, isLying } = figures
  const labels = { color: look.muted, fontFamily: look.font, fontSize: look.fontSize }
  const categoryAxis = {
    type: 'category',
    data: [...categories],
    // Read from the top, as the table is.
    inverse: isLying,
    axisLine: { lineStyle: { color: look.border } },
    axisTick: { show: false },
    axisLabel: {
      ...labels,
      ...(isLying ? { interval: 0, width: 140, overflow: 'truncate' } : {}),
      ...(categories.length <= MOST_NAMED ? { interval: 0 } : {}),
    },
  }
  const valueAxis = {
    type: 'value',
    min: 0,
    minInterval: format === 'count' ? 1 : 0,
    ...(format === 'share' ? { max: 1 } : {}),
    axisLabel: {
      ...labels,
      formatter: (value: number) =>
        format === 'share' ? `${String(Math.round(value * 100))} %` : String(value),
    },
    splitLine: { lineStyle: { color: look.border, opacity: 0.6 } },
  }
  return {
    animation: look.isMoving,
    animationDuration: 200,
    color: [...look.colours],
    textStyle: { fontFamily: look.font },
    // The element around it is named, and the table beside it says every figure.
    aria: { enabled: true, label: { enabled: false }, decal: { show: kind !== 'line' && series.length > 1 } },
    grid: { left: 0, right: 12, top: series.length > 1 ? 32 : 12, bottom: 4, outerBoundsMode: 'same' },
    legend: { show: series.length > 1, top: 0, left: 0, textStyle: { ...labels, color: look.text } },
    tooltip: {
      trigger: 'axis',
      // Drawn, never put together as HTML: names come from people.
      renderMode: 'richText',
      backgroundColor: look.surface,
      borderColor: look.border,
      textStyle: { ...labels, color: look.text },
      axisPointer: { type: kind === 'line' ? 'line' : 'shadow', animation: look.isMoving },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? figureText(value, format) : '–'),
    },
    xAxis: isLying ? valueAxis : categoryAxis,
    yAxis: isLying ? categoryAxis : valueAxis,
    series: series.map(({ name, values }, at) => ({
      name,
      data: [...values],
      ...(kind === 'line'
        ? {
            type: 'line',
            symbol: SYMBOLS[at % SYMBOLS.length],
            symbolSize: 7,
            lineStyle: { width: 2, type: LINE_TYPES[at % LINE_TYPES.length] },
          }
        : { type: 'bar', barMaxWidth: 28, ...(kind === 'stacked' ? { stack: 'all' } : {}) }),
    })),
  }
}

/** A figure as it is written: `12`, `3.5`, `41.2 %`; a dash where nothing is known. */
export function figureText(value: number | null, format: Figures['format']): string {
  if (value === null) {
    return '–'
  }
  return format === 'share'
    ? `${(value * 100).toFixed(value === 0 || value === 1 ? 0 : 1)} %`
    : String(Math.round(value * 10) / 10)
}
