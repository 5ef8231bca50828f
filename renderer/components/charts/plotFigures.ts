import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { figureOption, type ChartLook, type Figures } from './figureOption'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export interface Plot {
  draw(figures: Figures, look: ChartLook): void
  /** Takes the element's size anew. */
  fit(): void
  dispose(): void
}

/** A chart inside of an element that has a size. Loaded when the first chart is shown: the library is large. */
export function plotFigures(element: HTMLElement): Plot {
  const chart = init(element, null, { renderer: 'svg' })
  return {
    draw(figures, look) {
      chart.setOption(figureOption(figures, look), { notMerge: true })
    },
    fit() {
      chart.resize()
    },
    dispose() {
      chart.dispose()
    },
  }
}
