import type { ExportProblem, ExportStop } from '../../../shared/ipc/exports'
import type { RequirementGap } from '../../../shared/package/requirementGap'
import { isUnanswered } from '../serverAnswer'
import type { ServerProblem } from '../ports/reviewServerPort'
import type { WritePackageProblem } from './writePackage'

/** Why a package was not exported. A stop concerns every other package as well. */
export type ExportRefusal =
  | { readonly stop: ExportStop }
  | { readonly problem: ExportProblem; readonly gaps: readonly RequirementGap[] }

/** Nothing but the one package is concerned. */
export function refusedFor(code: ExportProblem): ExportRefusal {
  return { problem: code, gaps: [] }
}

/** What an answer of the server means for an export. */
export function refusedByServer(code: ServerProblem): ExportRefusal {
  if (isUnanswered(code)) {
    return { stop: 'offline' }
  }
  switch (code) {
    case 'unauthenticated':
    case 'untrusted-server':
      return { stop: 'offline' }
    case 'forbidden':
      return { stop: 'forbidden' }
    case 'not-found':
      return refusedFor('not-found')
    default:
      return refusedFor('unexpected')
  }
}

/** What the folder's answer means: only a name that is taken concerns this package alone. */
export function refusedByFolder(code: WritePackageProblem): ExportRefusal {
  return code === 'different-file-exists' ? refusedFor(code) : { stop: code }
}
