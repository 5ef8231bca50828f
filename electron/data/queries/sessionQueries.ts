import { userSchema } from '../../../shared/protocol/apiModels'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import type { StoredSession } from '../dataOperations'
import { parseStored } from './storedJson'

interface SessionRow {
  readonly user_json: string
  readonly server_id: string
  readonly token: string | null
  readonly token_expires_at: string | null
  readonly refresh_token: string | null
  readonly reservations: number
  readonly signed_in_by: StoredSession['by']
}

/** The signed-in person and the position in the change feed. */
export function createSessionQueries(db: WritableDb) {
  const select = prepareRead<SessionRow>(
    db,
    'SELECT user_json, server_id, token, token_expires_at, refresh_token, reservations, signed_in_by FROM session WHERE id = 1',
  )
  const upsert = prepareWrite<{
    userJson: string
    serverId: string
    token: string | null
    tokenExpiresAt: string | null
    refreshToken: string | null
    reservations: number
    by: StoredSession['by']
  }>(
    db,
    `INSERT INTO session (id, user_json, server_id, token, token_expires_at, refresh_token, reservations,
       signed_in_by)
     VALUES (1, :userJson, :serverId, :token, :tokenExpiresAt, :refreshToken, :reservations, :by)
     ON CONFLICT (id) DO UPDATE SET user_json = excluded.user_json, server_id = excluded.server_id,
       token = excluded.token, token_expires_at = excluded.token_expires_at,
       refresh_token = excluded.refresh_token, reservations = excluded.reservations,
       signed_in_by = excluded.signed_in_by`,
  )
  const forgetToken = prepareWrite(
    db,
    'UPDATE session SET token = NULL, token_expires_at = NULL, refresh_token = NULL WHERE id = 1',
  )
  const selectFeed = prepareRead<{ readonly cursor: number; readonly pass: number }>(
    db,
    'SELECT cursor, pass FROM feed WHERE id = 1',
  )
  const selectResyncing = prepareRead<{ readonly isResyncing: number }>(
    db,
    'SELECT is_resyncing AS isResyncing FROM feed WHERE id = 1',
  )
  const startPass = prepareWrite(
    db,
    'UPDATE feed SET cursor = 0, pass = pass + 1, is_resyncing = 1 WHERE id = 1',
  )
  const finishPass = prepareWrite(db, 'UPDATE feed SET is_resyncing = 0 WHERE id = 1')
  const updateCursor = prepareWrite<{ cursor: number }>(db, 'UPDATE feed SET cursor = :cursor WHERE id = 1')

  return {
    save(session: StoredSession): void {
      upsert.run({
        userJson: JSON.stringify(session.user),
        serverId: session.serverId,
        token: session.token,
        tokenExpiresAt: session.tokenExpiresAt,
        refreshToken: session.refreshToken,
        reservations: session.reservations,
        by: session.by,
      })
    },
    read(): StoredSession | null {
      const row = select.get(NO_PARAMETERS)
      return row === undefined ? null : toSession(row)
    },
    clearToken(): void {
      forgetToken.run(NO_PARAMETERS)
    },
    cursor(): number {
      return selectFeed.get(NO_PARAMETERS)?.cursor ?? 0
    },
    /** How often the queue has been read from the beginning. */
    pass(): number {
      return selectFeed.get(NO_PARAMETERS)?.pass ?? 0
    },
    isResyncing: (): boolean => selectResyncing.get(NO_PARAMETERS)?.isResyncing === 1,
    /** The queue is read from the beginning. */
    beginPass(): void {
      startPass.run(NO_PARAMETERS)
    },
    endPass(): void {
      finishPass.run(NO_PARAMETERS)
    },
    moveCursor(cursor: number): void {
      updateCursor.run({ cursor })
    },
  }
}

function toSession(row: SessionRow): StoredSession {
  return {
    user: parseStored(userSchema, row.user_json, 'session.user_json'),
    serverId: row.server_id,
    token: row.token,
    tokenExpiresAt: row.token_expires_at,
    refreshToken: row.refresh_token,
    reservations: row.reservations,
    by: row.signed_in_by,
  }
}
