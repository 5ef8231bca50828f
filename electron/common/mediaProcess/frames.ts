/**
 * Frames over a byte stream: `[u32 header length][u32 body length][header: JSON, UTF-8][body]`, big-endian. A body
 * is a picture or a PDF; it travels as it is, without an encoding that would add a third to its size.
 */

export interface Frame {
  readonly header: unknown
  readonly body: Uint8Array
}

const PREFIX_BYTES = 8

/** A dossier request carries its text as JSON: 100 checklist lines and 20 services stay under a megabyte. */
const MAX_HEADER_BYTES = 16 * 1024 * 1024
/** All pictures of one filing, 100 of 20 MB at the very worst, stay under this. */
const MAX_BODY_BYTES = 2_100_000_000

/** Bytes of one frame, to be written in this order. */
export function encodeFrame(frame: Frame): readonly Uint8Array[] {
  const header = Buffer.from(JSON.stringify(frame.header), 'utf8')
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeUInt32BE(header.length, 0)
  prefix.writeUInt32BE(frame.body.length, 4)
  return [prefix, header, frame.body]
}

/** Cuts a stream into frames. `push` throws when the other side does not speak this protocol. */
export class FrameReader {
  readonly #onFrame: (frame: Frame) => void
  #chunks: Uint8Array[] = []
  #buffered = 0
  #prefix: { readonly header: number; readonly body: number } | null = null

  constructor(onFrame: (frame: Frame) => void) {
    this.#onFrame = onFrame
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    for (;;) {
      if (this.#prefix === null) {
        if (this.#buffered < PREFIX_BYTES) {
          return
        }
        this.#prefix = readPrefix(this.#take(PREFIX_BYTES))
      }
      const { header, body } = this.#prefix
      if (this.#buffered < header + body) {
        return
      }
      const headerBytes = this.#take(header)
      const bodyBytes = this.#take(body)
      this.#prefix = null
      this.#onFrame({ header: JSON.parse(headerBytes.toString('utf8')) as unknown, body: bodyBytes })
    }
  }

  #take(length: number): Buffer {
    const whole = this.#chunks.length === 1 ? this.#chunks[0] : undefined
    const joined = whole
      ? Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength)
      : Buffer.concat(this.#chunks)
    this.#chunks = joined.length > length ? [joined.subarray(length)] : []
    this.#buffered = joined.length - length
    return joined.subarray(0, length)
  }
}

function readPrefix(bytes: Buffer): { readonly header: number; readonly body: number } {
  const header = bytes.readUInt32BE(0)
  const body = bytes.readUInt32BE(4)
  if (header > MAX_HEADER_BYTES || body > MAX_BODY_BYTES) {
    throw new Error(`Not a frame: header of ${String(header)} bytes, body of ${String(body)} bytes`)
  }
  return { header, body }
}
