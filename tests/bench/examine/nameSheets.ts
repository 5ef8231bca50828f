import { encodePicture } from '../../specimens/corpus/encodePicture'
import { pointOn } from '../../specimens/corpus/quadPlaces'
import { shootPaper } from '../../specimens/corpus/shoot'
import { spoilPicture } from '../../specimens/corpus/spoilPicture'
import { WORLDS } from '../../specimens/corpus/worlds'
import type { CorpusItem } from '../../specimens/corpus/labels'
import { makeWideFirm } from './wideFirms'
import { makeWideName } from './wideNames'
import { rect, text, textEms, type Artwork } from '../../specimens/pictures/svg'
import { createRandom, type Random } from '../../specimens/random'

/** A picture of a paper full of labelled names, taken as the tuning world takes pictures. */
export interface NameSheet {
  readonly bytes: Uint8Array
  readonly names: readonly PlacedName[]
}

interface PlacedName {
  readonly text: string
  /** Middle of the name in fractions of the picture. */
  readonly x: number
  readonly y: number
}

/** Size of the drawing, of the print on it and of its grid, as cards and licences have them. */
const SORTS = {
  card: {
    width: 1012,
    height: 638,
    label: '姓名',
    labelSize: 29,
    size: [33, 40],
    room: 106,
    columns: 2,
    rows: 7,
    make: makeWideName,
    oddFonts: [],
  },
  sheet: {
    ...{ width: 1420, height: 1000, label: '法定代表人', labelSize: 26 },
    ...{ size: [22, 28], room: 150, columns: 3, rows: 16 },
    ...{ make: makeWideName, oddFonts: [] },
  },
  firms: {
    ...{ width: 1420, height: 1000, label: '名称', labelSize: 24 },
    ...{ size: [20, 26], room: 80, columns: 2, rows: 16 },
    // Print of an odd kind, as shop signs have it: in the others firms are hardly ever read wrongly.
    ...{ make: makeWideFirm, oddFonts: ['Ma Shan Zheng', 'Ma Shan Zheng', 'Ma Shan Zheng'] },
  },
} as const
const INKS = ['#1c1c1c', '#2b2a28', '#3a3d44', '#101820'] as const

/** Draws one sheet; the same sort and seed give the same bytes on one machine. */
export async function drawNameSheet(sort: keyof typeof SORTS, seed: string): Promise<NameSheet> {
  const world = WORLDS.tuning
  const random = createRandom(`names/${sort}/${seed}`)
  const item: CorpusItem = {
    id: `names-${sort}-${seed}`,
    world: 'tuning',
    paper: {
      kind: sort === 'card' ? 'resident-id' : 'business-licence',
      face: 'face',
      entityKind: 'organization',
    },
    fault: null,
    trap: null,
  }
  const { artwork, names } = drawNames(sort, random.fork('names'))
  const printed = { ...artwork, fontFamily: random.pick([...world.fonts, ...SORTS[sort].oddFonts]) }
  const shot = await shootPaper(world, item, printed, random.fork('shot'))
  const spoiled = await spoilPicture(world, item, shot, random.fork('spoil'))
  const encoded = await encodePicture(world, item, { ...shot, pixels: spoiled.pixels }, random.fork('encode'))
  const placed = names.map((name) => {
    const { x, y } = pointOn(shot.quad, name.x, name.y)
    return { text: name.text, x: x / shot.frame.width, y: y / shot.frame.height }
  })
  return { bytes: encoded.bytes, names: placed }
}

/** Places are fractions of the drawing. */
function drawNames(
  sort: keyof typeof SORTS,
  random: Random,
): { readonly artwork: Artwork; readonly names: readonly PlacedName[] } {
  const { width, height, label, labelSize, room, columns, rows, size, make } = SORTS[sort]
  const [least, most] = size
  const [wide, high] = [(width - 80) / columns, (height - 70) / rows]
  const names: PlacedName[] = []
  const body = [rect(0, 0, width, height, 'fill="#f6f4ec"')]
  for (let index = 0; index < columns * rows; index += 1) {
    const x = 50 + (index % columns) * wide
    const y = 62 + Math.floor(index / columns) * high
    const name = make(random)
    const spacing = random.pick([0, 1, 3] as const)
    const fitting = Math.min(random.between(least, most), (wide - room - 24) / (textEms(name) * 1.1))
    const style = { size: fitting, weight: random.pick([400, 500, 500, 300] as const), spacing }
    const length = textEms(name) * fitting + Array.from(name).length * spacing
    body.push(text(x, y, label, { size: labelSize, fill: '#3b6ea5' }))
    body.push(text(x + room, y, name, { ...style, fill: random.pick(INKS) }))
    names.push({ text: name, x: (x + room + length / 2) / width, y: (y - fitting * 0.36) / height })
  }
  return {
    artwork: { width, height, setting: sort === 'card' ? 'card' : 'sheet', body: body.join('') },
    names,
  }
}
