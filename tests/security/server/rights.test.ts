import { callRecord } from '../../helpers/callRecords'
import { handOverNote } from '../../helpers/handOverNotes'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { RouteName, TestClient } from '../../helpers/serverClient'
import {
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TeamMember,
  type TestServer,
} from '../../helpers/serverHarness'
import { apiRoutes } from '../../../shared/protocol/api'
import { BYTE_ROUTES } from '../../../shared/protocol/otherRoutes'
import { COMMAND_RIGHTS } from '../../../shared/protocol/commandRights'
import type { Command } from '../../../shared/protocol/commands'
import { may } from '../../../shared/review/rights'
import { ROLES, type Role } from '../../../shared/review/roles'

const MEMBERS: Readonly<Record<Role, TeamMember>> = {
  reviewer: 'li.na',
  'senior-reviewer': 'gao.yan',
  supervisor: 'wang.lei',
  auditor: 'shen.ji',
}

/** Routes that ask for a session, with the right of each; those without one ask in their handlers. */
const SESSION_ROUTES = (Object.keys(apiRoutes) as RouteName[]).flatMap((name) => {
  const route = apiRoutes[name]
  return route.auth === 'session' ? [{ name, right: route.right }] : []
})
const GUARDED = SESSION_ROUTES.flatMap(({ name, right }) => (right === null ? [] : [{ name, right }]))

describe('Rights by role', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let clients: Readonly<Record<Role, TestClient>>

  beforeAll(async () => {
    server = await startTestServer('embedded')
    const signedIn = await Promise.all(
      ROLES.map(async (role) => [role, await server.signIn(MEMBERS[role])] as const),
    )
    clients = Object.fromEntries(signedIn) as Record<Role, TestClient>
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** A request that fits the route's address and nothing else: whoever has the right gets as far as that. */
  function knock(role: Role, method: string, path: string): Promise<Response> {
    const hasBody = method === 'POST'
    return fetch(new URL(path.replace(/:\w+/g, v7()), server.url), {
      method,
      headers: {
        authorization: `Bearer ${clients[role].token ?? ''}`,
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: '{"no such field": 1}' } : {}),
    })
  }

  it.each(GUARDED)('opens $name to whoever has $right and to nobody else', async ({ name, right }) => {
    const { method, path } = apiRoutes[name]
    for (const role of ROLES) {
      const response = await knock(role, method, path)
      await response.arrayBuffer()
      expect({ role, refused: response.status === 403 }).toEqual({ role, refused: !may(role, right) })
    }
  })

  it('takes rule packs from whoever may propose them alone', async () => {
    for (const role of ROLES) {
      const { status } = await knock(role, 'POST', BYTE_ROUTES.ruleProposal)
      expect({ role, refused: status === 403 }).toEqual({ role, refused: !may(role, 'propose-packs') })
    }
  })

  it('takes certificates of approval from whoever may record notices alone', async () => {
    for (const role of ROLES) {
      const { status } = await knock(role, 'POST', BYTE_ROUTES.certificate)
      expect({ role, refused: status === 403 }).toEqual({ role, refused: !may(role, 'record-notice') })
    }
  })

  it('makes and takes hand-carry bundles for whoever may carry alone', async () => {
    for (const role of ROLES) {
      for (const path of [BYTE_ROUTES.carryOut, BYTE_ROUTES.carryIn]) {
        const { status } = await knock(role, 'POST', path)
        expect({ role, refused: status === 403 }).toEqual({ role, refused: !may(role, 'carry') })
      }
    }
  })

  it('asks for a right at every route but a few that everybody who is signed in needs', () => {
    const free = SESSION_ROUTES.filter(({ right }) => right === null).map(({ name }) => name)
    expect(free.filter((name) => !FREE.includes(name))).toEqual([])
  })

  it.each(Object.keys(COMMAND_RIGHTS) as Command['kind'][])(
    'carries the command %s out for whoever has its right',
    async (kind) => {
      for (const role of ROLES) {
        const outcome = await deliver(clients[role], commandOf(server, kind))
        const code = may(role, COMMAND_RIGHTS[kind]) ? 'not-found' : 'forbidden'
        expect({ role, outcome }).toMatchObject({ role, outcome: { outcome: 'refused', code } })
      }
    },
  )

  it('lets senior reviewers and supervisors settle an escalation, and nobody else', async () => {
    const zhang = await server.signIn('zhang.wei')
    for (const settler of ['senior-reviewer', 'supervisor'] as const) {
      const caseId = await receiveFiling(server, { seed: `escalated-${settler}`, nature: 'enterprise' })
      await decideCase(server, zhang, caseId, decision('escalate'))
      for (const role of ['reviewer', 'auditor'] as const) {
        const { status } = await clients[role].refused('hold', { body: { caseId } })
        expect({ role, status }).toEqual({ role, status: role === 'auditor' ? 403 : 409 })
      }
      await decideCase(server, clients[settler], caseId, decision('return'))
    }
  })

  it('shows an auditor masked rows, but no case and no paper', async () => {
    const caseId = await receiveFiling(server, { seed: 'for-nobody', nature: 'individual' })
    const { rows } = await clients.auditor.granted('feed', { query: { after: 0 } })
    expect(rows.map((row) => row.id)).toContain(caseId)
    expect((await clients.auditor.refused('case', { params: { caseId } })).status).toBe(403)
    expect((await clients.auditor.document(caseId, 'ab'.repeat(32))).status).toBe(403)
  })
})

const FREE: readonly RouteName[] = [
  'signOut',
  'changePassword',
  'case',
  'commands',
  'calendar',
  'exchangeAudit',
  'rulePacks',
  'rulePackFiles',
]

/** A command of the kind about a case that does not exist. */
function commandOf(server: TestServer, kind: Command['kind']): Command {
  const caseId = v7()
  const decide = decideCommand(server, { caseId, token: 1 }, 1, decision('pass'))
  const { id, expectedVersion, recordedAt } = decide
  const envelope = { id, caseId, expectedVersion, recordedAt }
  switch (kind) {
    case 'decide':
      return decide
    case 'record-submission':
      return { ...envelope, kind, packageSha256: 'ab'.repeat(32), fileName: 'package.zip' }
    case 'record-notice':
      return { ...envelope, kind, notice: { kind: 'sms-sent' } }
    case 'adopt-rule-pack':
      return { ...envelope, kind, holdToken: 1, rulePack: '2026-11' }
    case 'answer-proposal':
      return { ...envelope, kind, holdToken: null, proposalId: v7(), answer: 'put-aside' }
    case 'record-call':
      return { ...envelope, kind, holdToken: null, round: 1, call: callRecord(recordedAt) }
    case 'leave-note':
      return { ...envelope, kind, holdToken: 1, round: 1, note: handOverNote('请先看执照') }
  }
}
