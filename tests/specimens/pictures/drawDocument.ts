import type { Application } from '../../../shared/domain/filing'
import type { Applicant } from '../filing/applicant'
import type { PlannedDocument } from '../filing/plannedDocument'
import { makeDwelling } from '../people/addresses'
import { createRandom } from '../random'
import { drawAppFeatures, drawAppIcon } from './documents/appEvidence'
import { drawBackdropPhoto } from './documents/backdropPhoto'
import { drawBusinessLicence } from './documents/businessLicence'
import { drawDomainCertificate } from './documents/domainCertificate'
import { drawLetter, type LetterMarks } from './documents/letter'
import { letterText } from './documents/letterTexts'
import { drawOrganisationCertificate } from './documents/organisationCertificate'
import { drawPreApproval } from './documents/preApproval'
import { drawResidencePermitBack, drawResidencePermitFace } from './documents/residencePermit'
import { drawResidentEmblem, drawResidentPortrait } from './documents/residentId'
import { drawPassportPage, drawTravelPermitBack, drawTravelPermitFace } from './documents/travelPapers'
import { drawVerificationForm } from './documents/verificationForm'
import type { Artwork } from './svg'

/** What the drawings know about the filing they belong to. */
export interface DrawingContext {
  readonly applicant: Applicant
  readonly application: Application
  readonly today: string
  readonly seed: string
}

/** Draws a planned document. Throws for a kind that specimens never plan. */
export function drawDocument(document: PlannedDocument, context: DrawingContext): Artwork {
  const { entry } = document
  const face = document.drawnFace ?? entry.face
  const drawn = drawPersonal(document, face, context) ?? drawOrganisational(document, context)
  if (drawn !== undefined) {
    return drawn
  }
  const letter = letterText(entry.kind, context.applicant, context.application)
  if (letter === undefined) {
    throw new Error(`specimens have no drawing for ${entry.kind}`)
  }
  return drawLetter(letter, marksOf(document, context))
}

function drawPersonal(document: PlannedDocument, face: string, context: DrawingContext): Artwork | undefined {
  const { person, entry } = document
  const { home, entity } = context.applicant
  switch (entry.kind) {
    case 'resident-id':
    case 'hkmt-residence-permit':
      return face === 'emblem'
        ? drawResidentEmblem(person)
        : drawResidentPortrait(person, dwelling(document, context))
    case 'hk-macao-permit':
      return face === 'back' ? drawTravelPermitBack(person) : drawTravelPermitFace(person)
    case 'passport':
      return drawPassportPage(person)
    case 'residence-permit':
      return face === 'back'
        ? drawResidencePermitBack(person, home, context.today)
        : drawResidencePermitFace(person, entity.mailingAddress)
    case 'backdrop-photo':
      return drawBackdropPhoto(person, document.clothing, context.seed)
    default:
      return undefined
  }
}

function drawOrganisational(document: PlannedDocument, context: DrawingContext): Artwork | undefined {
  const { entry, service, sealed } = document
  const { applicant } = context
  if (applicant.organisation !== undefined && entry.kind === applicant.organisation.certificateKind) {
    return entry.kind === 'business-licence'
      ? drawBusinessLicence(applicant.organisation, sealed)
      : drawOrganisationCertificate(entry.kind, applicant.organisation, sealed)
  }
  if (entry.kind === 'verification-form') {
    return drawVerificationForm(applicant, marksOf(document, context))
  }
  if (service === undefined) {
    return undefined
  }
  switch (entry.kind) {
    case 'domain-certificate':
      // A registrar's seal stands on every certificate, whoever holds the domain.
      return drawDomainCertificate(service, true)
    case 'app-evidence':
      return entry.face === 'face' ? drawAppIcon(service) : drawAppFeatures(service)
    case 'pre-approval':
      return drawPreApproval(service, applicant, context.today, true)
    default:
      return undefined
  }
}

function marksOf({ entry, sealed, signed }: PlannedDocument, context: DrawingContext): LetterMarks {
  const { organisation, entity, home } = context.applicant
  // Letters that an authority issues carry its seal, also for a private person.
  const issued = entry.kind === 'party-building-confirmation' || entry.kind === 'institution-site-approval'
  const sealName = issued
    ? `${home.city.name}互联网业务联席办公室`
    : entry.kind === 'name-change-letter'
      ? organisation?.authority
      : sealed
        ? entity.name
        : undefined
  return {
    signed: signed && !issued && entry.kind !== 'name-change-letter',
    sealName,
    fingerprint: organisation === undefined,
    seed: `${context.seed}/${entry.id}`,
  }
}

/** Where somebody from outside the mainland lives here. */
function dwelling({ person }: PlannedDocument, context: DrawingContext): string {
  return makeDwelling(createRandom(`${person.faceSeed}/dwelling`), context.applicant.home)
}
