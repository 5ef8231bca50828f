import { describe, expect, it } from 'vitest'
import {
  filterOf,
  isNeutral,
  LOOK_RANGE,
  NEUTRAL_LOOK,
  stepLook,
  withPercent,
} from '../../../../renderer/viewer/pictureLook'

describe('pictureLook', () => {
  it('shows the original without any filter', () => {
    expect(isNeutral(NEUTRAL_LOOK)).toBe(true)
    expect(filterOf(NEUTRAL_LOOK)).toBe('none')
  })

  it('brightens and darkens in steps, as far as something can be seen', () => {
    const brighter = stepLook(NEUTRAL_LOOK, 'brightness', 1)
    expect(filterOf(brighter)).toBe('brightness(1.1)')
    expect(stepLook(brighter, 'brightness', -1)).toEqual(NEUTRAL_LOOK)
    expect(withPercent(NEUTRAL_LOOK, 'contrast', 999).contrast).toBe(LOOK_RANGE.max)
    expect(stepLook(NEUTRAL_LOOK, 'contrast', -50).contrast).toBe(LOOK_RANGE.min)
  })

  it.each([
    [{ isInverted: true }, 'invert(1)'],
    [{ isGrey: true }, 'grayscale(1)'],
    [{ contrast: 170 }, 'contrast(1.7)'],
    [
      { isGrey: true, brightness: 80, contrast: 120, isInverted: true },
      'grayscale(1) brightness(0.8) contrast(1.2) invert(1)',
    ],
  ])('is no longer the original with %j', (part, filter) => {
    const look = { ...NEUTRAL_LOOK, ...part }
    expect(isNeutral(look)).toBe(false)
    expect(filterOf(look)).toBe(filter)
  })
})
