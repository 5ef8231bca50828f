import { drawOrnament } from './marks'
import { group, rect, text } from './svg'

export interface FrameStyle {
  readonly width: number
  readonly height: number
  readonly ink: string
  readonly paper: string
  readonly title: string
  readonly titleSize: number
  readonly titleSpacing: number
}

/** Paper, ornamental border, ornament and title that the organisation certificates have in common. */
export function drawCertificateFrame(style: FrameStyle): string {
  const { width, height, ink, paper } = style
  return [
    rect(0, 0, width, height, `fill="${paper}"`),
    guilloche(width, height, ink),
    rect(34, 34, width - 68, height - 68, `fill="none" stroke="${ink}" stroke-width="9"`),
    rect(52, 52, width - 104, height - 104, `fill="none" stroke="${ink}" stroke-width="2"`),
    borderPattern(width, height, ink),
    corners(width, height, ink),
    group(`translate(${String(width / 2)} 128)`, drawOrnament(62)),
    text(width / 2, 268, style.title, {
      size: style.titleSize,
      weight: 900,
      anchor: 'middle',
      spacing: style.titleSpacing,
    }),
    text(width - 70, height - 9, '样本 SPECIMEN · 仅供演示', {
      size: 14,
      anchor: 'end',
      fill: '#9a8a6a',
      opacity: 0.9,
    }),
  ].join('')
}

function guilloche(width: number, height: number, ink: string): string {
  const rings = Array.from({ length: 9 }, (_, index) => {
    const rx = 90 + index * 46
    return `<ellipse cx="${String(width / 2)}" cy="${String(height * 0.58)}" rx="${String(rx)}" ry="${String(rx * 0.62)}" fill="none" stroke="${ink}" stroke-width="1.2" stroke-opacity="0.13"/>`
  })
  const waves = Array.from({ length: 26 }, (_, index) => {
    const y = 80 + index * ((height - 160) / 26)
    return `<path d="M60 ${String(y)} q60 -16 120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0" fill="none" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.16"/>`
  })
  return `<g clip-path="url(#inner)">${rings.join('')}${waves.join('')}</g><clipPath id="inner"><rect x="56" y="56" width="${String(width - 112)}" height="${String(height - 112)}"/></clipPath>`
}

function borderPattern(width: number, height: number, ink: string): string {
  const step = 22
  const diamonds: string[] = []
  for (let x = 70; x < width - 66; x += step) {
    diamonds.push(diamond(x, 43, ink), diamond(x, height - 43, ink))
  }
  for (let y = 70; y < height - 66; y += step) {
    diamonds.push(diamond(43, y, ink), diamond(width - 43, y, ink))
  }
  return diamonds.join('')
}

function diamond(x: number, y: number, ink: string): string {
  return `<path d="M${String(x - 7)} ${String(y)} L${String(x)} ${String(y - 7)} L${String(x + 7)} ${String(y)} L${String(x)} ${String(y + 7)} Z" fill="#fffaf0" stroke="${ink}" stroke-width="1.6"/>`
}

function corners(width: number, height: number, ink: string): string {
  const one = (x: number, y: number, sx: number, sy: number): string =>
    `<g transform="translate(${String(x)} ${String(y)}) scale(${String(sx)} ${String(sy)})"><path d="M0 74 V14 Q0 0 14 0 H74 M14 60 V28 Q14 14 28 14 H60 M30 30 q16 2 20 20 q-18 -4 -20 -20" fill="none" stroke="${ink}" stroke-width="4"/></g>`
  return `${one(64, 64, 1, 1)}${one(width - 64, 64, -1, 1)}${one(64, height - 64, 1, -1)}${one(width - 64, height - 64, -1, -1)}`
}
