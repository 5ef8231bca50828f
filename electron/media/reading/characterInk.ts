import type { Ink } from './characterShape'
import { LINE_HEIGHT, type LineCut, type LineStrip } from './cutLine'
import { inkAndPaper } from './evenOut'
import type { ReadCharacter } from './recognizeLine'

/** How a line is cut for looking at its characters: as large as they get, nothing pressed together or thinned. */
export const SHAPE_CUT: LineCut = { press: 1, height: 0.8 }

/** Fainter than this is paper. */
const LEAST_INK = 0.12
/** Below 1 what is between paper and ink becomes darker: thin strokes count. */
const DARKENING = 0.7
/** Less between ink and paper, and there is no character. */
const LEAST_SPAN = 0.05
/** Least and greatest distance from one Chinese character to the next, and the usual one, in heights of the strip. */
const PITCH = { least: 0.5, usual: 0.9, most: 1.35 }
/** Farther than this from the next, in pitches, a character stands alone on that side. */
const NEAR = 1.4
/** So far from where a character should end, in pitches, a lighter column is looked for, and what each pitch of way costs in ink. */
const SEARCH = 0.22
const WAY = 3
/** Where no other stands near, a character ends so far from its middle, in pitches: beyond it there is paper, and 司 must keep its hook. */
const ALONE = 0.65
/** A narrower piece is none. */
const NARROWEST = 6

/** A line whose characters can be cut out. */
export interface InkLine {
  readonly ink: Ink
  /** Ink of each column, over all rows. */
  readonly columns: Float32Array
  /** From one Chinese character to the next, in columns. */
  readonly pitch: number
}

/** Finds the ink of a strip, cut out as `SHAPE_CUT` says, and how far apart the characters that were read in it stand. */
export function inkLine({ planes, width }: LineStrip, read: readonly ReadCharacter[]): InkLine {
  const green = planes.subarray(LINE_HEIGHT * width, 2 * LINE_HEIGHT * width)
  const [ink, paper] = inkAndPaper(green)
  const span = Math.max(LEAST_SPAN, paper - ink)
  const values = green.map((value) => {
    const share = Math.min(1, Math.max(0, (paper - value) / span))
    return share < LEAST_INK ? 0 : share ** DARKENING
  })
  const columns = new Float32Array(width)
  for (const [place, value] of values.entries()) {
    columns[place % width] = (columns[place % width] ?? 0) + value
  }
  return { ink: { values, width, height: LINE_HEIGHT }, columns, pitch: pitchOf(read, width) }
}

/** The ink of one of the characters, cut off at the lightest columns on either side; null where there is hardly room for one. */
export function characterInk(line: InkLine, read: readonly ReadCharacter[], index: number): Ink | null {
  const { ink, pitch } = line
  const middle = (read[index]?.at ?? 0) * ink.width
  const edge = (neighbour: ReadCharacter | undefined, side: -1 | 1): number => {
    const place = neighbour === undefined ? undefined : neighbour.at * ink.width
    const isNear = place !== undefined && Math.abs(place - middle) < NEAR * pitch
    return lightest(line, isNear ? (place + middle) / 2 : middle + side * ALONE * pitch)
  }
  const [from, to] = [edge(read[index - 1], -1), edge(read[index + 1], 1)]
  if (to - from < NARROWEST) {
    return null
  }
  const values = new Float32Array((to - from) * ink.height)
  for (let row = 0; row < ink.height; row += 1) {
    const start = row * ink.width
    values.set(ink.values.subarray(start + from, start + to), row * (to - from))
  }
  return { values, width: to - from, height: ink.height }
}

/** The column with the least ink about a place, the nearer of two alike. */
function lightest({ columns, pitch }: InkLine, place: number): number {
  const reach = pitch * SEARCH
  const first = Math.max(0, Math.round(place - reach))
  const last = Math.min(columns.length, Math.round(place + reach))
  let [best, least] = [Math.min(columns.length, Math.max(0, Math.round(place))), Infinity]
  for (let column = first; column <= last; column += 1) {
    const near = [column - 1, column, column + 1].reduce((sum, own) => sum + (columns[own] ?? 0), 0) / 3
    const cost = near + (Math.abs(column - place) / pitch) * WAY
    if (cost < least) {
      ;[best, least] = [column, cost]
    }
  }
  return best
}

function pitchOf(read: readonly ReadCharacter[], width: number): number {
  const chinese = read.filter(({ text }) => /\p{Script=Han}/u.test(text))
  const steps = chinese
    .slice(1)
    .map(({ at }, index) => (at - (chinese[index]?.at ?? 0)) * width)
    .sort((a, b) => a - b)
  const middle = steps[Math.floor(steps.length / 2)] ?? PITCH.usual * LINE_HEIGHT
  return Math.min(PITCH.most * LINE_HEIGHT, Math.max(PITCH.least * LINE_HEIGHT, middle))
}
