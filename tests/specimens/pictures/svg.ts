/** A part drawn by itself, shaken as a hand does, and laid over the drawing. */
export interface Overlay {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly body: string
  /** How far lines wander, in SVG units. */
  readonly shake: number
  readonly seed: string
  /** Without it, that of the drawing. */
  readonly fontFamily?: string
}

/** Where marks belong on a paper that people seal or sign. */
export interface MarkPlaces {
  /** Middle and radius of the seal. */
  readonly seal?: { readonly x: number; readonly y: number; readonly radius: number }
  /** The room in which a signature stands. */
  readonly signature?: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** A drawing before it is rendered; lengths in SVG units. */
export interface Artwork {
  readonly width: number
  readonly height: number
  readonly body: string
  readonly overlays?: readonly Overlay[]
  readonly places?: MarkPlaces
  readonly fontFamily?: string
  /** How it lies in the picture: a card or sheet on a surface, a photographed scene, or the file as it is. */
  readonly setting: 'card' | 'sheet' | 'scene' | 'plain'
}

export interface TextStyle {
  readonly size: number
  readonly fill?: string
  readonly weight?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Extra room between characters. */
  readonly spacing?: number
  readonly opacity?: number
  readonly transform?: string
}

export function escapeText(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** One line of text; `y` is the baseline. */
export function text(x: number, y: number, value: string, style: TextStyle): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${round(style.size)}"`,
    `fill="${style.fill ?? '#1c1c1c'}" font-weight="${String(style.weight ?? 400)}"`,
    style.anchor === undefined ? '' : `text-anchor="${style.anchor}"`,
    style.spacing === undefined ? '' : `letter-spacing="${round(style.spacing)}"`,
    style.opacity === undefined ? '' : `fill-opacity="${String(style.opacity)}"`,
    style.transform === undefined ? '' : `transform="${style.transform}"`,
  ]
  return `<text xml:space="preserve" ${attributes.filter((part) => part !== '').join(' ')}>${escapeText(value)}</text>`
}

/** Lines of text below each other, `leading` apart. */
export function lines(
  x: number,
  y: number,
  values: readonly string[],
  leading: number,
  style: TextStyle,
): string {
  return values.map((value, index) => text(x, y + index * leading, value, style)).join('')
}

export function rect(x: number, y: number, width: number, height: number, attributes: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${attributes}/>`
}

export function group(transform: string, body: string): string {
  return `<g transform="${transform}">${body}</g>`
}

/** Width in em: a Chinese character is one, a Latin letter or digit a little over half. */
export function textEms(value: string): number {
  return Array.from(value).reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.57),
    0,
  )
}

/** Breaks text into lines of at most `ems`; punctuation does not open a line. */
export function wrap(value: string, ems: number): readonly string[] {
  const result: string[] = []
  let current = ''
  for (const character of value) {
    if (textEms(current + character) > ems && !'，。；：、）”'.includes(character)) {
      result.push(current)
      current = ''
    }
    current += character
  }
  return current === '' ? result : [...result, current]
}

/** Size that makes a line fit a width, at most `size`. */
export function fitSize(value: string, width: number, size: number): number {
  return Math.min(size, width / Math.max(textEms(value), 1))
}

export function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
