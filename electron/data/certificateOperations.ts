import type { ChosenCertificate } from '../../shared/ipc/certificates'
import type { CertificateType } from '../../shared/protocol/certificates'
import type { Result } from '../../shared/result'

/** What the data worker can do about certificates of approval that were chosen here and are not with the server yet. */
export interface CertificateOperations {
  /** Seals the bytes and keeps them until the server has answered; takes the place of one chosen before. The caller has judged them. */
  chooseCertificate(request: {
    readonly caseId: string
    readonly fileName: string
    readonly bytes: Uint8Array
    readonly mediaType: CertificateType
    readonly replaces: string | null
    readonly now: string
  }): Result<null, 'not-found' | 'disk-full'>
  /** Puts the chosen one of a case aside; does nothing when there is none. */
  dropCertificate(request: { readonly caseId: string; readonly now: string }): void
  /** All that wait or were refused, the oldest first. */
  chosenCertificates(): readonly ChosenCertificate[]
  /** Those that can be sent: the queue says approved, nothing unsent stands on the case, and nobody has refused them. */
  certificatesToSend(): readonly ChosenCertificate[]
  /** Bytes of a chosen one, opened; null when they are lost. */
  certificateBytes(caseId: string): Uint8Array | null
  /**
   * Takes the answer to the one of this hash: gone when it was kept (`null`), otherwise it stays with the problem. Answers whether the
   * case itself is here, and so older than the answer.
   */
  settleCertificate(request: {
    readonly caseId: string
    readonly sha256: string
    readonly problem: ChosenCertificate['problem']
  }): { readonly isCaseHere: boolean }
}
