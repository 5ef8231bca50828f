import { rmSync } from 'node:fs'
import path from 'node:path'
import { copyMachine, PROFILE_ENVIRONMENT } from './modelDesk'
import { PASSWORD } from './password'
import { openProfile, type OpenProfile } from '../../electron/data/profile/openProfile'

/** A profile that is open at the beginning of a sequence. What is written is one transaction until it is kept. */
export interface StandingProfile {
  readonly folder: string
  readonly profile: OpenProfile
  /** Commits: the process ends or the person signs out, and what comes then has to find it on disk. */
  keep(): void
  /** Rolls back to the beginning, for the next sequence. */
  giveBack(): void
}

/**
 * Profiles that stay open from one sequence to the next, because opening one costs as much as several exchanges. The
 * operations run in savepoints of a transaction that is rolled back; a profile that was kept is not used again.
 */
export function createStandingProfiles(folder: string) {
  const resting = new Map<string, StandingProfile>()
  let machines = 0

  async function make(username: string, beginning: string): Promise<StandingProfile> {
    machines += 1
    const machine = path.join(folder, `${username}-${String(machines)}`)
    copyMachine(beginning, machine)
    const opened = await openProfile(
      { folder: path.join(machine, 'profile'), password: PASSWORD, create: false },
      PROFILE_ENVIRONMENT,
    )
    if (!opened.ok) {
      throw new Error(`The beginning of ${username} cannot be opened: ${opened.error}`)
    }
    const profile = opened.value
    const { db, queries, documents, onScreen } = profile.context
    const standing: StandingProfile = {
      folder: machine,
      profile,
      keep() {
        db.exec('COMMIT')
      },
      giveBack() {
        db.exec('ROLLBACK')
        documents.keepOnly(queries.documents.storedFiles())
        onScreen.caseId = null
        resting.set(username, standing)
      },
    }
    return standing
  }

  return {
    /** The profile of that person as it lies in the folder `beginning`. */
    async lend(username: string, beginning: string): Promise<StandingProfile> {
      const standing = resting.get(username) ?? (await make(username, beginning))
      resting.delete(username)
      standing.profile.context.db.exec('BEGIN IMMEDIATE')
      return standing
    },
    close(): void {
      for (const { folder, profile } of resting.values()) {
        profile.context.db.close()
        rmSync(folder, { recursive: true, force: true })
      }
      resting.clear()
    },
  }
}
