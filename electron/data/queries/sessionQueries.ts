import { userSchema } from '../../../shared/protocol/api'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import type { StoredSession } from '../dataOperations'
import { parseStored } from './storedJson'

interface SessionRow {
  readonly user_json: string
  readonly server_id: string
  readonly token: string | null
  readonly token_expires_at: string | null
  readonly reservations: number
}

/** The signed-in person and the position in the change feed. */
export function createSessionQueries(db: WritableDb) {
  const select = prepareRead<SessionRow>(
    db,
    'SELECT user_json, server_id, token, token_expires_at, reservations FROM session WHERE id = 1',
  )
  const upsert = prepareWrite<{
    userJson: string
    serverId: string
    token: string | null
    tokenExpiresAt: string | null
    reservations: number
  }>(
    db,
    `INSERT INTO session (id, user_json, server_id, token, token_expires_at, reservations)
     VALUES (1, :userJson, :serverId, :token, :tokenExpiresAt, :reservations)
     ON CONFLICT (id) DO UPDATE SET user_json = excluded.user_json, server_id = excluded.server_id,
       token = excluded.token, token_expires_at = excluded.token_expires_at, reservations = excluded.reservations`,
  )
  const forgetToken = prepareWrite(
    db,
    'UPDATE session SET token = NULL, token_expires_at = NULL WHERE id = 1',
  )
  const selectCursor = prepareRead<{ readonly cursor: number }>(db, 'SELECT cursor FROM feed WHERE id = 1')
  const updateCursor = prepareWrite<{ cursor: number }>(db, 'UPDATE feed SET cursor = :cursor WHERE id = 1')

  return {
    save(session: StoredSession): void {
      upsert.run({
        userJson: JSON.stringify(session.user),
        serverId: session.serverId,
        token: session.token,
        tokenExpiresAt: session.tokenExpiresAt,
        reservations: session.reservations,
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
      return selectCursor.get(NO_PARAMETERS)?.cursor ?? 0
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
    reservations: row.reservations,
  }
}
