/** Hue in degrees (0 red, 120 green, 240 blue) and saturation and brightness from 0 to 1; hue is 0 for greys. */
export interface Hue {
  readonly hue: number
  readonly saturation: number
  readonly brightness: number
}

/** Hexcone model of a pixel (Smith 1978). */
export function hueOf(red: number, green: number, blue: number): Hue {
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const range = most - least
  const brightness = most / 255
  if (range === 0) {
    return { hue: 0, saturation: 0, brightness }
  }
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range
  return { hue: (60 * sixth + 360) % 360, saturation: range / most, brightness }
}
