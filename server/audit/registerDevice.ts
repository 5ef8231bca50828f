import { appendAudit } from '../store/auditChain'
import type { Queryable } from '../store/database'
import { enterDevice, type KnownDevice } from '../store/devices'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import { refusal, success, type Result } from '../../shared/result'

/**
 * Makes a device known as this person's under this key, once: over the network at its first exchange, or by file. The device is
 * locked until the transaction ends. `by`: who is recorded as having done it. Whoever calls has looked at a signature of the key.
 */
export async function registerDevice(
  tx: Queryable,
  device: { readonly id: string; readonly accountId: string; readonly publicKey: string },
  by: string,
  now: number,
): Promise<Result<KnownDevice, 'other-person' | 'other-key'>> {
  const { made, known } = await enterDevice(tx, { ...device, hash: BEGINNING }, now)
  if (known.accountId !== device.accountId) {
    return refusal('other-person')
  }
  if (known.publicKey !== device.publicKey) {
    return refusal('other-key')
  }
  if (made) {
    const detail = { deviceId: device.id, publicKey: device.publicKey }
    await appendAudit(tx, {
      at: now,
      kind: 'device-registered',
      caseId: null,
      round: null,
      actorId: by,
      detail,
    })
  }
  return success(known)
}
