import type { z } from 'zod'
import { apiRefusal, type ApiRefusal } from './apiRefusal'
import { createReuseHandlers, type ReuseRouteParts } from './reuseHandlers'
import { createRulePackHandlers } from './rulePackHandlers'
import type { createAttemptWindow } from '../accounts/attemptWindow'
import type { SignInDesk } from '../accounts/signIn'
import { applyCommand } from '../commands/applyCommand'
import type { RulePackParts } from '../rules/proposePack'
import type { RuleBook } from '../rules/ruleBook'
import { appendAudit } from '../store/auditChain'
import { findCase, type HeldCase } from '../store/cases'
import { readFeed } from '../store/changeFeed'
import { releaseCase } from '../store/endHolds'
import { drawNext, holdCase, reserveCases } from '../store/holds'
import { readRight } from '../store/readRights'
import { isoInstant } from '../system'
import { PROTOCOL_VERSION, type apiRoutes, type HealthReply, type User } from '../../shared/protocol/api'
import type { CommandOutcome } from '../../shared/protocol/commands'
import { currentRound } from '../../shared/protocol/case'
import { success, type Result } from '../../shared/result'

/** Cases a workstation keeps for work without a network: a quarter of an hour's work, so that colleagues have enough. */
const RESERVATIONS = 6

type Routes = typeof apiRoutes
type Part<Route, Name extends string> =
  Route extends Readonly<Record<Name, infer Schema extends z.ZodType>> ? z.output<Schema> : undefined

/** What a handler gets: the parsed parts of the request, and the person where the route asks for a session. */
export interface Asked<Route extends Routes[keyof Routes]> {
  readonly body: Part<Route, 'body'>
  readonly query: Part<Route, 'query'>
  readonly params: Part<Route, 'params'>
  readonly user: Route extends { readonly auth: 'session' } ? User : null
  readonly token: string | null
  readonly address: string
}

export type ApiHandlers = {
  readonly [Name in keyof Routes]: (
    asked: Asked<Routes[Name]>,
  ) => Promise<Result<z.output<Routes[Name]['reply']>, ApiRefusal>>
}

export interface ApiParts extends RulePackParts, ReuseRouteParts {
  readonly desk: SignInDesk
  readonly attempts: ReturnType<typeof createAttemptWindow>
  readonly ruleBook: RuleBook
  readonly serverId: string
  readonly auditState: () => HealthReply['audit']
  /** Called when decisions may be waiting for delivery. */
  readonly onDecided: () => void
}

/** What each JSON route does, by the name it has in the protocol. */
export function createApiHandlers(parts: ApiParts): ApiHandlers {
  const { database, desk, clock } = parts
  return {
    ...createRulePackHandlers(parts),
    ...createReuseHandlers(parts),
    health: async () => {
      await database.query('SELECT 1 AS alive')
      return success({ status: 'ok', protocol: PROTOCOL_VERSION, audit: parts.auditState() })
    },
    signIn: ({ body, address }) => signIn(parts, body, address),
    signOut: async ({ token }) => {
      await desk.signOut(token ?? '')
      return success({})
    },
    feed: async ({ query }) => success(await readFeed(database, { ...query, now: clock.now() })),
    drawNext: async ({ user }) => success({ drawn: await drawNext(database, user, clock.now()) }),
    hold: async ({ body, user }) => {
      const hold = await holdCase(database, user, body.caseId, clock.now())
      return hold.ok ? success({ hold: hold.value }) : apiRefusal(hold.error, 'The case cannot be held')
    },
    reserve: async ({ body, user }) => {
      const holds = await reserveCases(database, user, body.count, clock.now())
      return success({ holds: [...holds] })
    },
    release: async ({ body, user }) =>
      success({ released: await releaseCase(database, user, body, clock.now()) }),
    case: ({ params, user }) => readCase(parts, user, params.caseId),
    commands: async ({ body, user }) => {
      await parts.library.refresh(database)
      const outcomes: CommandOutcome[] = []
      for (const command of body.commands) {
        outcomes.push(await applyCommand(parts, user, command))
      }
      parts.onDecided()
      return success({ outcomes })
    },
  }
}

async function signIn(
  parts: ApiParts,
  { username, password }: { readonly username: string; readonly password: string },
  address: string,
): ReturnType<ApiHandlers['signIn']> {
  if (!parts.attempts.allows(address)) {
    return apiRefusal('locked-out', 'Too many attempts from this address; try again in a minute')
  }
  const session = await parts.desk.signIn(username, password)
  if (!session.ok) {
    const message =
      session.error === 'locked-out'
        ? 'Too many wrong passwords; the name is locked for a quarter of an hour'
        : 'User name or password is wrong'
    return apiRefusal(session.error, message)
  }
  const { token, expiresAt, user } = session.value
  return success({
    token,
    expiresAt: isoInstant(expiresAt),
    user,
    serverId: parts.serverId,
    reservations: RESERVATIONS,
  })
}

async function readCase(parts: ApiParts, user: User, caseId: string): ReturnType<ApiHandlers['case']> {
  const now = parts.clock.now()
  const right = await readRight(parts.database, user, caseId, now)
  if (right === 'forbidden') {
    return apiRefusal('forbidden', 'The case is neither held nor reserved by this person')
  }
  const held =
    right === 'supervised'
      ? await readSupervised(parts, user, caseId, now)
      : right === 'held'
        ? await findCase(parts.database, caseId, now)
        : null
  return held ? success(held.filingCase) : apiRefusal('not-found', 'There is no such case')
}

/**
 * A hold tells by itself who could read the case; a supervisor's look without one is recorded. The case is locked before
 * the chain of the audit, as everywhere: its entry refers to the case, and the other way round two of them would wait
 * for each other.
 */
async function readSupervised(
  parts: ApiParts,
  user: User,
  caseId: string,
  now: number,
): Promise<HeldCase | null> {
  return parts.database.transaction(async (tx) => {
    const held = await findCase(tx, caseId, now, 'lock')
    if (held) {
      const { version } = held.filingCase
      await appendAudit(tx, {
        at: now,
        kind: 'read-by-supervisor',
        caseId,
        round: currentRound(held.filingCase).round,
        actorId: user.id,
        detail: { caseVersion: version },
      })
    }
    return held
  })
}
