import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, it } from 'vitest'
import {
  figureOption,
  figureText,
  type ChartLook,
  type Figures,
} from '../../../../renderer/components/charts/figureOption'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const LOOK: ChartLook = {
  colours: ['#1d5fa9', '#7f5000'],
  text: '#1b2026',
  muted: '#565f6a',
  border: '#d5d9de',
  surface: '#ffffff',
  font: 'sans-serif',
  fontSize: 12,
  isMoving: false,
}
const BACKLOG: Figures = {
  kind: 'stacked',
  categories: ['浙江', '广东'],
  series: [
    { name: '已超期', values: [3, 0] },
    { name: '今日到期', values: [5, 2] },
  ],
  format: 'count',
  isLying: false,
}

/** The picture as the library draws it, without a window. */
function drawn(figures: Figures): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 480, height: 240 })
  chart.setOption(figureOption(figures, LOOK))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

describe('figureOption', () => {
  it('names categories and series in the picture, in the colours it was given', () => {
    const svg = drawn(BACKLOG)
    for (const text of ['浙江', '广东', '已超期', '今日到期', '#1d5fa9', '#7f5000']) {
      expect(svg).toContain(text)
    }
  })

  it('tells bars apart by patterns, and lines by dashes', () => {
    expect(drawn(BACKLOG)).toContain('<pattern')
    const single = { ...BACKLOG, series: BACKLOG.series.slice(0, 1) }
    expect(drawn(single)).not.toContain('<pattern')
    const lines = drawn({ ...BACKLOG, kind: 'line' })
    expect(lines).not.toContain('<pattern')
    expect(lines).toContain('stroke-dasharray')
  })

  it('stacks what is to be stacked', () => {
    const height = (kind: Figures['kind']) =>
      Math.max(...[...drawn({ ...BACKLOG, kind }).matchAll(/>(\d+)<\/text>/g)].map(([, top]) => Number(top)))
    expect(height('stacked')).toBeGreaterThanOrEqual(8)
    expect(height('bar')).toBeLessThan(8)
  })

  it('draws names as text and never as markup', () => {
    const svg = drawn({ ...BACKLOG, categories: ['<script>alert(1)</script>', '广东'] })
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;')
  })

  it('is drawn where code cannot be made of text, as the content security policy has it', () => {
    const library = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js')
    const context = vm.createContext(
      { option: figureOption(BACKLOG, LOOK), setTimeout },
      { codeGeneration: { strings: false } },
    )
    expect(() => {
      vm.runInContext("new Function('return 1')", context)
    }).toThrow('Code generation')
    vm.runInContext(readFileSync(library, 'utf8'), context)
    const svg: unknown = vm.runInContext(
      `const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 300, height: 200 })
       chart.setOption(option)
       chart.renderToSVGString()`,
      context,
    )
    expect(svg).toContain('<pattern')
  })
})

describe('figureText', () => {
  it.each([
    [12, 'count', '12'],
    [3.46, 'count', '3.5'],
    [0, 'share', '0 %'],
    [1, 'share', '100 %'],
    [0.4123, 'share', '41.2 %'],
    [null, 'share', '–'],
  ] as const)('writes %s as %s: %s', (value, format, expected) => {
    expect(figureText(value, format)).toBe(expected)
  })
})
