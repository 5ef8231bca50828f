import type { ChartLook } from './figureOption'

/** Series take these in turn; each stands out from the surface in all themes. */
const SERIES_TOKENS = ['--accent', '--unsure', '--outside', '--pass', '--fail', '--idle'] as const

/** The tokens of the interface as they stand on the document now: charts are drawn, and no style sheet reaches them. */
export function readChartLook(): ChartLook {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    colours: SERIES_TOKENS.map(token),
    text: token('--text'),
    muted: token('--text-muted'),
    border: token('--border'),
    surface: token('--surface-raised'),
    font: token('--font-text'),
    fontSize: Number.parseFloat(token('--text-small')),
    isMoving: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}
