import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { ReadField } from '../../../shared/reading/readField'
import { readQrText } from '../../../shared/reading/readQrText'
import type { Pixels } from '../images/decodePixels'

/** 1 MB, read at the first licence. */
let loading: Promise<ArrayBuffer> | undefined

/**
 * Reads the code in squares of a picture; null when there is none. Whoever made the picture chose what it says: it is text,
 * which nobody opens. Each picture gets an instance of its own, so that nothing of one stays for the next.
 */
export async function readQrCode({ data, width, height }: Pixels): Promise<ReadField | null> {
  loading ??= load()
  // From the disk: the library would fetch its code from the network.
  prepareZXingModule({ overrides: { wasmBinary: await loading } })
  try {
    const rgba = withAlpha(data)
    const found = await readBarcodes(
      { data: rgba, width, height, colorSpace: 'srgb' },
      { formats: ['QRCode'], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 1 },
    )
    const [code] = found
    if (code?.isValid !== true) {
      return null
    }
    const { topLeft, topRight, bottomRight, bottomLeft } = code.position
    const places = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
      x: x / width,
      y: y / height,
    }))
    return readQrText(code.text, places)
  } finally {
    purgeZXingModule()
  }
}

async function load(): Promise<ArrayBuffer> {
  const require = createRequire(import.meta.url)
  const bytes = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return new Uint8Array(bytes).buffer
}

function withAlpha(rgb: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] ?? 0
    rgba[to + 1] = rgb[from + 1] ?? 0
    rgba[to + 2] = rgb[from + 2] ?? 0
    rgba[to + 3] = 255
  }
  return rgba
}
