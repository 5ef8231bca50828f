import { makeFiling, receive } from './serverCases'
import type { TestClient } from './serverClient'
import { HOUR, type TestServer } from './serverHarness'
import { HUMAN_LINE } from './serverRulePack'
import { zipBundle, type MadeBundle } from '../specimens'
import { contactsOf } from '../../shared/calls/contacts'
import { MOST_CONTROL_PERMILLE, stockControlReplySchema } from '../../shared/protocol/controls'
import type { ControlsReply, StockControlReply } from '../../shared/protocol/controls'

/** Telephone numbers of what was made. */
export function phonesOf(...made: readonly MadeBundle[]): string[] {
  return made.flatMap(({ bundle }) => contactsOf(bundle.application).map(({ number }) => number))
}

/** Uploads a bundle as a control case and answers the reply with its status. */
export async function stock(
  server: TestServer,
  client: TestClient,
  zip: Uint8Array,
  rules: readonly string[] = [HUMAN_LINE],
): Promise<{ readonly status: number; readonly reply: StockControlReply }> {
  const response = await fetch(`${server.url}/v1/controls/stock?rules=${rules.join(',')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token ?? ''}`, 'content-type': 'application/zip' },
    body: Uint8Array.from(zip),
  })
  return { status: response.status, reply: stockControlReplySchema.parse(await response.json()) }
}

/** A small filing that passes without a photo; the same for ordinary ones and control cases. */
export function makeChange(server: TestServer, seed: string): Promise<MadeBundle> {
  return makeFiling(server, { seed, filingType: 'change', nature: 'enterprise', province: '330000' })
}

/**
 * Puts these filings into stock as control cases, lets ordinary filings come until all have been released, and answers the ids
 * of the cases that came of them, in order, with those of the ordinary ones.
 */
export async function releaseControlCases(
  server: TestServer,
  supervisor: TestClient,
  made: readonly MadeBundle[],
  rules: readonly string[] = [HUMAN_LINE],
): Promise<{ readonly controls: readonly string[]; readonly ordinary: readonly string[] }> {
  const { terms } = await supervisor.granted('controls')
  const phones = [...new Set([...(terms?.phones ?? []), ...phonesOf(...made)])]
  await supervisor.granted('planControls', { body: { permille: MOST_CONTROL_PERMILLE, phones } })
  const ids: string[] = []
  for (const filing of made) {
    const { reply } = await stock(server, supervisor, zipBundle(filing), rules)
    if (reply.outcome === 'refused') {
      throw new Error(`The control case was refused: ${JSON.stringify(reply.problems)}`)
    }
    ids.push(reply.controlId)
  }
  const ordinary = [...(await receiveOrdinary(server, ids[0] ?? ''))]
  let { released } = await letTimePass(server, supervisor)
  // Each filing draws one of two times: a batch that draws nothing is rare, and then there is another.
  while (!ids.every((id) => released.some((control) => control.id === id))) {
    ordinary.push(...(await receiveOrdinary(server, `${ids[0] ?? ''}-${ordinary.length}`)))
    ;({ released } = await letTimePass(server, supervisor))
  }
  const controls = ids.map((id) => released.find((control) => control.id === id)?.caseId ?? '')
  return { controls, ordinary }
}

/** Eight small filings as the filing system sends them. */
export async function receiveOrdinary(server: TestServer, seed: string): Promise<readonly string[]> {
  const cases: string[] = []
  for (let number = 0; number < 8; number += 1) {
    cases.push(await receive(server, await makeChange(server, `ordinary-${seed}-${number}`)))
  }
  return cases
}

/** Until whatever was drawn has been released. */
async function letTimePass(server: TestServer, supervisor: TestClient): Promise<ControlsReply> {
  server.advance(2 * HOUR)
  await server.housekeeping()
  return supervisor.granted('controls')
}
