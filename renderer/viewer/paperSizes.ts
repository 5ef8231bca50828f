import type { DocumentKind } from '../../shared/domain/documentKinds'

/** Sheets and cards of a standard size, in millimetres: ISO/IEC 7810 (ID-1, ID-3) and ISO 216 (A4). */
export const PAPER_SIZES = {
  'ID-1': { long: 85.6, short: 53.98 },
  'ID-3': { long: 125, short: 88 },
  A4: { long: 297, short: 210 },
} as const
export type PaperSize = keyof typeof PAPER_SIZES

/** Kinds that come in one size only. A licence is A3 or A4, a photo has none: there a person says which edge it is. */
const SIZE_OF_KIND: Partial<Record<DocumentKind, PaperSize>> = {
  'resident-id': 'ID-1',
  'hk-macao-permit': 'ID-1',
  'taiwan-permit': 'ID-1',
  'hkmt-residence-permit': 'ID-1',
  'foreign-permanent-resident': 'ID-1',
  passport: 'ID-3',
  'verification-form': 'A4',
  'responsibility-notice': 'A4',
  'authenticity-commitment': 'A4',
  'filing-commitment': 'A4',
  'no-preapproval-commitment': 'A4',
  'finance-commitment': 'A4',
  'authorization-letter': 'A4',
  'name-change-letter': 'A4',
  'deregistration-statement': 'A4',
}

export function paperSizeOf(kind: DocumentKind): PaperSize | null {
  return SIZE_OF_KIND[kind] ?? null
}

/** A cut or scan differs from its paper by less than that; a photo of a paper on a desk by more. */
const SHAPE_TOLERANCE = 0.025

/**
 * Millimetres of a pixel when the picture has the shape of the paper, and so is taken for the paper up to its edges;
 * null for any other shape.
 */
export function scaleOfWholePaper(
  picture: { readonly width: number; readonly height: number },
  size: PaperSize,
): number | null {
  const { long, short } = PAPER_SIZES[size]
  const [longPixels, shortPixels] = [
    Math.max(picture.width, picture.height),
    Math.min(picture.width, picture.height),
  ]
  const deviation = Math.abs(longPixels / shortPixels / (long / short) - 1)
  return deviation <= SHAPE_TOLERANCE ? long / longPixels : null
}
