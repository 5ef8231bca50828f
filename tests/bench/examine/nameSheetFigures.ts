import sharp from 'sharp'
import { drawNameSheet } from './nameSheets'
import { decodePixels, type Pixels } from '../../../electron/media/images/decodePixels'
import { openPicture } from '../../../electron/media/images/openPicture'
import { NAME_CUTS } from '../../../electron/media/reading/readPicture'
import { readLinesAgain, readText } from '../../../electron/media/reading/readText'
import { readingModels } from '../../../electron/media/reading/readingModels'
import { agreeOnNames, unsettledNames } from '../../../shared/reading/agreedNames'
import { legibility } from '../../../shared/reading/readingProof'
import type { ReadField } from '../../../shared/reading/readField'
import type { TextLine } from '../../../shared/reading/textLine'
import type { Measured } from '../frame/bench'

/** As `readPicture` looks at cards and sheets. */
const LOOKS = {
  card: { edge: 512, press: 0.75 },
  sheet: { edge: 960, press: 1 },
  firms: { edge: 960, press: 1 },
} as const
const PLACES = {
  card: 'on cards full of them',
  sheet: 'on sheets full of them',
  firms: 'of firms on sheets full of them',
} as const
const FINE_EDGE = 2000
const LABEL = /^(?:法?定?代?表?人|姓名|名称)(?=[\p{L}\uFFFD]{2})/u

/** Names as registers have them, rare and alike ones among them, read from sheets of the tuning world. */
export async function measureNameSheets(record: (measured: Measured) => void, full: boolean): Promise<void> {
  const { characters } = await readingModels()
  const known = new Set(characters)
  for (const sort of ['card', 'sheet', 'firms'] as const) {
    let [all, exact, silent] = [0, 0, 0]
    for (let index = 0; index < (full ? 8 : 1); index += 1) {
      for (const { text, read } of await readSheet(sort, String(index))) {
        if (Array.from(text).every((character) => known.has(character))) {
          all += 1
          exact += read?.value === text ? 1 : 0
          silent += read !== null && read.value !== text && read.proof === 'none' ? 1 : 0
        }
      }
    }
    const figure = `tuning world: names ${PLACES[sort]}, of known characters`
    record({ figure: `${figure}, read exactly (${String(all)})`, unit: 'share', ours: exact / all })
    record({ figure: `${figure}, read wrongly and not flagged`, unit: 'share', ours: silent / all })
  }
}

interface SheetName {
  readonly text: string
  readonly read: ReadField | null
}

async function readSheet(sort: keyof typeof LOOKS, seed: string): Promise<readonly SheetName[]> {
  const { bytes, names } = await drawNameSheet(sort, seed)
  const opened = await openPicture(bytes)
  const fine = opened.ok ? await decodePixels(opened.value, FINE_EDGE) : opened
  if (!fine.ok) {
    throw new Error('A sheet of names could not be decoded')
  }
  const { edge, press } = LOOKS[sort]
  const lines = await readText(fine.value, await reduced(fine.value, edge), press, {
    endsPaper: () => false,
    isCard: false,
  })
  const read: SheetName[] = []
  for (const { text, x, y } of names) {
    const line = lines.find((own) => covers(own, x, y))
    read.push({ text, read: line === undefined ? null : await readName(fine.value, line, sort === 'firms') })
  }
  return read
}

async function readName(pixels: Pixels, line: TextLine, isFirm: boolean): Promise<ReadField | null> {
  const first = [fieldOf(line)]
  const others: (readonly ReadField[])[] = []
  for (const cut of NAME_CUTS) {
    if (unsettledNames(first, others).length === 0) {
      break
    }
    others.push((await readLinesAgain(pixels, [line], cut, () => isFirm)).map(fieldOf))
  }
  return agreeOnNames(first, others)[0] ?? null
}

function fieldOf(line: TextLine): ReadField {
  const { confidence, least, corners } = line
  const value = line.text.replaceAll(/[^\p{L}\p{M}·.\uFFFD]/gu, '').replace(LABEL, '')
  const piece = { text: value, confidence, least, left: 0, right: 1, middle: 0, height: 1, line }
  return { field: 'name', value, confidence, proof: legibility(value, [piece]), places: [corners] }
}

function covers({ corners }: TextLine, x: number, y: number): boolean {
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)]
  return Math.min(...xs) < x && x < Math.max(...xs) && Math.min(...ys) < y && y < Math.max(...ys)
}

async function reduced({ data, width, height }: Pixels, edge: number): Promise<Pixels> {
  const { data: small, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: small, width: info.width, height: info.height }
}
