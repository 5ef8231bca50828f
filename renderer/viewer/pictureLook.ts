/** How a picture is shown and never what it is: a filter on the screen. Percentages of the original. */
export interface PictureLook {
  readonly brightness: number
  readonly contrast: number
  readonly isInverted: boolean
  readonly isGrey: boolean
}

export const NEUTRAL_LOOK: PictureLook = { brightness: 100, contrast: 100, isInverted: false, isGrey: false }

/** Beyond these nothing of a document is left to see. */
export const LOOK_RANGE = { min: 30, max: 300, step: 10 } as const

export function isNeutral(look: PictureLook): boolean {
  return look.brightness === 100 && look.contrast === 100 && !look.isInverted && !look.isGrey
}

/** The look with one of its percentages changed by some steps, kept within what can be seen. */
export function stepLook(look: PictureLook, part: 'brightness' | 'contrast', steps: number): PictureLook {
  return withPercent(look, part, look[part] + steps * LOOK_RANGE.step)
}

export function withPercent(
  look: PictureLook,
  part: 'brightness' | 'contrast',
  percent: number,
): PictureLook {
  return { ...look, [part]: Math.max(LOOK_RANGE.min, Math.min(LOOK_RANGE.max, percent)) }
}

/** As CSS; `none` for the original. Inversion comes last, so that brighter stays brighter in what is inverted. */
export function filterOf(look: PictureLook): string {
  const parts = [
    ...(look.isGrey ? ['grayscale(1)'] : []),
    ...(look.brightness === 100 ? [] : [`brightness(${String(look.brightness / 100)})`]),
    ...(look.contrast === 100 ? [] : [`contrast(${String(look.contrast / 100)})`]),
    ...(look.isInverted ? ['invert(1)'] : []),
  ]
  return parts.length === 0 ? 'none' : parts.join(' ')
}
