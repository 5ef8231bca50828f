import { v7 } from 'uuid'
import type { TestClient } from './serverClient'
import { MINUTE, type TestServer } from './serverHarness'
import { HUMAN_LINE, TEST_PACK } from './serverRulePack'
import { makeBundle, zipBundle, type MadeBundle, type SpecimenOptions } from '../specimens'
import { chinaIso } from '../../shared/calendar/chinaTime'
import type { Hold } from '../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../shared/protocol/commands'
import type { Decision } from '../../shared/review/decision'

/** A filing as it is sent; submitted five minutes ago unless said otherwise. */
export function makeFiling(server: TestServer, options: SpecimenOptions): Promise<MadeBundle> {
  const submittedAt = chinaIso(server.now() - 5 * MINUTE)
  return makeBundle({ pictures: 'tiny', filingType: 'first-filing', submittedAt, ...options })
}

/** Sends a filing and answers the id of its case. */
export async function receiveFiling(server: TestServer, options: SpecimenOptions): Promise<string> {
  return receive(server, await makeFiling(server, options))
}

/** Sends what has been made and answers the id of its case. */
export async function receive(server: TestServer, made: Parameters<typeof zipBundle>[0]): Promise<string> {
  const { reply } = await server.send(zipBundle(made))
  if (reply.outcome === 'refused') {
    throw new Error(`The bundle was refused: ${JSON.stringify(reply.problems)}`)
  }
  return reply.caseId
}

/** A decision that the test's rule pack lets through. */
export function decision(verdict: Decision['verdict'], changes: Partial<Decision> = {}): Decision {
  return {
    verdict,
    rulePack: TEST_PACK,
    lines: [{ lineId: HUMAN_LINE, verdict: 'ok', machine: null }],
    findings: [],
    reasons:
      verdict === 'return'
        ? [{ field: 'application.entity.name', problem: '主体名称与证件不一致', advice: '请按证件填写' }]
        : [],
    ...(verdict === 'escalate' ? { internalNote: '请主管确认' } : {}),
    ...changes,
  }
}

/** The command that decides a case under a hold. */
export function decideCommand(
  server: TestServer,
  hold: Pick<Hold, 'caseId' | 'token'>,
  expectedVersion: number,
  content: Decision,
): Extract<Command, { kind: 'decide' }> {
  return {
    id: v7(),
    kind: 'decide',
    caseId: hold.caseId,
    expectedVersion,
    recordedAt: new Date(server.now()).toISOString(),
    holdToken: hold.token,
    decision: content,
  }
}

/** Delivers one command and answers its outcome. */
export async function deliver(client: TestClient, command: unknown): Promise<CommandOutcome> {
  const { outcomes } = await client.granted('commands', { body: { commands: [command] } })
  const [outcome] = outcomes
  if (!outcome) {
    throw new Error('The server answered no outcome')
  }
  return outcome
}

/** Takes the case, decides it and answers the outcome, which must be that it was applied. */
export async function decideCase(
  server: TestServer,
  client: TestClient,
  caseId: string,
  content: Decision,
): Promise<Extract<CommandOutcome, { outcome: 'applied' }>> {
  const { hold } = await client.granted('hold', { body: { caseId } })
  const filingCase = await client.granted('case', { params: { caseId } })
  const outcome = await deliver(client, decideCommand(server, hold, filingCase.version, content))
  if (outcome.outcome === 'refused') {
    throw new Error(`The decision was refused: ${outcome.code} ${outcome.message}`)
  }
  return outcome
}
