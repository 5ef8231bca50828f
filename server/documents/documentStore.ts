/**
 * Where the bytes of documents are kept, by their SHA-256. The server keeps them plain; whoever runs it encrypts the
 * volume (docs/server.md says why that is enough here and not on a workstation).
 */
export interface DocumentStore {
  /** Keeps these bytes; when it answers they survive a power cut. Known bytes count as new for `sweep`. */
  put(sha256: string, content: Uint8Array): Promise<void>
  /** Opens a document for reading, or answers null when it is not there. The caller closes it. */
  open(sha256: string): Promise<OpenDocument | null>
  /** Throws when nothing could be kept now: a full or missing disk, rights that have changed. */
  check(): Promise<void>
  /** Deletes what nobody refers to and nobody has put since `before` (epoch ms). Answers how many went. */
  sweep(before: number, isReferred: (sha256: string) => Promise<boolean>): Promise<number>
}

export interface OpenDocument {
  readonly bytes: number
  /** The bytes from `start` to `end`, both included. Closes the document at the end. */
  stream(start: number, end: number): NodeJS.ReadableStream
  close(): Promise<void>
}
