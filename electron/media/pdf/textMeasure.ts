import type { Weight } from './pageModel'
import type { TrueTypeFont } from './trueTypeFont'

/** Gap between Chinese and latin text, as part of the size: an eighth, a thin space. */
export const LATIN_GAP = 0.125

/** Chinese characters, kana and full-width signs: every one may end a line. */
const WIDE =
  /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u
/** Only these ask for a gap: a full-width sign brings its own. */
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u
const LATIN = /[0-9A-Za-z\u00c0-\u024f]/u

export interface Run {
  readonly text: string
  /** From the start of the line, in units of the size. */
  readonly x: number
}

/** Widths of text in the dossier's two weights. */
export class TextMeasure {
  readonly #fonts: Readonly<Record<Weight, TrueTypeFont>>

  constructor(fonts: Readonly<Record<Weight, TrueTypeFont>>) {
    this.#fonts = fonts
  }

  width(text: string, size: number, weight: Weight): number {
    const font = this.#fonts[weight]
    return (
      splitRuns(text).reduce(
        (width, run, index) => width + font.widthOf(run) + (index === 0 ? 0 : LATIN_GAP),
        0,
      ) * size
    )
  }

  /** The pieces of a line and where each begins, with the gap between Chinese and latin left out of the text. */
  runs(text: string, weight: Weight): readonly Run[] {
    const font = this.#fonts[weight]
    const runs: Run[] = []
    let x = 0
    for (const run of splitRuns(text)) {
      runs.push({ text: run, x })
      x += font.widthOf(run) + LATIN_GAP
    }
    return runs
  }
}

export function isWide(character: string): boolean {
  return WIDE.test(character)
}

function splitRuns(text: string): readonly string[] {
  const runs: string[] = []
  let run = ''
  let previous = ''
  for (const character of text) {
    const isBorder =
      (IDEOGRAPH.test(previous) && LATIN.test(character)) ||
      (LATIN.test(previous) && IDEOGRAPH.test(character))
    if (isBorder) {
      runs.push(run)
      run = ''
    }
    run += character
    previous = character
  }
  if (run !== '') {
    runs.push(run)
  }
  return runs
}
