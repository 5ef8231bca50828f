import { success } from '../../../shared/result'
import { may } from '../../../shared/review/rights'
import type { ChosenCertificate } from '../../../shared/ipc/certificates'
import { endsExchange } from '../serverAnswer'
import type { ServerResult } from '../ports/reviewServerPort'
import type { SyncDependencies } from './syncOnce'

/**
 * Sends certificates whose approval is with the server. One that the server does not keep stays with its problem until a person settles
 * it; without an answer it is sent again. Sent twice, it is kept once.
 */
export async function pushCertificates(
  dependencies: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  const { data, session } = dependencies
  if (!may(session.requireUser().role, 'record-notice')) {
    return success(null)
  }
  for (const chosen of await data.certificatesToSend()) {
    const done = await push(dependencies, token, chosen)
    if (!done.ok) {
      return done
    }
  }
  return success(null)
}

async function push(
  { data, server, notify, now }: SyncDependencies,
  token: string,
  { caseId, sha256, orderNumber, replaces }: ChosenCertificate,
): Promise<ServerResult<null>> {
  const bytes = await data.certificateBytes(caseId)
  if (bytes === null) {
    await data.settleCertificate({ caseId, sha256, problem: 'file-lost' })
    notify('case-changed', { caseId })
    return success(null)
  }
  const query = { orderNumber, ...(replaces === null ? {} : { replaces }) }
  const answer = await server.keepCertificate(token, query, bytes)
  if (!answer.ok) {
    // What else went wrong is tried again with the next exchange, and keeps nothing else back.
    return endsExchange(answer.error) ? answer : success(null)
  }
  const { value } = answer
  const problem = value.outcome === 'refused' ? value.code : null
  const { isCaseHere } = await data.settleCertificate({ caseId, sha256, problem })
  // A case that is here to be read has no hold by which it would be fetched again.
  const fetched = isCaseHere && problem === null ? await server.readCase(token, caseId) : null
  if (fetched?.ok === true) {
    await data.storeCase({ filingCase: fetched.value, hold: null, now: now() })
  }
  notify('case-changed', { caseId })
  return success(null)
}
