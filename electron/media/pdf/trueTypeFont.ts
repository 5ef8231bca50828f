/**
 * Reads from a TrueType font what laying out Chinese and latin text needs: which characters it has, their glyphs
 * and advance widths, and the font's measures. No shaping: Chinese needs none, and a latin word without kerning
 * is still the same word. It also is the font engine that pdf-lib asks for when it embeds a font.
 */

interface FontGlyph {
  readonly id: number
  readonly codePoints: number[]
  readonly advanceWidth: number
}

interface Table {
  readonly offset: number
  readonly length: number
}

export class TrueTypeFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle = 0
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number; width: number; height: number }
  readonly characterSet: number[]
  readonly #glyphs: ReadonlyMap<number, number>
  readonly #advances: readonly number[]

  constructor(bytes: Uint8Array, postscriptName: string) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tables = readTables(view)
    const head = need(tables, 'head').offset
    const hhea = need(tables, 'hhea').offset
    const os2 = need(tables, 'OS/2').offset
    this.postscriptName = postscriptName
    this.unitsPerEm = view.getUint16(head + 18)
    const [minX, minY] = [view.getInt16(head + 36), view.getInt16(head + 38)]
    const [maxX, maxY] = [view.getInt16(head + 40), view.getInt16(head + 42)]
    this.bbox = { minX, minY, maxX, maxY, width: maxX - minX, height: maxY - minY }
    this.ascent = view.getInt16(hhea + 4)
    this.descent = view.getInt16(hhea + 6)
    this.xHeight = view.getInt16(os2 + 86)
    this.capHeight = view.getInt16(os2 + 88)
    this.#advances = readAdvances(view, need(tables, 'hmtx').offset, view.getUint16(hhea + 34))
    this.#glyphs = readCharacterMap(view, need(tables, 'cmap').offset)
    this.characterSet = [...this.#glyphs.keys()].sort((a, b) => a - b)
  }

  hasGlyphForCodePoint(codePoint: number): boolean {
    return this.#glyphs.has(codePoint)
  }

  glyphForCodePoint(codePoint: number): FontGlyph {
    return {
      id: this.#glyphs.get(codePoint) ?? 0,
      codePoints: [codePoint],
      advanceWidth: this.#advanceOf(codePoint),
    }
  }

  layout(text: string): { glyphs: FontGlyph[] } {
    return { glyphs: Array.from(text, (character) => this.glyphForCodePoint(character.codePointAt(0) ?? 0)) }
  }

  /** Width of a text in units of the size. */
  widthOf(text: string): number {
    let width = 0
    for (const character of text) {
      width += this.#advanceOf(character.codePointAt(0) ?? 0)
    }
    return width / this.unitsPerEm
  }

  #advanceOf(codePoint: number): number {
    const id = this.#glyphs.get(codePoint) ?? 0
    return this.#advances[id] ?? this.#advances.at(-1) ?? 0
  }

  /** Part of pdf-lib's engine interface; fonts arrive here already subset, so it is never called. */
  createSubset(): never {
    throw new Error('Fonts are subset before they are embedded')
  }
}

function readTables(view: DataView): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>()
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) })
  }
  return tables
}

function need(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag)
  if (!table) {
    throw new Error(`Font without a ${tag} table`)
  }
  return table
}

/** Glyphs beyond the last advance repeat it (OpenType, `hmtx`). */
function readAdvances(view: DataView, offset: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(offset + 4 * index))
}

function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + 4 + 8 * index
    const offset = cmap + view.getUint32(at + 4)
    return { offset, format: view.getUint16(offset) }
  })
  const full = subtables.find((subtable) => subtable.format === 12)
  if (full) {
    return readSegmentedCoverage(view, full.offset)
  }
  const basic = subtables.find((subtable) => subtable.format === 4)
  if (basic) {
    return readSegmentMapping(view, basic.offset)
  }
  throw new Error('Font without a Unicode character map')
}

/** Format 12: groups of consecutive code points, all planes. */
function readSegmentedCoverage(view: DataView, offset: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  const groups = view.getUint32(offset + 12)
  for (let index = 0; index < groups; index += 1) {
    const at = offset + 16 + 12 * index
    const [start, end, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)]
    for (let codePoint = start; codePoint <= end; codePoint += 1) {
      setGlyph(glyphs, codePoint, glyph + codePoint - start)
    }
  }
  return glyphs
}

/** Format 4: the basic plane by segments. */
function readSegmentMapping(view: DataView, offset: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  const doubled = view.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  for (let at = 0; at < doubled; at += 2) {
    const start = view.getUint16(starts + at)
    const range = view.getUint16(ranges + at)
    for (let codePoint = start; codePoint <= view.getUint16(ends + at); codePoint += 1) {
      const plain = range === 0 ? codePoint : view.getUint16(ranges + at + range + 2 * (codePoint - start))
      setGlyph(
        glyphs,
        codePoint,
        plain === 0 && range !== 0 ? 0 : (plain + view.getUint16(deltas + at)) & 0xffff,
      )
    }
  }
  return glyphs
}

function setGlyph(glyphs: Map<number, number>, codePoint: number, glyph: number): void {
  if (glyph !== 0 && codePoint !== 0xffff) {
    glyphs.set(codePoint, glyph)
  }
}
