import type { SyncStatus } from '../../../shared/ipc/models'

export interface Connection {
  readonly state: SyncStatus['connection']
  readonly since: string
  readonly lastSyncAt: string | null
}

export interface ConnectionTracker {
  read(): Connection
  /** Records how the last exchange with the server went; answers whether the state changed. */
  report(state: Exclude<SyncStatus['connection'], 'connecting'>, at: string): boolean
  /** Nothing is known yet: at start and after a sign-in. */
  reset(at: string): void
}

/** Since when there is, or is not, a connection. Never claims more than the last exchange showed. */
export function createConnectionTracker(startedAt: string): ConnectionTracker {
  let connection: Connection = { state: 'connecting', since: startedAt, lastSyncAt: null }
  return {
    read: () => connection,
    report(state, at) {
      const changed = connection.state !== state
      connection = {
        state,
        since: changed ? at : connection.since,
        lastSyncAt: state === 'online' ? at : connection.lastSyncAt,
      }
      return changed
    },
    reset(at) {
      connection = { state: 'connecting', since: at, lastSyncAt: null }
    },
  }
}
