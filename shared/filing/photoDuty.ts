import type { DocumentKind } from '../domain/documentKinds'
import { PHOTO_FILING_TYPES, type FilingType } from '../domain/filingTypes'

/**
 * Whether the administrator's backdrop photo is due and has not been received. The photo is taken after the
 * provider review passes (filing guide, section 7), so its absence never keeps a first review from passing.
 */
export function isPhotoMissing(
  filingType: FilingType,
  documents: ReadonlyArray<{ readonly kind: DocumentKind }>,
): boolean {
  const due = (PHOTO_FILING_TYPES as readonly FilingType[]).includes(filingType)
  return due && !documents.some((document) => document.kind === 'backdrop-photo')
}
