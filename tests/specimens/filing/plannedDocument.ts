import type { DocumentFace } from '../../../shared/domain/documentKinds'
import type { BundleDocument, Service } from '../../../shared/domain/filing'
import type { SpecimenPerson } from '../people/person'

export type PictureFlaw = 'blurred' | 'too-dark' | 'glare' | 'grey-copy' | 'cropped-edge' | 'screen-reshoot'

/** A document of a bundle before it is drawn. */
export interface PlannedDocument {
  readonly entry: BundleDocument
  /** Whose card, photo or signature it is. */
  readonly person: SpecimenPerson
  readonly service?: Service
  /** What the picture shows in place of `entry.face`, when the applicant took the wrong one. */
  readonly drawnFace?: DocumentFace
  readonly sealed: boolean
  readonly signed: boolean
  readonly clothing: 'plain' | 'red' | 'blue'
  readonly flaws: readonly PictureFlaw[]
}
