/** Windows that open and close beside this one tell it single moves of a mouse that lies still; a hand gives dozens a second. */
const HAND = { moves: 4, within: 1_000 }

/** Tells what a person does from what the window system makes up, by the types of Electron's `input-event`. */
export function createHandWatch(now: () => number): (type: string) => boolean {
  let moves: readonly number[] = []
  return (type) => {
    if (type === 'mouseMove') {
      const at = now()
      moves = [...moves, at].filter((move) => at - move < HAND.within).slice(-HAND.moves)
      return moves.length === HAND.moves
    }
    return type !== 'mouseEnter' && type !== 'mouseLeave'
  }
}
