import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS, type DocumentKind } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'

const AUTHORITY_SEALED: readonly DocumentKind[] = [
  'business-licence',
  'institution-certificate',
  'uscc-certificate',
  'social-organisation-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
]
const COLOURED: readonly DocumentKind[] = [
  ...AUTHORITY_SEALED,
  'resident-id',
  'organisation-code-certificate',
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
]
const APPLICANT_SEALED: readonly DocumentKind[] = [
  'verification-form',
  'authenticity-commitment',
  'filing-commitment',
  'finance-commitment',
  'no-preapproval-commitment',
  'authorization-letter',
  'deregistration-statement',
]

describe('what is expected of each kind of document', () => {
  it.each(DOCUMENT_KINDS)('%s', (kind) => {
    const authority = AUTHORITY_SEALED.includes(kind)
    const applicant = APPLICANT_SEALED.includes(kind)
    expect(expectedChecks(kind, 'page', 'organization')).toMatchObject({
      sharpness: true,
      colour: COLOURED.includes(kind),
      missingSeal: authority || applicant ? 'fail' : null,
      clothing: kind === 'backdrop-photo',
      faces: kind === 'backdrop-photo' ? 'one' : kind === 'handheld-certificate' ? 'any' : null,
    })
    expect(expectedChecks(kind, 'page', 'individual').missingSeal).toBe(authority ? 'fail' : null)
    expect(expectedChecks(kind, 'page', null).missingSeal).toBe(
      authority ? 'fail' : applicant ? 'unsure' : null,
    )
    // The seal stands on the face of a licence.
    expect(expectedChecks(kind, 'back', 'organization').missingSeal).toBe(applicant ? 'fail' : null)
    expect(expectedChecks(kind, 'face', null).sharpness).toBe(kind !== 'app-evidence')
  })
})
