import type { ServerSigner } from '../audit/serverSigner'
import { appendAudit } from '../store/auditChain'
import { findCase } from '../store/cases'
import { findControl } from '../store/controls'
import type { Database } from '../store/database'
import { enterExport, isExportKnown, knownExports } from '../store/exports'
import type { Clock } from '../system'
import { decidingDecision } from '../../shared/package/decidingDecision'
import { SIGNATURE_FORMAT } from '../../shared/package/packageSignature'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { RegisterExportReply, RegisterExportRequest } from '../../shared/protocol/exports'
import { refusal, success, type Result } from '../../shared/result'

export interface ExportParts {
  readonly database: Database
  readonly clock: Clock
  readonly serverId: string
  readonly signer: ServerSigner
}

/**
 * Enters into the register that a package is about to leave, and signs it. `not-found`: the case did not pass by the
 * decision that the package names. `conflict`: other bytes have left under the same case version, rule pack and
 * application version, so one of the two was not built as packages are. A control case is never let out.
 */
export function registerExport(
  parts: ExportParts,
  person: User,
  request: RegisterExportRequest,
): Promise<Result<RegisterExportReply, 'not-found' | 'conflict'>> {
  const { database, clock, serverId, signer } = parts
  const { package: statement } = request
  return database.transaction(async (tx) => {
    const held = await findCase(tx, request.caseId, clock.now(), 'lock')
    if (!held || !isOf(held.filingCase, request) || (await findControl(tx, request.caseId)) !== null) {
      return refusal('not-found')
    }
    const known = await knownExports(tx, request.caseId, statement.caseVersion)
    const isOther = known.some(
      ({ rulePack, applicationVersion, sha256 }) =>
        rulePack === statement.rulePack &&
        applicationVersion === statement.applicationVersion &&
        sha256 !== statement.sha256,
    )
    const same = known.find(({ id }) => id === request.id)
    const isTaken = same
      ? same.accountId !== person.id || same.sha256 !== statement.sha256
      : await isExportKnown(tx, request.id)
    if (isOther || isTaken) {
      return refusal('conflict')
    }
    if (!same) {
      await enterExport(tx, request, { accountId: person.id, now: clock.now() })
      await appendAudit(tx, {
        at: clock.now(),
        kind: 'package-exported',
        caseId: request.caseId,
        round: currentRound(held.filingCase).round,
        actorId: person.id,
        detail: {
          exportId: request.id,
          caseVersion: statement.caseVersion,
          applicationVersion: statement.applicationVersion,
          packageSha256: statement.sha256,
          bytes: statement.bytes,
          purpose: request.reason.purpose,
          encrypted: request.encrypted,
        },
      })
    }
    return success({
      signature: {
        format: SIGNATURE_FORMAT,
        version: 1,
        package: statement,
        signer: { serverId, publicKey: signer.publicKey },
        signature: signer.signPackage(statement),
      },
      earlier: known.filter(({ id }) => id !== request.id).length,
    })
  })
}

function isOf(filingCase: Case, { package: statement }: RegisterExportRequest): boolean {
  const deciding = decidingDecision(filingCase)
  return (
    deciding !== null &&
    filingCase.orderNumber === statement.orderNumber &&
    deciding.caseVersion === statement.caseVersion &&
    deciding.decision.rulePack === statement.rulePack &&
    deciding.auditHash === statement.auditHead
  )
}
