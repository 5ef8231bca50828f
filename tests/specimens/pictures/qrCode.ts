import { create } from 'qrcode'
import { rect, round } from './svg'

/** A QR code as squares in a box of `size`, with its upper left corner at 0,0. */
export function drawQrCode(content: string, size: number): string {
  const { modules } = create(content, { errorCorrectionLevel: 'M' })
  const step = size / modules.size
  const squares: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 1) {
        squares.push(
          `M${round(column * step)} ${round(row * step)}h${round(step)}v${round(step)}h-${round(step)}z`,
        )
      }
    }
  }
  return `${rect(-6, -6, size + 12, size + 12, 'fill="#ffffff"')}<path d="${squares.join('')}" fill="#141414"/>`
}
