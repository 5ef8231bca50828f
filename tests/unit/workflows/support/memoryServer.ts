import { createHash } from 'node:crypto'
import type { ReviewServerPort, ServerResult } from '../../../../electron/workflows/ports/reviewServerPort'
import { nextState, type CaseAction } from '../../../../shared/filing/caseStates'
import { drawableStates, offeredStates } from '../../../../shared/filing/drawing'
import { NOTICE_ACTIONS } from '../../../../shared/filing/noticeAction'
import type { ShiftMove } from '../../../../shared/review/day/shift'
import type { DrawReason, SignInReply, User } from '../../../../shared/protocol/apiModels'
import { currentRound, type Case, type Hold, type QueueRow } from '../../../../shared/protocol/case'
import type { Command, CommandOutcome } from '../../../../shared/protocol/commands'
import type { ActivePack } from '../../../../shared/protocol/rulePacks'
import type { CompanySignInRequest, CompanyWay } from '../../../../shared/protocol/companySignIn'
import { filingFacts } from '../../../../shared/protocol/filingFacts'
import { refusal, success } from '../../../../shared/result'
import type { SpecimenCase } from './specimenCase'

type Outcome = CommandOutcome extends infer O ? (O extends { id: string } ? Omit<O, 'id'> : never) : never

type AdoptCommand = Extract<Command, { kind: 'adopt-rule-pack' }>

interface Account {
  readonly user: User
  password: string
  /** The password was given by somebody else. */
  isOneTime?: boolean
}

interface Held extends Hold {
  readonly userId: string
}

const HOLD_MS = 4 * 3_600_000
const SERVER_ID = '01999f3c-7a10-7cc1-8a55-0d5f5a1fffff'

/**
 * The review server's promises in memory, for tests of the workstation's side: fenced holds, a feed in order of
 * change, commands applied once. The real server has its own tests; e2e joins both.
 */
export function createMemoryServer(options: { readonly now: () => string; readonly reservations: number }) {
  const cases = new Map<string, Case>()
  const documents = new Map<string, Uint8Array>()
  const holds = new Map<string, Held>()
  const positions = new Map<string, number>()
  const outcomes = new Map<string, Outcome>()
  const tokens = new Map<string, Account>()
  const refreshTokens = new Map<string, Account>()
  let pairs = 0
  const accounts: Account[] = []
  /** What desks brought from the identity provider; a code is the user name of whom it proves. */
  const companyRequests: CompanySignInRequest[] = []
  let company: CompanyWay | null = null
  let isAuditRefused = false
  const shiftMoves: ShiftMove[] = []
  const rulePacks = new Map<
    string,
    { readonly pack: ActivePack; readonly files: Readonly<Record<string, unknown>> }
  >()
  let position = 0
  let lastToken = 0

  const nowMs = (): number => Date.parse(options.now())
  const publish = (caseId: string): void => {
    position += 1
    positions.set(caseId, position)
  }

  function liveHold(caseId: string): Held | undefined {
    const hold = holds.get(caseId)
    return hold && Date.parse(hold.expiresAt) > nowMs() ? hold : undefined
  }

  function take(caseId: string, user: User, kind: Hold['kind']): Held {
    const before = liveHold(caseId)
    const own = before?.userId === user.id ? before : undefined
    lastToken += own ? 0 : 1
    const expiresAt = new Date(nowMs() + HOLD_MS).toISOString()
    const since = own?.since ?? options.now()
    const hold = { caseId, token: own?.token ?? lastToken, kind, since, expiresAt, userId: user.id }
    holds.set(caseId, hold)
    publish(caseId)
    return hold
  }

  function offered(user: User): readonly Case[] {
    return [...cases.values()]
      .filter(({ state }) => offeredStates(user.role).includes(state))
      .sort(
        (a, b) =>
          rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt) || a.orderNumber.localeCompare(b.orderNumber),
      )
  }

  function holdsOf(user: User): readonly Hold[] {
    return [...holds.keys()]
      .map(liveHold)
      .filter((hold) => hold?.userId === user.id)
      .map((hold) => withoutUser(hold as Held))
  }

  function apply(command: Command, user: User): Outcome {
    const filingCase = cases.get(command.caseId)
    if (!filingCase) {
      return refused('not-found')
    }
    const hold = liveHold(command.caseId)
    if (command.kind === 'decide' && (hold?.userId !== user.id || hold.token !== command.holdToken)) {
      return refused('hold-lost')
    }
    if (filingCase.version !== command.expectedVersion) {
      return refused('stale-version')
    }
    if (command.kind === 'adopt-rule-pack') {
      return adopt(filingCase, command, user)
    }
    const state = nextState(filingCase.state, actionOf(command), user.role, filingFacts(filingCase, user.id))
    if (state === null) {
      return refused('illegal-move')
    }
    const caseVersion = filingCase.version + 1
    const auditHash = createHash('sha256').update(command.id).digest('hex')
    const decisions =
      command.kind !== 'decide'
        ? filingCase.decisions
        : [
            ...filingCase.decisions,
            {
              commandId: command.id,
              round: filingCase.rounds.length,
              caseVersion,
              decision: command.decision,
              decidedBy: { userId: user.id, displayName: user.displayName },
              decidedAt: options.now(),
              auditHash,
            },
          ]
    cases.set(command.caseId, { ...filingCase, state, version: caseVersion, decisions })
    holds.delete(command.caseId)
    publish(command.caseId)
    return { outcome: 'applied', caseVersion, auditHash }
  }

  function adopt(filingCase: Case, command: AdoptCommand, user: User): Outcome {
    if (liveHold(filingCase.id)?.token !== command.holdToken) {
      return refused('hold-lost')
    }
    if (!rulePacks.has(command.rulePack)) {
      return refused('rule-pack-unknown')
    }
    const version = filingCase.version + 1
    const entry = {
      at: options.now(),
      kind: 'rule-pack-adopted' as const,
      round: filingCase.rounds.length,
      actor: user.displayName,
    }
    const timeline = [...filingCase.timeline, entry]
    cases.set(filingCase.id, { ...filingCase, rulePack: command.rulePack, version, timeline })
    publish(filingCase.id)
    const auditHash = createHash('sha256').update(command.id).digest('hex')
    return { outcome: 'applied', caseVersion: version, auditHash }
  }

  function openTokens(account: Account): { readonly token: string; readonly refreshToken: string } {
    pairs += 1
    const token = `session-token-of-${account.user.username}-${String(pairs)}`
    const refreshToken = `refresh-token-of-${account.user.username}-${String(pairs)}`
    tokens.set(token, account)
    refreshTokens.set(refreshToken, account)
    return { token, refreshToken }
  }

  /** Runs a call for the person behind the token. */
  async function as<T>(token: string, run: (user: User) => ServerResult<T>): Promise<ServerResult<T>> {
    const account = tokens.get(token)
    return Promise.resolve(account ? run(account.user) : refusal('unauthenticated' as const))
  }

  function withCase<T>(user: User, caseId: string, run: (filingCase: Case) => T): ServerResult<T> {
    const filingCase = cases.get(caseId)
    if (!filingCase) {
      return refusal('not-found')
    }
    const may = user.role === 'supervisor' || liveHold(caseId)?.userId === user.id
    return may ? success(run(filingCase)) : refusal('forbidden')
  }

  function signedIn(account: Account): SignInReply {
    return {
      ...openTokens(account),
      expiresAt: new Date(nowMs() + 12 * 3_600_000).toISOString(),
      user: account.user,
      serverId: SERVER_ID,
      reservations: options.reservations,
    }
  }

  const port: ReviewServerPort = {
    signIn({ username, password, newPassword }) {
      const account = accounts.find((candidate) => candidate.user.username === username)
      if (account?.password !== password) {
        return Promise.resolve(refusal('wrong-credentials'))
      }
      if (account.isOneTime === true && newPassword === undefined) {
        return Promise.resolve(refusal('one-time-password'))
      }
      account.password = newPassword ?? password
      account.isOneTime = false
      return Promise.resolve(success(signedIn(account)))
    },
    signInWays: () => Promise.resolve(success({ company })),
    companySignIn(request) {
      const account = accounts.find(({ user }) => user.username === request.code)
      companyRequests.push(request)
      return Promise.resolve(account ? success(signedIn(account)) : refusal('identity-unknown' as const))
    },
    changePassword: (token, { password, newPassword }) =>
      as(token, (user) => {
        const account = accounts.find((candidate) => candidate.user.id === user.id)
        if (account?.password !== password) {
          return refusal('wrong-credentials')
        }
        account.password = newPassword
        return success(null)
      }),
    accounts: () => Promise.resolve(refusal('forbidden')),
    manageAccount: () => Promise.resolve(refusal('forbidden')),
    refresh({ refreshToken }) {
      const account = refreshTokens.get(refreshToken)
      const expiresAt = new Date(nowMs() + 15 * 60_000).toISOString()
      return Promise.resolve(
        account
          ? success({ ...openTokens(account), expiresAt, user: account.user })
          : refusal('unauthenticated' as const),
      )
    },
    signOut: (token) => as(token, () => (tokens.delete(token), success(null))),
    feed: (token, after) =>
      as(token, () => {
        const changed = [...positions].filter(([, at]) => at > after).sort(([, a], [, b]) => a - b)
        const page = changed.slice(0, 5)
        const rows = page.map(([caseId]) => rowOf(cases.get(caseId) as Case, liveHold(caseId), accounts))
        return success({ rows, cursor: page.at(-1)?.[1] ?? after, more: changed.length > page.length })
      }),
    drawNext: (token) =>
      as(token, (user) => {
        const next = offered(user).find(({ id }) => {
          const hold = liveHold(id)
          return !hold || (hold.userId === user.id && hold.kind === 'reservation')
        })
        return success(
          next ? { hold: withoutUser(take(next.id, user, 'hold')), reason: reasonOf(next) } : null,
        )
      }),
    hold: (token, caseId) =>
      as(token, (user) => {
        const other = liveHold(caseId)
        const free = !other || other.userId === user.id
        const state = cases.get(caseId)?.state
        return free && state !== undefined && drawableStates(user.role).includes(state)
          ? success(withoutUser(take(caseId, user, 'hold')))
          : refusal('conflict')
      }),
    reserve: (token, count) =>
      as(token, (user) => {
        const own = holdsOf(user).filter(({ kind }) => kind === 'reservation').length
        for (const { id } of offered(user)
          .filter((candidate) => !liveHold(candidate.id))
          .slice(0, Math.max(0, count - own))) {
          take(id, user, 'reservation')
        }
        return success(holdsOf(user))
      }),
    release: (token, caseId, holdToken) =>
      as(token, () => {
        if (liveHold(caseId)?.token === holdToken) {
          holds.delete(caseId)
          publish(caseId)
        }
        return success(null)
      }),
    readCase: (token, caseId) => as(token, (user) => withCase(user, caseId, (filingCase) => filingCase)),
    deliver: (token, commands) =>
      as(token, (user) =>
        success(
          commands.map((command) => {
            const outcome = outcomes.get(command.id) ?? apply(command, user)
            outcomes.set(command.id, outcome)
            return { id: command.id, ...outcome }
          }),
        ),
      ),
    // Moving holds has tests against the real server.
    colleagues: () => Promise.resolve(refusal('forbidden')),
    onShift: () => Promise.resolve(refusal('forbidden')),
    breakHold: () => Promise.resolve(refusal('forbidden')),
    handOver: () => Promise.resolve(refusal('forbidden')),
    tellShift: (token, moves) =>
      as(token, () => {
        shiftMoves.push(...moves.map(({ move }) => move))
        return success(null)
      }),
    // Exports have tests against a server of their own.
    exportableCases: () => Promise.resolve(refusal('forbidden')),
    registerExport: () => Promise.resolve(refusal('forbidden')),
    exportRegister: () => Promise.resolve(refusal('forbidden')),
    // Nudges have tests of their own; the loop does without them.
    nudges: () => Promise.resolve(refusal('not-found')),
    // Late decisions have tests against the real server; this one keeps none.
    ownProposals: (token) => as(token, () => success([])),
    calendar: (token) => as(token, () => success({ revision: 0, calendar: null, changed: null })),
    changeCalendar: () => Promise.resolve(refusal('forbidden')),
    // Audit chains have tests against the real server; this one does not know them, or refuses them all.
    exchangeAudit: () =>
      Promise.resolve(
        isAuditRefused
          ? success({
              outcome: 'refused' as const,
              problem: 'truncated' as const,
              known: { sequence: 9, hash: '0'.repeat(64) },
            })
          : refusal('not-found'),
      ),
    auditEntries: () => Promise.resolve(refusal('forbidden')),
    auditState: () => Promise.resolve(refusal('forbidden')),
    sampling: () => Promise.resolve(refusal('forbidden')),
    feedback: () => Promise.resolve(refusal('forbidden')),
    keepCertificate: () => Promise.resolve(refusal('forbidden')),
    figures: () => Promise.resolve(refusal('forbidden')),
    startSampling: () => Promise.resolve(refusal('forbidden')),
    samplingRegister: () => Promise.resolve(refusal('forbidden')),
    controls: () => Promise.resolve(refusal('forbidden')),
    planControls: () => Promise.resolve(refusal('forbidden')),
    endControl: () => Promise.resolve(refusal('forbidden')),
    stockControl: () => Promise.resolve(refusal('forbidden')),
    callFigures: () => Promise.resolve(refusal('forbidden')),
    smsResults: () => Promise.resolve(refusal('forbidden')),
    readDocumentPart: (token, caseId, sha256, { start, length }) =>
      as(token, (user) =>
        withCase(user, caseId, () => {
          const bytes = documents.get(sha256) ?? new Uint8Array()
          return bytes.slice(start, start + length)
        }),
      ),
    readDocument: (token, caseId, sha256) =>
      as(token, (user) => {
        const bytes = documents.get(sha256)
        return bytes ? withCase(user, caseId, () => bytes) : refusal('not-found')
      }),
    searchReuse: (token) =>
      as(token, () =>
        success({ pictures: [], values: [], coverage: { pictures: documents.size, compared: 0 } }),
      ),
    openReused: (token) => as(token, () => refusal('not-found')),
    listRulePacks: (token) => as(token, () => success([...rulePacks.values()].map(({ pack }) => pack))),
    readRulePack: (token, version) =>
      as(token, () => {
        const found = rulePacks.get(version)
        return found ? success(found.files) : refusal('not-found')
      }),
    ...supervisorsCalls(),
    abandon: () => undefined,
  }

  return {
    port,
    addAccount(user: User, password: string): void {
      accounts.push({ user, password })
    },
    /** As a supervisor does on the server. */
    givePassword(username: string, password: string, isOneTime: boolean): void {
      const account = accounts.find(({ user }) => user.username === username)
      Object.assign(account ?? {}, { password, isOneTime })
    },
    offerCompany(way: CompanyWay | null): void {
      company = way
    },
    companyRequests,
    /** What was told of shifts, in order. */
    shiftMoves: (): readonly ShiftMove[] => shiftMoves,
    /** As after a profile was put back from a backup. */
    refuseAudit(): void {
      isAuditRefused = true
    },
    receive(specimen: SpecimenCase): void {
      cases.set(specimen.filingCase.id, specimen.filingCase)
      specimen.documents.forEach((bytes, sha256) => documents.set(sha256, bytes))
      publish(specimen.filingCase.id)
    },
    /** Puts a pack into force; `pack` is what the list says of it. */
    addRulePack(pack: ActivePack, files: Readonly<Record<string, unknown>>): void {
      rulePacks.set(pack.version, { pack, files })
    },
    /** As if the round had come in while that pack was in force. */
    pinCase(caseId: string, rulePack: string): void {
      const filingCase = cases.get(caseId)
      if (filingCase) {
        cases.set(caseId, { ...filingCase, rulePack })
      }
    },
    /** Ends every session, as a password change or a restart without its sessions would. */
    endSessions: (): void => {
      tokens.clear()
      refreshTokens.clear()
    },
    /** Access tokens run out; sign-ins go on. */
    endAccess: (): void => tokens.clear(),
    takeHold(caseId: string): void {
      holds.delete(caseId)
      publish(caseId)
    },
    bytesOf: (sha256: string): Uint8Array => documents.get(sha256) ?? new Uint8Array(),
    replaceBytes: (sha256: string, bytes: Uint8Array): unknown => documents.set(sha256, bytes),
    caseOf(caseId: string): Case {
      const filingCase = cases.get(caseId)
      if (!filingCase) {
        throw new Error('No such case on the server')
      }
      return filingCase
    },
    cases: (): readonly Case[] => [...cases.values()],
    holderOf: (caseId: string): string | undefined => liveHold(caseId)?.userId,
    holdOf: (caseId: string): Hold | undefined => liveHold(caseId),
    outcomes: (): ReadonlyMap<string, Outcome> => outcomes,
  }
}

/** What supervisors do with packs is the real server's, and tested there. */
function supervisorsCalls(): Pick<
  ReviewServerPort,
  | 'rulePackOverview'
  | 'proposeRulePack'
  | 'diffRulePack'
  | 'dryRunRulePack'
  | 'dryRunChanges'
  | 'activateRulePack'
  | 'withdrawRulePack'
> {
  const absent = () => Promise.resolve(refusal('not-found' as const))
  return {
    rulePackOverview: absent,
    proposeRulePack: absent,
    diffRulePack: absent,
    dryRunRulePack: absent,
    dryRunChanges: absent,
    activateRulePack: absent,
    withdrawRulePack: absent,
  }
}

function actionOf(command: Exclude<Command, AdoptCommand>): CaseAction {
  switch (command.kind) {
    case 'decide':
      return command.decision.verdict
    case 'record-submission':
      return 'submit'
    case 'record-notice':
      return NOTICE_ACTIONS[command.notice.kind]
    case 'answer-proposal':
    case 'record-call':
    case 'leave-note':
      throw new Error('This server keeps neither proposals nor calls nor notes')
  }
}

/** Review order: what a supervisor must settle, then photos, then the rest. */
function rank({ state }: Case): number {
  return state === 'escalated' ? 0 : state === 'photo-review' ? 1 : 2
}

function reasonOf({ state }: Case): DrawReason {
  return state === 'escalated' ? 'escalated' : state === 'photo-review' ? 'photo-waiting' : 'due-first'
}

function withoutUser({ caseId, token, kind, since, expiresAt }: Held): Hold {
  return { caseId, token, kind, since, expiresAt }
}

function refused(code: Extract<CommandOutcome, { outcome: 'refused' }>['code']): Outcome {
  return { outcome: 'refused', code, message: code }
}

function rowOf(filingCase: Case, hold: Held | undefined, accounts: readonly Account[]): QueueRow {
  const { application, documents, round, submittedAt } = currentRound(filingCase)
  const services = 'services' in application ? application.services : []
  const holder = accounts.find(({ user }) => user.id === hold?.userId)?.user
  const { id, orderNumber, version, state, province, dueAt } = filingCase
  return {
    ...{ id, orderNumber, version, round, state, province, submittedAt, dueAt },
    filingType: application.filingType,
    entityKind: application.entity.kind,
    entityName: application.entity.kind === 'individual' ? '某＊' : application.entity.name,
    serviceNames: services.map(({ name }) => name),
    serviceKinds: services.map(({ kind }) => kind),
    documentCount: documents.length,
    holder:
      hold && holder
        ? {
            ...{ userId: holder.id, displayName: holder.displayName },
            ...{ kind: hold.kind, since: hold.since, expiresAt: hold.expiresAt },
          }
        : null,
  }
}
