import type { User } from '../../../shared/protocol/apiModels'
import type { TrustedKey } from '../../../shared/rules/packSignature'
import type { StoredSession } from '../../data/dataOperations'
import type { BrowserPort } from '../ports/browserPort'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'

/** What the session stands on. */
export interface SessionParts {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly browser: BrowserPort
  readonly desktop: Pick<DesktopPort, 'saveText' | 'chooseBundle'>
  readonly serverUrl: string
  /** Folder of the profile of that account at this server; the name tells nobody whose it is. */
  readonly profileFolder: (username: string) => string
  /** Keys of the provider as this machine was given them; null: those that the server names are taken. */
  readonly providerKeys: readonly TrustedKey[] | null
  readonly now: () => string
  readonly notify: NotifyDesk
  readonly logUnexpected: (scope: string, cause: unknown) => void
  /** The profile is open; whatever has to be there before the first case is opened. */
  readonly onSignedIn: () => Promise<void>
  readonly onSignedOut: () => Promise<void>
  /** The desk has been locked: whatever still shows or remembers a case goes. */
  readonly onLocked: () => void
}

/** Who locked the desk, and wrong passwords since. */
export interface Locked {
  readonly user: User
  readonly by: StoredSession['by']
  failures: number
  /** Everything has stopped and the data key is forgotten. */
  readonly closed: Promise<void>
}
