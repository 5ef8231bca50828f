import { inspectPdf, isPdf } from './formats/inspectPdf'
import { sniffImage, type SniffedImage } from './sniffImage'

export type SniffedDocument =
  | SniffedImage
  /** Its pages are measured where they are drawn. */
  | { readonly ok: true; readonly mediaType: 'application/pdf' }
  | { readonly ok: false; readonly problem: 'encrypted' }

/** What a paper of a filing is by its own bytes: a picture or a PDF document. Never throws, whatever the bytes are. */
export function sniffDocument(bytes: Uint8Array): SniffedDocument {
  if (!isPdf(bytes)) {
    return sniffImage(bytes)
  }
  const structure = inspectPdf(bytes)
  return structure === 'sound'
    ? { ok: true, mediaType: 'application/pdf' }
    : { ok: false, problem: structure }
}
