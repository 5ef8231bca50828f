import { createHash } from 'node:crypto'
import { refusal, success } from '../../../shared/result'
import { SealedFileDamaged } from '../../common/crypto/sealedFile'
import type { CertificateOperations } from '../certificateOperations'
import { inTransaction } from '../connection/handles'
import { storageProblemOf } from '../connection/sqliteFailure'
import { signedIn, type DataContext } from './dataContext'
import { forgetUnlisted, removeFiles } from './dropCaseData'

export function createCertificateOperations(context: DataContext): CertificateOperations {
  const { db, queries, documents } = context

  return {
    chooseCertificate({ caseId, fileName, bytes, mediaType, replaces, now }) {
      const known = queries.queueRows.find(caseId)
      if (known === null) {
        return refusal('not-found')
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      try {
        // On disk before the database says so, like documents.
        documents.write('original', sha256, bytes)
      } catch (error) {
        if (storageProblemOf(error) === 'disk-full') {
          return refusal('disk-full')
        }
        throw error
      }
      const files = inTransaction(db, () => {
        queries.documents.markFile(sha256, 'stored')
        queries.certificates.write({
          ...{ caseId, orderNumber: known.row.orderNumber, fileName, sha256, bytes: bytes.byteLength },
          ...{ mediaType, replaces, chosenAt: now, problem: null },
        })
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'certificate-chosen',
          caseId,
          detail: { sha256, bytes: bytes.byteLength },
        })
        return forgetUnlisted(context)
      })
      removeFiles(context, files)
      return success(null)
    },
    dropCertificate({ caseId, now }) {
      removeFiles(
        context,
        inTransaction(db, () => dropChosenCertificate(context, caseId, now)),
      )
    },
    chosenCertificates: () => queries.certificates.all(),
    certificatesToSend: () => queries.certificates.sendable(),
    certificateBytes(caseId) {
      const chosen = queries.certificates.find(caseId)
      try {
        return chosen === null ? null : documents.read('original', chosen.sha256)
      } catch (error) {
        if (error instanceof SealedFileDamaged) {
          return null
        }
        throw error
      }
    },
    settleCertificate({ caseId, sha256, problem }) {
      const files = inTransaction(db, () => {
        // Another one may have been chosen while the answer was on its way.
        if (queries.certificates.find(caseId)?.sha256 !== sha256) {
          return []
        }
        if (problem !== null) {
          queries.certificates.markProblem(caseId, problem)
          return []
        }
        queries.certificates.remove(caseId)
        return forgetUnlisted(context)
      })
      removeFiles(context, files)
      return { isCaseHere: queries.cases.version(caseId) !== null }
    },
  }
}

/** Puts what was chosen for a case aside; runs inside a transaction. Answers the files that are of no use then. */
export function dropChosenCertificate(context: DataContext, caseId: string, now: string): readonly string[] {
  const { queries } = context
  const chosen = queries.certificates.find(caseId)
  if (chosen === null) {
    return []
  }
  queries.certificates.remove(caseId)
  queries.audit.append({
    at: now,
    actor: signedIn(context).user.id,
    action: 'certificate-dropped',
    caseId,
    detail: { sha256: chosen.sha256 },
  })
  return forgetUnlisted(context)
}
