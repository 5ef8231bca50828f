import { HOSTILE_BOMBS, type HostileBomb } from './hostileBombs'
import { HOSTILE_FORMATS, hostileSpecimens, type HostileFormat } from './hostileSpecimens'
import { createRandom, type Random } from '../../specimens/random'

/** How a file came about. `sound` files stand between the others, to see that they are answered as ever. */
export const HOSTILE_WAYS = [
  'sound',
  'cut off',
  'bits flipped',
  'bytes replaced',
  'numbers in the head overwritten',
  'blocks moved',
  'polyglot',
  'bomb',
] as const
type HostileWay = (typeof HOSTILE_WAYS)[number]

export interface HostileFile {
  readonly format: HostileFormat
  readonly way: HostileWay
  readonly bytes: Uint8Array
}

/** The most that headers, tables and directories of small pictures take. */
const HEAD_BYTES = 700
/** Numbers that break sums, signs and loops of decoders. */
const BAD_NUMBERS = [
  0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]

const SPOIL: Readonly<
  Record<Exclude<HostileWay, 'bomb'>, (bytes: Buffer, random: Random, other: Buffer) => Buffer>
> = {
  sound: (bytes) => bytes,
  'cut off': (bytes, random) => bytes.subarray(0, random.int(0, bytes.length - 1)),
  'bits flipped': (bytes, random) => {
    const spoilt = Buffer.from(bytes)
    for (let flips = random.int(1, 24); flips > 0; flips -= 1) {
      const at = random.int(0, bytes.length - 1)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << random.int(0, 7))
    }
    return spoilt
  },
  'bytes replaced': (bytes, random) => {
    const spoilt = Buffer.from(bytes)
    const from = random.int(0, bytes.length - 1)
    const to = Math.min(bytes.length, from + random.int(1, 64))
    for (let at = from; at < to; at += 1) {
      spoilt[at] = random.int(0, 255)
    }
    return spoilt
  },
  'numbers in the head overwritten': (bytes, random) => {
    const spoilt = Buffer.from(bytes)
    // Directories of TIFF stand at the end, headers of the others at the start. The format's mark stays.
    const isAtEnd = random.chance(0.3)
    for (let changes = random.int(1, 3); changes > 0; changes -= 1) {
      const reach = Math.min(HEAD_BYTES, bytes.length - 5)
      const at = isAtEnd ? bytes.length - 4 - random.int(0, reach - 4) : random.int(4, reach)
      const value = random.pick(BAD_NUMBERS)
      const size = random.pick([1, 2, 4])
      const isLittle = random.chance(0.5)
      const number = Buffer.alloc(4)
      number.writeUInt32LE(value)
      const part = number.subarray(0, size)
      spoilt.set(isLittle ? part : part.reverse(), Math.min(at, bytes.length - size))
    }
    return spoilt
  },
  'blocks moved': (bytes, random) => {
    const from = random.int(2, bytes.length - 1)
    const block = bytes.subarray(from, from + random.int(1, 400))
    const to = random.int(2, bytes.length - 1)
    const isRepeated = random.chance(0.5)
    return isRepeated
      ? Buffer.concat([bytes.subarray(0, to), block, block, bytes.subarray(to)])
      : Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + block.length)])
  },
  polyglot: (bytes, random, other) => {
    const mark = random.int(2, 16)
    return random.pick([
      () => Buffer.concat([bytes, other]),
      () => Buffer.concat([bytes.subarray(0, mark), other]),
      () => Buffer.concat([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><!--'), bytes]),
      () => Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]),
    ])()
  },
}

/** The same seed and count give the same files: all formats and ways in equal parts. */
export async function* spoiltFiles(seed: string, count: number): AsyncGenerator<HostileFile> {
  const specimens = await hostileSpecimens()
  const random = createRandom(seed)
  const ways = HOSTILE_WAYS.filter((way) => way !== 'bomb')
  for (let index = 0; index < count; index += 1) {
    const format = HOSTILE_FORMATS[index % HOSTILE_FORMATS.length] ?? 'jpeg'
    const way = ways[Math.floor(index / HOSTILE_FORMATS.length) % ways.length] ?? 'sound'
    const own = random.fork(String(index))
    const other = own.pick(specimens[own.pick(HOSTILE_FORMATS)])
    yield { format, way, bytes: SPOIL[way](own.pick(specimens[format]), own, other) }
  }
}

/** So many spoilt files with every one of the bombs once between them. */
export async function* hostileCorpus(
  seed: string,
  count: number,
  bombs: readonly HostileBomb[] = HOSTILE_BOMBS,
): AsyncGenerator<HostileFile> {
  const distance = Math.floor(count / bombs.length)
  let index = 0
  for await (const file of spoiltFiles(seed, count)) {
    yield file
    const bomb = index % distance === 0 ? bombs[index / distance] : undefined
    if (bomb) {
      yield { format: bomb.format, way: 'bomb', bytes: await bomb.make() }
    }
    index += 1
  }
}
