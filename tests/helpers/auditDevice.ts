import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { v7 } from 'uuid'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import { deviceEntryHash, type DeviceEntry } from '../../shared/audit/chainEntries'
import { deviceHeadMessage, type DeviceHead, type ServerHead } from '../../shared/audit/signedHeads'
import type { AuditExchangeRequest, ChainPlace } from '../../shared/protocol/audit'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A workstation's audit chain, made by hand, so that a test can also cut and fork it. */
export function createAuditDevice(actor: string) {
  const id = v7()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const chain: (DeviceEntry & { readonly hash: string })[] = []

  function headAt(sequence: number): DeviceHead {
    const hash = chain[sequence - 1]?.hash ?? BEGINNING
    const head = { sequence, hash, length: chain.length }
    const message = Buffer.from(deviceHeadMessage(id, head))
    return { ...head, signature: sign(null, message, privateKey).toString('base64url') }
  }

  return {
    id,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    privateKey,
    append(caseId: string, detail: string, changes: Partial<DeviceEntry> = {}): void {
      const entry: DeviceEntry = {
        sequence: chain.length + 1,
        at: '2026-11-20T02:30:00.000Z',
        actor,
        action: 'decided',
        caseId,
        detailJson: JSON.stringify({ detail }),
        sealed: null,
        ...changes,
      }
      chain.push({ ...entry, hash: deviceEntryHash({ sha256 }, chain.at(-1)?.hash ?? BEGINNING, entry) })
    },
    /** Forgets everything behind this entry, as a disk put back from a backup does. */
    cutTo(sequence: number): void {
      chain.length = sequence
    },
    length: () => chain.length,
    sign: (message: string): string => sign(null, Buffer.from(message), privateKey).toString('base64url'),
    /** What it would send that was acknowledged up to `after`. */
    request(
      after: number,
      serverHead: ServerHead | null = null,
      disputed: ChainPlace | null = null,
    ): AuditExchangeRequest {
      return {
        deviceId: id,
        publicKey: this.publicKey,
        head: headAt(chain.length),
        entries: chain.slice(after).map(({ hash: _, ...entry }) => entry),
        keys: [],
        serverHead,
        disputed,
      }
    },
  }
}
