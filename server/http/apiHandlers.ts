import type { z } from 'zod'
import { apiRefusal, type ApiRefusal } from './apiRefusal'
import { createAuditHandlers } from './auditHandlers'
import { createCalendarHandlers } from './calendarHandlers'
import { createCallHandlers } from './callHandlers'
import { createControlHandlers } from './controlHandlers'
import { createExportHandlers } from './exportHandlers'
import { createFeedbackHandlers } from './feedbackHandlers'
import { createFigureHandlers } from './figureHandlers'
import { createHoldHandlers } from './holdHandlers'
import { createReuseHandlers, type ReuseRouteParts } from './reuseHandlers'
import { createRulePackHandlers } from './rulePackHandlers'
import { createSamplingHandlers } from './samplingHandlers'
import { createSmsResultHandlers } from './smsResultHandlers'
import { createSessionHandlers, type SessionParts } from './sessionHandlers'
import type { ServerSigner } from '../audit/serverSigner'
import type { CalendarInForce } from '../calendar/calendarInForce'
import { enrolDesk } from '../carry/enrolDesk'
import { applyCommand } from '../commands/applyCommand'
import type { DocumentStore } from '../documents/documentStore'
import type { RulePackParts } from '../rules/proposePack'
import type { RuleBook } from '../rules/ruleBook'
import { shownCase } from '../sampling/shownCase'
import { appendAudit } from '../store/auditChain'
import { findCase, type HeldCase } from '../store/cases'
import { readFeed } from '../store/changeFeed'
import { readFates } from '../store/proposals'
import { readRight } from '../store/readRights'
import { type apiRoutes } from '../../shared/protocol/api'
import { PROTOCOL_VERSION, type HealthReply, type User } from '../../shared/protocol/apiModels'
import type { CommandOutcome } from '../../shared/protocol/commands'
import { currentRound } from '../../shared/protocol/case'
import { success, type Result } from '../../shared/result'

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

export interface ApiParts extends RulePackParts, ReuseRouteParts, SessionParts {
  readonly ruleBook: RuleBook
  readonly calendar: CalendarInForce
  readonly documents: DocumentStore
  readonly signer: ServerSigner
  readonly auditState: () => HealthReply['audit']
  /** Told why health says that nothing can be kept. */
  readonly onStorageFailing: (error: unknown) => void
  /** Called when decisions may be waiting for delivery. */
  readonly onDecided: () => void
}

/** What each JSON route does, by the name it has in the protocol. */
export function createApiHandlers(parts: ApiParts): ApiHandlers {
  const { database, clock } = parts
  return {
    ...createRulePackHandlers(parts),
    ...createReuseHandlers(parts),
    ...createHoldHandlers(parts),
    ...createSessionHandlers(parts),
    ...createAuditHandlers(parts),
    ...createExportHandlers(parts),
    ...createSamplingHandlers(parts),
    ...createControlHandlers(parts),
    ...createSmsResultHandlers(parts),
    ...createFigureHandlers(parts),
    ...createFeedbackHandlers(parts),
    ...createCallHandlers(parts),
    ...createCalendarHandlers(parts),
    health: async () => {
      await database.query('SELECT 1 AS alive')
      const storage = await parts.documents.check().then(
        () => 'ok' as const,
        (error: unknown) => {
          parts.onStorageFailing(error)
          return 'failing' as const
        },
      )
      return success({ status: 'ok', protocol: PROTOCOL_VERSION, storage, audit: parts.auditState() })
    },
    feed: async ({ query }) => success(await readFeed(database, { ...query, now: clock.now() })),
    enrolDesk: async ({ body, user }) => success(await enrolDesk(parts, user.id, body)),
    ownProposals: async ({ user }) => success({ proposals: await readFates(database, user.id) }),
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
  if (!held) {
    return apiRefusal('not-found', 'There is no such case')
  }
  return success(await shownCase(parts.database, held.filingCase, user.id))
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
