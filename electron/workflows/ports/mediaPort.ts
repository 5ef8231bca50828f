import type { ReadField } from '../../../shared/reading/readField'
import type { Finding } from '../../../shared/imaging/findings'
import type { Result } from '../../../shared/result'
import type { DossierInput } from '../../media/pdf/dossierInput'

/** Why the media process could not answer. A hang or a crash costs this one call; the process is started anew. */
export type MediaProblem =
  'undecodable' | 'too-large' | 'several-pictures' | 'encrypted' | 'timed-out' | 'crashed'

/**
 * The media process seen from a workflow. It gets bytes, never keys or paths, and keeps nothing between calls.
 */
export interface MediaPort {
  /**
   * Measures one picture. `kind` and `face` say which checks make sense for it; with `entityKind` a missing seal on a
   * statement is certain (organisation) or no matter (individual), without it is a doubt.
   */
  examine(request: {
    readonly bytes: Uint8Array
    readonly kind: string
    readonly face: string
    readonly entityKind?: 'individual' | 'organization'
  }): Promise<Result<{ readonly findings: readonly Omit<Finding, 'documentId'>[] }, MediaProblem>>
  /** Reads the text of one picture into the fields that a paper of its kind has. */
  read(request: {
    readonly bytes: Uint8Array
    readonly kind: string
    readonly face: string
  }): Promise<Result<{ readonly fields: readonly ReadField[] }, MediaProblem>>
  /** What a picture is found again by; null when it shows nothing to be told apart by. */
  fingerprint(request: {
    readonly bytes: Uint8Array
  }): Promise<Result<{ readonly fingerprint: string | null }, MediaProblem>>
  /** A JPEG whose longer edge is at most `edge` pixels, turned upright. */
  thumbnail(request: {
    readonly bytes: Uint8Array
    readonly edge: number
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaProblem>>
  /** The whole picture as a JPEG, upright, for a screen that cannot draw its format; of a PDF document, one page. */
  view(request: {
    readonly bytes: Uint8Array
    readonly page?: number
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaProblem>>
  /** The dossier of a submission package; the same input gives the same bytes. `pictures` go by SHA-256. */
  dossier(request: {
    readonly input: DossierInput
    readonly pictures: ReadonlyMap<string, Uint8Array>
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaProblem>>
  close(): Promise<void>
}
