/** Seeded choices. Two generators made from the same words give the same choices in the same order. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly between: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly digits: (count: number) => string
  readonly hex: (count: number) => string
  /** An independent generator: what one part draws never shifts what another part gets. */
  readonly fork: (label: string) => Random
}

/** `seed` is any text; forks append to it, so that every part of a bundle has its own stream. */
export function createRandom(seed: string): Random {
  const next = mulberry32(hashText(seed))
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) {
      throw new RangeError('cannot pick from an empty list')
    }
    return item
  }
  const letters = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(int(0, alphabet.length - 1))).join('')
  return {
    next,
    int,
    pick,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    digits: (count) => letters('0123456789', count),
    hex: (count) => letters('0123456789abcdef', count),
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}

/** FNV-1a with a final mix; spreads neighbouring seeds (1, 2, 3) far apart. */
function hashText(value: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
