import { readFile, writeFile } from 'node:fs/promises'
import { CarryRefusedError, enrolDesk, type CarryServer } from './carryRequests'
import { packCrypto } from '../../electron/common/crypto/packCrypto'
import { enrolmentRequestSchema, type EnrolmentRequest } from '../../shared/protocol/enrolment'
import { keyFingerprint, readFingerprint } from '../../shared/protocol/keyFingerprint'

interface EnrolOrder {
  /** The request as it came from the desk. */
  readonly file: string
  /** Where the reply goes. */
  readonly reply: string
  /** What the screen of the desk shows; null: it is asked for. */
  readonly fingerprint: string | null
}

/**
 * Makes a desk known at the server. The fingerprint has to come from the person at the desk by another way than the file: it is never
 * printed here, so that it cannot be copied from the file that it is to prove. `ask` shows a text and answers what was typed.
 */
export async function enrol(
  server: CarryServer,
  { file, reply, fingerprint }: EnrolOrder,
  ask: (question: string) => Promise<string>,
): Promise<string> {
  const request = readRequest(await readFile(file, 'utf8'))
  if (request === null) {
    throw new CarryRefusedError('this is no enrolment request; nothing was changed')
  }
  const { username, deviceId, publicKey, madeAt } = request
  const shown = fingerprint ?? readFingerprint(await ask(question(username, deviceId, madeAt)))
  if (shown !== keyFingerprint(publicKey, packCrypto)) {
    throw new CarryRefusedError(
      'the request is not of the machine with that fingerprint; nothing was changed',
    )
  }
  const enrolled = await enrolDesk(server, request)
  // An earlier reply is not written over: it may be on its way.
  await writeFile(reply, Buffer.from(enrolled.file, 'base64'), { mode: 0o600, flag: 'wx' })
  const own = keyFingerprint(enrolled.serverKey, packCrypto)
  return `desk ${deviceId} of ${enrolled.displayName} enrolled: ${reply}
Tell the person, by another way than the file, the fingerprint of this server: ${own}`
}

function question(username: string, deviceId: string, madeAt: string): string {
  return `${username} asks to have desk ${deviceId} enrolled, at ${madeAt}.
Fingerprint that the screen of that machine shows: `
}

function readRequest(text: string): EnrolmentRequest | null {
  try {
    return enrolmentRequestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
