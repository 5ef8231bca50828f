import type { CertificateChoice, ChosenCertificate } from '../../../shared/ipc/certificates'
import { judgeCertificate } from '../../../shared/protocol/certificates'
import { CERTIFICATE_LIMITS } from '../../../shared/protocol/limits'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: Pick<DataPort, 'chooseCertificate' | 'dropCertificate' | 'chosenCertificates'>
  readonly session: Pick<CurrentSession, 'requireRight'>
  readonly desktop: Pick<DesktopPort, 'chooseCertificate'>
  readonly now: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

export interface CertificateWorkflow {
  /** Lets the person choose a certificate for a case and keeps it sealed until the server has answered. */
  choose(caseId: string, replaces: string | null): Promise<CertificateChoice>
  drop(caseId: string): Promise<void>
  /** What was chosen here and is not with the server yet. */
  chosen(): Promise<{ readonly certificates: ChosenCertificate[] }>
}

/**
 * Certificates of approval on their way from this desk. Choosing one needs no network: it waits until the approval is with the
 * server, and then goes with the next exchange.
 */
export function createCertificateWorkflow({
  data,
  session,
  desktop,
  now,
  notify,
  nudgeSync,
}: Dependencies): CertificateWorkflow {
  function announce(caseId: string): void {
    notify('case-changed', { caseId })
    nudgeSync()
  }

  return {
    async choose(caseId, replaces) {
      session.requireRight('record-notice')
      const file = await desktop.chooseCertificate(CERTIFICATE_LIMITS.bytes)
      if (file === null) {
        return { outcome: 'cancelled' }
      }
      if (file === 'too-large') {
        return { outcome: 'refused', problem: 'too-large' }
      }
      const mediaType = judgeCertificate(file.bytes)
      if (!mediaType.ok) {
        return { outcome: 'refused', problem: mediaType.error }
      }
      // The desk may have been locked, or somebody else signed in, while the dialog was open.
      session.requireRight('record-notice')
      const kept = await data.chooseCertificate({
        ...{ caseId, replaces, fileName: file.name, bytes: file.bytes, mediaType: mediaType.value },
        now: now(),
      })
      if (!kept.ok) {
        throw new AppError(kept.error, 'The certificate cannot be kept here')
      }
      announce(caseId)
      return { outcome: 'chosen' }
    },
    async drop(caseId) {
      session.requireRight('record-notice')
      await data.dropCertificate({ caseId, now: now() })
      announce(caseId)
    },
    async chosen() {
      session.requireRight('record-notice')
      return { certificates: [...(await data.chosenCertificates())] }
    },
  }
}
