import { zipSync, type Zippable } from 'fflate'
import path from 'node:path'
import type { TestClient } from './serverClient'
import type { TestServer } from './serverHarness'
import { DATED_RULE, HUMAN_LINE, SMS_RULE, testPackFiles, testRule } from './serverRulePack'
import { makeSigningKey, signed, writeTrustedKeys, type SigningKey } from './signedPacks'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { proposeReplySchema, type ProposeReply } from '../../shared/protocol/rulePacks'

/** The key of the provider, which its server takes packs of. */
export const PROVIDER_KEY: SigningKey = makeSigningKey('Provider')
export const NEW_LINE = 'desk:look-at-the-remarks'
export const NEXT_PACK = '2026-11-20'

/** A pack that asks for one more look and no longer asks for the certificate. */
export function nextPack(version = NEXT_PACK, effectiveFrom = version): Record<string, unknown> {
  return testPackFiles(version, [testRule(HUMAN_LINE), SMS_RULE, testRule(NEW_LINE)], effectiveFrom)
}

/** The pack of the tests under another name: it changes nothing. */
export function samePack(version: string): Record<string, unknown> {
  return testPackFiles(version, [testRule(HUMAN_LINE), DATED_RULE, SMS_RULE])
}

/** Writes the operator's list of keys for a server that has this folder. */
export function writeProviderKeys(folder: string): Promise<string> {
  return writeTrustedKeys(path.join(folder, 'keys'), PROVIDER_KEY)
}

/** Packs files as they are, signature or not. */
export function zipFiles(files: Readonly<Record<string, unknown>>, more: Zippable = {}): Uint8Array {
  const texts = Object.entries(files).map(
    ([name, content]) => [name, new TextEncoder().encode(JSON.stringify(content))] as const,
  )
  return zipSync({ ...Object.fromEntries(texts), ...more })
}

export function signedZip(files: Readonly<Record<string, unknown>>, key = PROVIDER_KEY): Uint8Array {
  return zipFiles(signed(files, key))
}

/** Sends an archive; the reply of the route, or the code by which it was turned away. */
export async function sendPack(
  server: TestServer,
  client: TestClient,
  zip: Uint8Array,
): Promise<{ readonly status: number; readonly reply: ProposeReply | string }> {
  const response = await fetch(new URL(BYTE_ROUTES.ruleProposal, server.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token ?? ''}`, 'content-type': 'application/zip' },
    body: Uint8Array.from(zip),
  })
  const body: unknown = await response.json()
  const reply = proposeReplySchema.safeParse(body)
  return {
    status: response.status,
    reply: reply.success ? reply.data : errorBodySchema.parse(body).error.code,
  }
}

/** Proposes a pack that must be taken and answers its id. */
export async function proposePack(
  server: TestServer,
  client: TestClient,
  files: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { reply } = await sendPack(server, client, signedZip(files))
  if (typeof reply === 'string' || reply.outcome === 'refused') {
    throw new Error(`The pack was refused: ${JSON.stringify(reply)}`)
  }
  return reply.packId
}

/** Proposes, tries and activates a pack by two persons. */
export async function bringIntoForce(
  server: TestServer,
  [proposer, second]: readonly [TestClient, TestClient],
  files: Readonly<Record<string, unknown>>,
): Promise<string> {
  const packId = await proposePack(server, proposer, files)
  await proposer.granted('dryRunRulePack', { params: { packId } })
  await second.granted('activateRulePack', { params: { packId } })
  return packId
}
