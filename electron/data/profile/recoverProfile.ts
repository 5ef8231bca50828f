import type { Command } from '../../../shared/protocol/commands'
import type { User } from '../../../shared/protocol/apiModels'
import { success, type Result } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { ProfileProblem } from '../dataOperations'
import { openProfileByRecovery, type ProfileEnvironment } from './openProfile'

/** What a recovered desk had not sent: commands as they wait, oldest first, with what the server said of each. */
interface RecoveredDesk {
  readonly user: User | null
  readonly unsent: readonly {
    readonly command: Command
    readonly state: string
    readonly orderNumber: string
  }[]
}

interface Request {
  readonly folder: string
  /** Private half of the recovery key. */
  readonly identity: string
  readonly newPassword: string
  /** ISO instant. */
  readonly now: string
}

/**
 * Opens a profile whose password is lost, writes down in its audit chain that this was done, and makes another password
 * the one that unlocks it. Nothing leaves the outbox: the person's next sign-in sends it.
 */
export async function recoverProfile(
  { folder, identity, newPassword, now }: Request,
  environment: ProfileEnvironment,
): Promise<Result<RecoveredDesk, ProfileProblem | 'no-recovery' | 'wrong-key'>> {
  const opened = await openProfileByRecovery({ folder, identity }, environment)
  if (!opened.ok) {
    return opened
  }
  const profile = opened.value
  try {
    const { db, queries } = profile.context
    const user = queries.session.read()?.user ?? null
    const unsent = queries.outbox.list().flatMap(({ id, state, orderNumber }) => {
      const command = queries.outbox.find(id)?.command ?? null
      return command === null ? [] : [{ command, state, orderNumber }]
    })
    inTransaction(db, () => {
      for (const caseId of new Set(unsent.map(({ command }) => command.caseId))) {
        const detail = { unsent: unsent.filter(({ command }) => command.caseId === caseId).length }
        queries.audit.append({ at: now, actor: user?.id ?? '', action: 'desk-recovered', caseId, detail })
      }
    })
    await profile.rewrap(newPassword)
    return success({ user, unsent })
  } finally {
    profile.close()
  }
}
