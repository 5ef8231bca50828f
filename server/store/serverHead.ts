import { onlyRow, type Queryable } from './database'

/** Last entry of the server's own audit chain. */
export async function readServerHead(
  database: Queryable,
): Promise<{ readonly sequence: number; readonly hash: string }> {
  return onlyRow(
    await database.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head'),
  )
}
