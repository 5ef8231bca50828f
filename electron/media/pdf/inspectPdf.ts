import { PDFDocument } from 'pdf-lib'

export interface PdfFacts {
  readonly pages: number
  readonly subject: string | null
}

/** Page count and subject of a PDF; null when it cannot be opened. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts | null> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    return { pages: pdf.getPageCount(), subject: pdf.getSubject() ?? null }
  } catch {
    return null
  }
}
