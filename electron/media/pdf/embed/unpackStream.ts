import { constants, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
} from 'pdf-lib'
import { UnfitPdf } from './unfitPdf'

/**
 * What a stream holds, at most `limit` bytes of it: a few kilobytes can unpack to gigabytes. Throws `UnfitPdf` for more,
 * and for what cannot be unpacked to its end. `resolve` follows references.
 */
export function unpackStream(
  stream: PDFRawStream,
  limit: number,
  resolve: (object: PDFObject | undefined) => PDFObject | undefined,
): Uint8Array {
  const filters = listOf(resolve(stream.dict.get(PDFName.of('Filter'))), resolve)
  const parameters = listOf(resolve(stream.dict.get(PDFName.of('DecodeParms'))), resolve)
  return filters.reduce<Uint8Array>((bytes, filter, index) => {
    if (!(filter instanceof PDFName)) {
      throw new UnfitPdf('a filter without a name')
    }
    const unpacked = unpackOnce(stream, bytes, filter, limit)
    const own = parameters[index]
    return own instanceof PDFDict ? withoutPredictor(unpacked, own, resolve) : unpacked
  }, stream.contents)
}

function listOf(
  value: PDFObject | undefined,
  resolve: (object: PDFObject | undefined) => PDFObject | undefined,
): ReadonlyArray<PDFObject | undefined> {
  if (value === undefined) {
    return []
  }
  return value instanceof PDFArray ? value.asArray().map(resolve) : [value]
}

/** The library's own Flate unpacks a block whole, however large; its other filters stop where they are told. */
function unpackOnce(stream: PDFRawStream, bytes: Uint8Array, filter: PDFName, limit: number): Uint8Array {
  try {
    if (filter.decodeText() === 'FlateDecode') {
      return inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
    }
    const dict = PDFDict.withContext(stream.dict.context)
    dict.set(PDFName.of('Filter'), filter)
    const unpacked = decodePDFRawStream(PDFRawStream.of(dict, bytes)).getBytes(limit + 1)
    if (unpacked.length <= limit) {
      return new Uint8Array(unpacked)
    }
  } catch {
    throw new UnfitPdf('a stream that cannot be unpacked')
  }
  throw new UnfitPdf('a stream that unpacks to too much')
}

/** PNG's predictors (ISO 32000-1, 7.4.4.4), which programs put on tables of references. */
function withoutPredictor(
  bytes: Uint8Array,
  parameters: PDFDict,
  resolve: (object: PDFObject | undefined) => PDFObject | undefined,
): Uint8Array {
  const number = (key: string, absent: number): number => {
    const value = resolve(parameters.get(PDFName.of(key)))
    return value instanceof PDFNumber ? value.asNumber() : absent
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) {
    return bytes
  }
  const bits = number('Colors', 1) * number('BitsPerComponent', 8)
  const row = Math.ceil((bits * number('Columns', 1)) / 8)
  const step = Math.max(1, bits >> 3)
  if (predictor < 10 || !(row > 0 && row < 1_000_000) || bytes.length % (row + 1) !== 0) {
    throw new UnfitPdf('an unknown predictor')
  }
  const rows = bytes.length / (row + 1)
  const plain = new Uint8Array(rows * row)
  for (let line = 0; line < rows; line += 1) {
    const kind = bytes[line * (row + 1)] ?? 0
    for (let at = 0; at < row; at += 1) {
      const to = line * row + at
      const left = at >= step ? (plain[to - step] ?? 0) : 0
      const up = line > 0 ? (plain[to - row] ?? 0) : 0
      const corner = at >= step && line > 0 ? (plain[to - row - step] ?? 0) : 0
      plain[to] = (bytes[line * (row + 1) + 1 + at] ?? 0) + predicted(kind, left, up, corner)
    }
  }
  return plain
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [byLeft, byUp, byCorner] = [left, up, corner].map((one) => Math.abs(left + up - corner - one))
      if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) {
        return left
      }
      return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner
    }
    default:
      throw new UnfitPdf('an unknown predictor')
  }
}
