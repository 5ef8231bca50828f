/**
 * Kinds of documents an applicant uploads, with the faces each may have. Chinese and English names stand in
 * `resources/codes/documents.json`; this list is closed because checks and screens are written against it.
 */
export const DOCUMENT_KINDS = [
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
  'domain-certificate',
  'domain-realname-screenshot',
  'verification-form',
  'backdrop-photo',
  'handheld-certificate',
  'residence-permit',
  'pre-approval',
  'no-preapproval-commitment',
  'responsibility-notice',
  'authenticity-commitment',
  'filing-commitment',
  'finance-commitment',
  'authorization-letter',
  'construction-plan',
  'name-change-letter',
  'party-building-confirmation',
  'institution-site-approval',
  'holder-role-proof',
  'trademark-proof',
  'app-evidence',
  'deregistration-statement',
  'supplementary',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** 人像面 is `portrait`, 国徽面 is `emblem`: "front" and "back" mean opposite sides in GA 448 and in the guides. */
export const DOCUMENT_FACES = ['portrait', 'emblem', 'face', 'back', 'page'] as const
export type DocumentFace = (typeof DOCUMENT_FACES)[number]

/** Whose paper it is. */
export const DOCUMENT_OWNERS = [
  'entity',
  'entity-principal',
  'service-principal',
  'legal-representative',
  'service',
] as const
export type DocumentOwner = (typeof DOCUMENT_OWNERS)[number]
