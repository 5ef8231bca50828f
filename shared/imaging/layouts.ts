import type { DocumentFace, DocumentKind } from '../domain/documentKinds'

/** Part of an upright page, in fractions of its width and height. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where marks that any page of a kind has stand when it is upright. */
export interface Layout {
  /** The shape of an identity card (GB/T 14916 ID-1, 85.60 by 53.98 mm), always read with the long side level. */
  readonly isCard: boolean
  /** A mark that lies off the middle: what it is, and towards which side (-1 left or up, 1 right or down). */
  readonly anchor: { readonly of: 'red' | 'dark'; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 } | null
  /** Where the middle of the seal may be. */
  readonly sealBox: PageBox | null
  /** Where the applicant signs. */
  readonly signatureBox: PageBox | null
  /** Whether a national emblem, round and red too, stands in the upper part. */
  readonly hasEmblem: boolean
}

const PLAIN: Layout = { isCard: false, anchor: null, sealBox: null, signatureBox: null, hasEmblem: false }
const CARD: Layout = { ...PLAIN, isCard: true }
/** Seals of authorities stand on the issuer and the date, below and mostly to the right. */
const CERTIFICATE: Layout = {
  ...PLAIN,
  sealBox: { left: 0.25, top: 0.5, right: 1, bottom: 1 },
  hasEmblem: true,
}
/** Statements end with signature, seal and date. */
const STATEMENT: Layout = {
  ...PLAIN,
  sealBox: { left: 0.2, top: 0.5, right: 1, bottom: 1 },
  signatureBox: { left: 0.3, top: 0.58, right: 0.96, bottom: 0.95 },
}

/** Layouts of the kinds of which one is known; of all others only that they are pages. */
export function layoutOf(kind: DocumentKind, face: DocumentFace): Layout {
  switch (kind) {
    case 'resident-id':
    case 'hkmt-residence-permit':
      // The emblem side has the emblem at its upper left, the other one the portrait on the right (GA 448).
      return face === 'emblem'
        ? { ...CARD, anchor: { of: 'red', x: -1, y: -1 } }
        : { ...CARD, anchor: { of: 'dark', x: 1, y: 0 } }
    case 'residence-permit':
      return face === 'back'
        ? { ...CARD, anchor: { of: 'red', x: 0, y: -1 } }
        : { ...CARD, anchor: { of: 'dark', x: -1, y: 0 } }
    case 'hk-macao-permit':
    case 'taiwan-permit':
    case 'foreign-permanent-resident':
      return CARD
    case 'business-licence':
    case 'institution-certificate':
    case 'uscc-certificate':
    case 'organisation-code-certificate':
    case 'social-organisation-certificate':
    case 'private-non-enterprise-certificate':
    case 'foundation-certificate':
    case 'law-firm-licence':
      return CERTIFICATE
    case 'domain-certificate':
      return { ...CERTIFICATE, sealBox: null, hasEmblem: false }
    case 'verification-form':
      // Section 8 above is signed by the provider's verifier, the last one by the applicant.
      return { ...STATEMENT, signatureBox: { left: 0.36, top: 0.8, right: 0.96, bottom: 0.975 } }
    case 'authenticity-commitment':
    case 'filing-commitment':
    case 'finance-commitment':
    case 'no-preapproval-commitment':
    case 'authorization-letter':
    case 'responsibility-notice':
    case 'deregistration-statement':
      return STATEMENT
    default:
      return PLAIN
  }
}
