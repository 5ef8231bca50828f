import type { WorkingCalendar } from '../../../shared/calendar/workingCalendar'
import { refusal, success, type Result } from '../../../shared/result'
import { wrapKey, type KdfCost } from '../../common/crypto/passwordWrap'
import { wrapForRecovery } from '../../common/crypto/recoveryWrap'
import { inTransaction, type WritableDb } from '../connection/handles'
import { closeDatabase, markSuspect, openDatabase, type OpenedDatabase } from '../connection/openDatabase'
import { storageProblemOf } from '../connection/sqliteFailure'
import type { ProfileProblem } from '../dataOperations'
import { MIGRATIONS } from '../migrations/migrations'
import type { DataContext } from '../operations/dataContext'
import { dropCaseData } from '../operations/dropCaseData'
import { createQueries } from '../queries/queries'
import { createReplaceableClock } from '../../../shared/calendar/replaceable'
import { createDocumentStore } from './documentStore'
import { hasKeyring, readKeyring, writeKeyring, type Keyring } from './keyring'
import { createProfileKeys, type ProfileKeys } from './profileKeys'
import { removeUnused } from './removeUnused'
import {
  makeKeyring,
  unlock,
  unlockByRecovery,
  unwrapByPassword,
  type OpeningRequest,
  type Unlocked,
} from './unlock'

export interface ProfileEnvironment {
  readonly nativeBinding: string | undefined
  readonly randomBytes: (count: number) => Buffer
  readonly kdfCost: KdfCost
  readonly calendar: WorkingCalendar
}

export interface OpenProfile {
  readonly created: boolean
  readonly context: DataContext
  /** Makes this password the one that unlocks the profile; false when `former` is given and is not the one so far. */
  rewrap(password: string, former?: string): Promise<boolean>
  /** Whether nobody has signed in yet and a reply to an enrolment request is awaited. */
  waits(): boolean
  /** Somebody is signed in from now on. */
  settle(): void
  /** Wraps the data key for this recovery key as well, in place of an earlier one. */
  provideRecovery(recipient: string): Promise<void>
  /** To be told of errors of operations: one that speaks of a damaged file has the file checked at the next opening. */
  notice(error: unknown): void
  close(): void
  /** Closes it and removes its folder; throws when it does not wait. */
  remove(): void
}

/**
 * Unlocks a profile folder. Whatever stands in the way is answered by name and nothing is changed: a folder that has
 * a database and no keyring, or a used keyring and no database, is damaged and not a first start. With `create` a profile that
 * only waits for its enrolment takes the password that the server has taken, by being made anew where it has another.
 */
export function openProfile(
  request: OpeningRequest,
  environment: ProfileEnvironment,
): Promise<Result<OpenProfile, ProfileProblem>> {
  return opening(request.folder, environment, async () => {
    if (!hasKeyring(request.folder)) {
      return makeKeyring(request, environment)
    }
    const unlocked = await unlock(request)
    if (!request.create) {
      return unlocked
    }
    if (!unlocked.ok && unlocked.error === 'not-enrolled') {
      removeUnused(request.folder)
      return makeKeyring(request, environment)
    }
    return unlocked.ok ? success({ ...unlocked.value, keyring: proven(unlocked.value.keyring) }) : unlocked
  })
}

/** The server knows the person: what waited is a first start now. */
function proven(keyring: Keyring): Keyring {
  return keyring.state === 'waiting' ? { ...keyring, state: 'new' } : keyring
}

/**
 * Makes a profile that waits for its enrolment, in place of one that waits already. `in-use`: somebody has signed in.
 */
export function makeWaiting(
  { folder, password }: Pick<OpeningRequest, 'folder' | 'password'>,
  environment: ProfileEnvironment,
): Promise<Result<OpenProfile, ProfileProblem | 'in-use'>> {
  return opening<ProfileProblem | 'in-use'>(folder, environment, async () => {
    if (hasKeyring(folder)) {
      const keyring = readKeyring(folder)
      if (!keyring.ok || keyring.value.state === 'ready') {
        return keyring.ok ? refusal('in-use') : keyring
      }
      removeUnused(folder)
    }
    return makeKeyring({ folder, password, create: true }, environment, 'waiting')
  })
}

/** Opens what `unlocking` has unlocked; errors of the file system are told by name. */
async function opening<Problem extends string>(
  folder: string,
  environment: ProfileEnvironment,
  unlocking: () => Promise<Result<Unlocked, Problem>>,
): Promise<Result<OpenProfile, Problem | ProfileProblem>> {
  try {
    const unlocked = await unlocking()
    return unlocked.ok ? openUnlocked(folder, unlocked.value, environment) : unlocked
  } catch (error) {
    const problem = storageProblemOf(error)
    if (problem !== null) {
      return refusal(problem)
    }
    throw error
  }
}

/** Unlocks a profile folder by the team's recovery key, see `unlockByRecovery`. */
export async function openProfileByRecovery(
  { folder, identity }: { readonly folder: string; readonly identity: string },
  environment: ProfileEnvironment,
): Promise<Result<OpenProfile, ProfileProblem | 'no-recovery' | 'wrong-key'>> {
  const unlocked = await unlockByRecovery(folder, identity)
  return unlocked.ok ? openUnlocked(folder, unlocked.value, environment) : unlocked
}

function openUnlocked(
  folder: string,
  { keyring, dataKey }: Unlocked,
  environment: ProfileEnvironment,
): Result<OpenProfile, ProfileProblem> {
  const keys = createProfileKeys(dataKey)
  try {
    const opened = openDatabase({
      profileFolder: folder,
      key: keys.database,
      nativeBinding: environment.nativeBinding,
      migrations: MIGRATIONS,
      mustExist: keyring.state === 'ready',
    })
    const profile = opened.ok ? start(folder, { keyring, keys }, opened.value, environment) : opened
    if (!profile.ok) {
      keys.forget()
    }
    return profile
  } catch (error) {
    keys.forget()
    throw error
  }
}

interface Keys {
  readonly keyring: Keyring
  readonly keys: ProfileKeys
}

function start(
  folder: string,
  { keyring, keys }: Keys,
  { db, wasUnclean }: OpenedDatabase,
  environment: ProfileEnvironment,
): Result<OpenProfile, 'damaged'> {
  try {
    const context = createContext(folder, db, keys, environment)
    if (wasUnclean && !context.queries.audit.isIntact()) {
      db.close()
      return refusal('damaged')
    }
    tidyUp(context)
    if (keyring.state === 'new' || (keyring.state === 'waiting' && context.queries.session.read() !== null)) {
      writeKeyring(folder, { ...keyring, state: 'ready' })
    }
    return success(createOpenProfile(folder, { keyring, keys, context }, environment))
  } catch (error) {
    db.close()
    throw error
  }
}

function createContext(
  folder: string,
  db: WritableDb,
  keys: ProfileKeys,
  { randomBytes, calendar }: ProfileEnvironment,
): DataContext {
  const clock = createReplaceableClock(calendar)
  const queries = createQueries(db, clock)
  clock.replace(queries.calendar.find())
  return {
    db,
    queries,
    countBy: clock.replace,
    documents: createDocumentStore(folder, keys, randomBytes),
    onScreen: { caseId: null },
  }
}

/**
 * What the last run left unfinished: commands that were being sent go back into the queue, downloads that failed are
 * asked for again, cases that were only read leave, files that belong to nothing are removed.
 */
function tidyUp(context: DataContext): void {
  const { db, queries, documents } = context
  inTransaction(db, () => {
    queries.outbox.requeueInterrupted()
    queries.documents.forgetFailures()
    for (const caseId of queries.cases.abandoned('only-read')) {
      dropCaseData(context, caseId)
    }
  })
  documents.keepOnly(queries.documents.storedFiles())
}

async function opens(wraps: Keyring['wraps'], password: string): Promise<boolean> {
  const dataKey = await unwrapByPassword(wraps, password)
  dataKey?.fill(0)
  return dataKey !== null
}

interface Parts extends Keys {
  readonly context: DataContext
}

function createOpenProfile(
  folder: string,
  { keyring, keys, context }: Parts,
  { randomBytes, kdfCost }: ProfileEnvironment,
): OpenProfile {
  let { wraps } = keyring

  function waits(): boolean {
    return keyring.state === 'waiting' && context.queries.session.read() === null
  }

  function keep(next: Keyring['wraps']): void {
    writeKeyring(folder, { state: waits() ? 'waiting' : 'ready', wraps: next })
    wraps = next
  }

  function notice(error: unknown): void {
    if (storageProblemOf(error) === 'damaged') {
      markSuspect(folder)
    }
  }

  function close(): void {
    try {
      closeDatabase(context.db)
    } catch (error) {
      // It is closed all the same; damage met on the way is told at the next opening, when it can be acted on.
      notice(error)
      if (storageProblemOf(error) === null) {
        throw error
      }
    } finally {
      keys.forget()
    }
  }

  return {
    created: keyring.state === 'new',
    context,
    async rewrap(password, former) {
      if (former !== undefined && !(await opens(wraps, former))) {
        return false
      }
      const wrap = await wrapKey(keys.dataKey, password, kdfCost, randomBytes)
      keep([wrap, ...wraps.filter(({ kind }) => kind === 'recovery')])
      return true
    },
    async provideRecovery(recipient) {
      if (wraps.some((wrap) => wrap.kind === 'recovery' && wrap.recipient === recipient)) {
        return
      }
      const wrap = await wrapForRecovery(keys.dataKey, recipient)
      keep([...wraps.filter(({ kind }) => kind === 'password'), wrap])
    },
    waits,
    settle() {
      keep(wraps)
    },
    notice,
    close,
    remove() {
      if (!waits()) {
        throw new Error('Somebody has signed in to this profile')
      }
      close()
      removeUnused(folder)
    },
  }
}
