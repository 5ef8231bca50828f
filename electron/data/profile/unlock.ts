import { refusal, success, type Result } from '../../../shared/result'
import { KEY_BYTES } from '../../common/crypto/deriveKey'
import { unwrapKey, wrapKey, type KdfCost } from '../../common/crypto/passwordWrap'
import { unwrapByRecovery } from '../../common/crypto/recoveryWrap'
import { makePrivateFolder } from '../../common/durableFile'
import { hasDatabase } from '../connection/openDatabase'
import type { ProfileProblem } from '../dataOperations'
import { hasKeyring, readKeyring, writeKeyring, type Keyring } from './keyring'

export interface OpeningRequest {
  readonly folder: string
  readonly password: string
  readonly create: boolean
}

export interface Unlocked {
  readonly keyring: Keyring
  readonly dataKey: Buffer
}

/** The data key of a profile that has a keyring. `not-enrolled`: another password than the one of a profile that waits. */
export async function unlock({
  folder,
  password,
}: OpeningRequest): Promise<Result<Unlocked, ProfileProblem>> {
  const keyring = readKeyring(folder)
  if (!keyring.ok) {
    return keyring
  }
  const dataKey = await unwrapByPassword(keyring.value.wraps, password)
  if (dataKey === null) {
    return refusal(keyring.value.state === 'waiting' ? 'not-enrolled' : 'wrong-password')
  }
  return success({ keyring: keyring.value, dataKey })
}

/** The data key, or null when no wrap is by this password. */
export async function unwrapByPassword(wraps: Keyring['wraps'], password: string): Promise<Buffer | null> {
  for (const wrap of wraps) {
    const dataKey = wrap.kind === 'password' ? await unwrapKey(wrap, password) : null
    if (dataKey !== null) {
      return dataKey
    }
  }
  return null
}

/**
 * The data key by the private half of the team's recovery key (`AGE-SECRET-KEY-1…`) instead of a password.
 * `no-recovery`: nothing in the keyring is wrapped for a recovery key; `wrong-key`: it is for another one.
 */
export async function unlockByRecovery(
  folder: string,
  identity: string,
): Promise<Result<Unlocked, ProfileProblem | 'no-recovery' | 'wrong-key'>> {
  if (!hasKeyring(folder)) {
    return refusal('no-profile')
  }
  const keyring = readKeyring(folder)
  if (!keyring.ok) {
    return keyring
  }
  const wraps = keyring.value.wraps.filter((wrap) => wrap.kind === 'recovery')
  for (const wrap of wraps) {
    const dataKey = await unwrapByRecovery(wrap, identity)
    if (dataKey !== null) {
      return success({ keyring: keyring.value, dataKey })
    }
  }
  return refusal(wraps.length === 0 ? 'no-recovery' : 'wrong-key')
}

/** A fresh data key for a folder that has no profile yet. */
export async function makeKeyring(
  { folder, password, create }: OpeningRequest,
  { randomBytes, kdfCost }: { readonly randomBytes: (count: number) => Buffer; readonly kdfCost: KdfCost },
  state: 'new' | 'waiting' = 'new',
): Promise<Result<Unlocked, ProfileProblem>> {
  if (hasDatabase(folder)) {
    return refusal('damaged')
  }
  if (!create) {
    return refusal('no-profile')
  }
  makePrivateFolder(folder)
  const dataKey = randomBytes(KEY_BYTES)
  const wrap = await wrapKey(dataKey, password, kdfCost, randomBytes)
  const keyring: Keyring = { state, wraps: [wrap] }
  writeKeyring(folder, keyring)
  return success({ keyring, dataKey })
}
