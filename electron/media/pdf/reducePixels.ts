/**
 * 2400 pixels on the longer edge print at 240 dots an inch over the height of an A4 page. Whoever needs more looks
 * into the package, where the original lies untouched.
 */
const MAX_EDGE = 2400

/**
 * Lays RGBA pixels on white and reduces them by a whole factor, averaging. All in integers: the same picture gives
 * the same bytes on every processor, which a resampling filter does not promise.
 */
export function reducePixels(
  rgba: Uint8Array,
  size: { readonly width: number; readonly height: number },
): { readonly rgb: Uint8Array; readonly width: number; readonly height: number } {
  const factor = Math.ceil(Math.max(size.width, size.height) / MAX_EDGE)
  const width = Math.ceil(size.width / factor)
  const height = Math.ceil(size.height / factor)
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      averageBlock(rgba, size, { x: x * factor, y: y * factor, factor }, rgb, (y * width + x) * 3)
    }
  }
  return { rgb, width, height }
}

function averageBlock(
  rgba: Uint8Array,
  size: { readonly width: number; readonly height: number },
  block: { readonly x: number; readonly y: number; readonly factor: number },
  rgb: Uint8Array,
  target: number,
): void {
  const right = Math.min(block.x + block.factor, size.width)
  const bottom = Math.min(block.y + block.factor, size.height)
  const sums = [0, 0, 0]
  for (let y = block.y; y < bottom; y += 1) {
    for (let x = block.x; x < right; x += 1) {
      const at = (y * size.width + x) * 4
      const alpha = rgba[at + 3] ?? 255
      for (let channel = 0; channel < 3; channel += 1) {
        const value = rgba[at + channel] ?? 0
        sums[channel] = (sums[channel] ?? 0) + Math.floor((value * alpha + 255 * (255 - alpha) + 127) / 255)
      }
    }
  }
  const count = (right - block.x) * (bottom - block.y)
  for (let channel = 0; channel < 3; channel += 1) {
    rgb[target + channel] = Math.floor(((sums[channel] ?? 0) + (count >> 1)) / count)
  }
}
