import { expect } from 'vitest'
import type { TestServer } from './serverHarness'

/**
 * What comes of requests that cross: each has come as far as it can before the first of them is committed, because all of
 * them write to the audit. PostgreSQL alone; with the other database nothing crosses.
 */
export async function crossed(
  server: TestServer,
  requests: ReadonlyArray<() => Promise<unknown>>,
): Promise<readonly unknown[]> {
  const database = await server.place.open()
  const waiting = async () => {
    const rows = await database.query(
      `SELECT 1 AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    return rows.length
  }
  try {
    const begun: Promise<unknown>[] = []
    await database.transaction(async (tx) => {
      await tx.query('SELECT sequence FROM audit_head FOR UPDATE')
      for (const request of requests) {
        begun.push(request().catch((error: unknown) => error))
        await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThanOrEqual(begun.length)
      }
    })
    return await Promise.all(begun)
  } finally {
    await database.close()
  }
}
