import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { createDeviceSigner, type DeviceSigner } from '../../electron/common/crypto/deviceSigner'
import { enrolmentMessage, type EnrolmentRequest } from '../../shared/protocol/enrolment'

/** A machine that asks to be enrolled, made by hand. */
export interface AskingDesk {
  readonly id: string
  readonly signer: DeviceSigner
}

export function askingDesk(id: string = v7()): AskingDesk {
  return { id, signer: createDeviceSigner(randomBytes(32)) }
}

/** Its request, under its own signature. */
export function enrolmentRequest(
  { id, signer }: AskingDesk,
  username: string,
  madeAt = '2026-11-20T10:30:00+08:00',
): EnrolmentRequest {
  const content = { username, deviceId: id, publicKey: signer.publicKey, madeAt }
  const signature = signer.sign(enrolmentMessage(content))
  return { format: 'beian-desk/enrolment-request', ...content, signature }
}
