import { isRecoverySigned, type RecoverySettings } from '../../../shared/protocol/recovery'
import type { TrustedKey } from '../../../shared/rules/packSignature'
import { packCrypto } from '../../common/crypto/packCrypto'
import type { DataPort } from '../ports/dataPort'

interface Dependencies {
  readonly data: Pick<DataPort, 'provideRecovery'>
  /** Keys of the provider as this machine was given them; null: those that the server names are taken. */
  readonly providerKeys: readonly TrustedKey[] | null
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

/**
 * Has the open profile wrap its data key for the team's recovery key. Settings that nobody trusted has signed are told and
 * not followed: they would give the data key to a stranger.
 */
export async function followRecovery(
  settings: RecoverySettings | undefined,
  { data, providerKeys, logUnexpected }: Dependencies,
): Promise<void> {
  if (settings === undefined) {
    return
  }
  if (providerKeys === null || isRecoverySigned(settings, providerKeys, packCrypto)) {
    await data.provideRecovery({ recipient: settings.recipient })
  } else {
    logUnexpected('recovery', new Error('No trusted key has signed the recovery settings'))
  }
}
