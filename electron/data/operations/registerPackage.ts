import type { ExportedPackage } from '../../../shared/ipc/models'
import { may } from '../../../shared/review/rights'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

/** That personal data left the desk is written down together with the package itself. */
export function createRegisterPackage(context: DataContext): DataOperations['registerPackage'] {
  return (exported) => inTransaction(context.db, () => registerExported(context, exported))
}

/** Inside the caller's transaction. A package that is registered already stays as it is. */
export function registerExported(context: DataContext, exported: ExportedPackage): void {
  const { queries } = context
  const { user } = signedIn(context)
  if (!may(user.role, 'export')) {
    throw new Error('Packages are registered for whoever may export')
  }
  const { caseId, caseVersion, sha256, bytes, id, reason, encrypted } = exported
  if (!queries.packages.add(exported)) {
    return
  }
  queries.audit.append({
    at: exported.exportedAt,
    actor: user.id,
    action: 'package-exported',
    caseId,
    detail: {
      packageId: id,
      version: caseVersion,
      sha256,
      bytes,
      ...(reason === undefined ? {} : { purpose: reason.purpose }),
      ...(encrypted === undefined ? {} : { encrypted: Number(encrypted) }),
    },
  })
}
