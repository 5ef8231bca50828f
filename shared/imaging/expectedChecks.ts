import { layoutOf } from './layouts'
import type { DocumentFace, DocumentKind } from '../domain/documentKinds'

/** Which checks of a picture make sense; what is always measured (decoding, size, light) is not listed. */
export interface ExpectedChecks {
  readonly sharpness: boolean
  readonly colour: boolean
  /** `fail` or `unsure` when no seal is found; null: none is expected. */
  readonly missingSeal: 'fail' | 'unsure' | null
  readonly clothing: boolean
  /** A paper lies in the picture, with edges and rows. */
  readonly lying: boolean
  /** Glare and contrast of print. */
  readonly lighting: boolean
  readonly card: boolean
  /** Must be of the thing itself and not of a screen. */
  readonly original: boolean
  readonly sealPlace: boolean
  readonly signature: boolean
  readonly backdrop: boolean
  /** `one`: exactly one face, large and open; `any`: at least one; null: none is asked for. */
  readonly faces: 'one' | 'any' | null
}

/** Printed in colour by whoever issues them: a grey one is a copy (provider guides: colour original only). */
const COLOURED_KINDS: ReadonlySet<DocumentKind> = new Set([
  'resident-id',
  'business-licence',
  'institution-certificate',
  'uscc-certificate',
  'organisation-code-certificate',
  'social-organisation-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
  'other-organisation-certificate',
  'foreign-representative-office',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'hkmt-residence-permit',
  'foreign-permanent-resident',
  'residence-permit',
  'backdrop-photo',
  'handheld-certificate',
])

/** Show no paper that fills the picture: people, screens, drawings. */
const SCENES: ReadonlySet<DocumentKind> = new Set([
  'backdrop-photo',
  'handheld-certificate',
  'app-evidence',
  'domain-realname-screenshot',
])

/** Carry the seal of the authority that issued them. */
const AUTHORITY_SEALED_KINDS: ReadonlySet<DocumentKind> = new Set([
  'business-licence',
  'institution-certificate',
  'uscc-certificate',
  'social-organisation-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
])

/** Statements: an organisation seals them, an individual signs them. */
const APPLICANT_SEALED_KINDS: ReadonlySet<DocumentKind> = new Set([
  'verification-form',
  'authenticity-commitment',
  'filing-commitment',
  'finance-commitment',
  'no-preapproval-commitment',
  'authorization-letter',
  'deregistration-statement',
])

/**
 * What to expect of a document. A statement whose applicant is not known to be an organisation may lack a seal
 * rightly, so there its absence is a doubt and no more.
 */
export function expectedChecks(
  kind: DocumentKind,
  face: DocumentFace,
  entityKind: 'individual' | 'organization' | null,
): ExpectedChecks {
  const layout = layoutOf(kind, face)
  const isPaper = !SCENES.has(kind)
  return {
    // The face of an app's evidence is its icon, a drawing that may have no fine detail at all.
    sharpness: !(kind === 'app-evidence' && face === 'face'),
    colour: COLOURED_KINDS.has(kind),
    missingSeal: missingSeal(kind, face, entityKind),
    clothing: kind === 'backdrop-photo',
    lying: isPaper,
    lighting: isPaper,
    card: layout.isCard,
    // Proof of a registrar's console is a picture of a screen, and so is an app's.
    original: kind !== 'domain-realname-screenshot' && kind !== 'app-evidence',
    sealPlace: layout.sealBox !== null,
    signature: layout.signatureBox !== null,
    backdrop: kind === 'backdrop-photo',
    faces: expectedFaces(kind),
  }
}

/** A certificate held in the hand has a portrait of its own. */
function expectedFaces(kind: DocumentKind): ExpectedChecks['faces'] {
  switch (kind) {
    case 'backdrop-photo':
      return 'one'
    case 'handheld-certificate':
      return 'any'
    default:
      return null
  }
}

function missingSeal(
  kind: DocumentKind,
  face: DocumentFace,
  entityKind: 'individual' | 'organization' | null,
): ExpectedChecks['missingSeal'] {
  if (AUTHORITY_SEALED_KINDS.has(kind)) {
    return face === 'back' ? null : 'fail'
  }
  if (!APPLICANT_SEALED_KINDS.has(kind) || entityKind === 'individual') {
    return null
  }
  return entityKind === 'organization' ? 'fail' : 'unsure'
}
