import { describe, expect, it } from 'vitest'
import { LINE_HEIGHT, type LineStrip } from '../../../electron/media/reading/cutLine'
import { markUnread } from '../../../electron/media/reading/markUnread'
import type { ReadCharacter } from '../../../electron/media/reading/recognizeLine'

const WIDTH = 120

/** A line with ink in three characters, 34 columns from one to the next. */
function strip(): LineStrip {
  const planes = new Float32Array(3 * LINE_HEIGHT * WIDTH).fill(1)
  for (const middle of [22, 56, 90]) {
    for (let row = 12; row < 36; row += 2) {
      for (let plane = 0; plane < 3; plane += 1) {
        const start = plane * LINE_HEIGHT * WIDTH + row * WIDTH + middle
        planes.fill(-1, start - 14, start + 14)
      }
    }
  }
  return { planes, width: WIDTH, press: 1 }
}

const SURE: readonly ReadCharacter[] = [
  { text: '靳', confidence: 0.99, at: 22 / WIDTH },
  { text: '信', confidence: 0.99, at: 56 / WIDTH },
]

function textOf(read: readonly ReadCharacter[]): string {
  return markUnread(strip(), read)
    .map(({ text }) => text)
    .join('')
}

describe('ink of which no character was read', () => {
  it('is marked', () => {
    expect(textOf(SURE)).toBe('靳信\uFFFD')
  })

  it('is what the recognizer thought of there, as unsure as it was', () => {
    const guess: ReadCharacter = { text: '濡', confidence: 0.34, at: 90 / WIDTH, isGuess: true }
    const less: ReadCharacter = { text: '儒', confidence: 0.33, at: 92 / WIDTH, isGuess: true }
    expect(markUnread(strip(), [...SURE, less, guess]).at(-1)).toEqual(guess)
  })

  it('stays marked with what the recognizer hardly thought of, the surest first', () => {
    const guess = (text: string, confidence: number): ReadCharacter => ({
      ...{ text, confidence, at: 90 / WIDTH },
      isGuess: true,
    })
    const guesses = [guess('儒', 0.02), guess('濡', 0.1), guess('儒', 0.05), guess('A', 0.2)]
    expect(markUnread(strip(), [...SURE, ...guesses]).at(-1)).toMatchObject({
      text: '\uFFFD',
      others: [
        { text: '濡', confidence: 0.1 },
        { text: '儒', confidence: 0.05 },
      ],
    })
  })

  it('stays marked for a guess elsewhere, and a guess without ink is nothing', () => {
    const elsewhere: ReadCharacter = { text: '言', confidence: 0.45, at: 40 / WIDTH, isGuess: true }
    expect(textOf([...SURE.slice(0, 1), elsewhere, ...SURE.slice(1)])).toBe('靳信\uFFFD')
    const third: ReadCharacter = { text: '濡', confidence: 0.9, at: 90 / WIDTH }
    expect(textOf([...SURE, { ...elsewhere, at: 74 / WIDTH }, third])).toBe('靳信濡')
  })
})
