const FILE_HEADER_BYTES = 14
/** Sizes of the second header that tell its version: OS/2 1, then Windows 3, 3 with masks (twice), 4 and 5. */
const CORE_HEADER = 12
const HEADERS: readonly number[] = [CORE_HEADER, 40, 52, 56, 108, 124]
const NO_COMPRESSION = 0
const RUN_LENGTHS: readonly number[] = [1, 2]
const BIT_FIELDS: readonly number[] = [3, 6]
const DEPTHS = [1, 4, 8, 16, 24, 32] as const

export interface BmpHeader {
  readonly width: number
  readonly height: number
  /** Rows from the top down; usually they come from the bottom up. */
  readonly isTopDown: boolean
  readonly bits: (typeof DEPTHS)[number]
  /** Where rows start in the file and how long each is, filled up to four bytes. */
  readonly pixelsAt: number
  readonly rowBytes: number
  /** Blue, green, red and, in all but the oldest files, one byte more each. Empty above 8 bits. */
  readonly palette: { readonly at: number; readonly colours: number; readonly colourBytes: 3 | 4 }
  /** Bits of red, green and blue in a pixel of 16 or 32 bits. */
  readonly masks: readonly [number, number, number]
}

/**
 * Reads the headers of a Windows bitmap and believes none of them: palette and every row must lie inside of the file.
 * `run-lengths`: compressed in the two ways that nothing writes for photographs and scans.
 */
export function readBmpHeader(bytes: Uint8Array): BmpHeader | 'run-lengths' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < FILE_HEADER_BYTES + CORE_HEADER) {
    return null
  }
  const pixelsAt = view.getUint32(10, true)
  const headerBytes = view.getUint32(14, true)
  if (!HEADERS.includes(headerBytes) || FILE_HEADER_BYTES + headerBytes > bytes.length) {
    return null
  }
  const isCore = headerBytes === CORE_HEADER
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true)
  const storedHeight = isCore ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = DEPTHS.find((depth) => depth === view.getUint16(isCore ? 24 : 28, true))
  const compression = isCore ? NO_COMPRESSION : view.getUint32(30, true)
  const planes = view.getUint16(isCore ? 22 : 26, true)
  if (RUN_LENGTHS.includes(compression)) {
    return 'run-lengths'
  }
  const hasMasks = BIT_FIELDS.includes(compression)
  const isKnown = compression === NO_COMPRESSION || (hasMasks && (bits === 16 || bits === 32))
  if (width <= 0 || storedHeight === 0 || bits === undefined || planes !== 1 || !isKnown) {
    return null
  }
  // Masks stand behind a header of 40 bytes and are part of the longer ones: the same place either way.
  const masksEnd = hasMasks ? 66 : 0
  const paletteAt = Math.max(FILE_HEADER_BYTES + headerBytes, masksEnd)
  const palette = {
    at: paletteAt,
    colours: bits > 8 ? 0 : coloursOf(bits, isCore ? 0 : view.getUint32(46, true)),
    colourBytes: isCore ? 3 : 4,
  } as const
  const height = Math.abs(storedHeight)
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  if (
    paletteAt + palette.colours * palette.colourBytes > pixelsAt ||
    pixelsAt + rowBytes * height > bytes.length
  ) {
    return null
  }
  const masks = hasMasks ? readMasks(view) : defaultMasks(bits)
  return { width, height, isTopDown: storedHeight < 0, bits, pixelsAt, rowBytes, palette, masks }
}

/** As many as the depth can name, unless the file says that it has fewer. */
function coloursOf(bits: number, used: number): number {
  const all = 2 ** bits
  return used > 0 && used < all ? used : all
}

function readMasks(view: DataView): readonly [number, number, number] {
  return [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)]
}

function defaultMasks(bits: number): readonly [number, number, number] {
  return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0x00ff00, 0x0000ff]
}
