import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeOperations, PASSWORD, temporaryFolder } from './dataDesk'

const SCRIPT = fileURLToPath(new URL('./decideUntilKilled.ts', import.meta.url))

/** Lets the process confirm so many decisions, then kills it in the middle of whatever it does next. */
async function decideAndKill(folder: string, first: number, confirmations: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder, PASSWORD, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const confirmed: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    confirmed.push(line)
    if (confirmed.length === confirmations) {
      child.kill('SIGKILL')
    }
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return confirmed
}

describe('kill -9 while deciding', () => {
  it('leaves every confirmed decision in the outbox, time after time', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const confirmed: string[] = []
    for (const [round, count] of [3, 11, 7].entries()) {
      confirmed.push(...(await decideAndKill(folder, 1 + round * 10_000, count)))
      const data = makeOperations()
      expect(await data.openProfile({ folder, password: PASSWORD, create: false })).toMatchObject({
        ok: true,
      })
      const waiting = data.listOutbox()
      const ids = new Set(waiting.map((item) => item.id))
      expect(confirmed.filter((id) => !ids.has(id))).toEqual([])
      expect(waiting.every((item) => item.state === 'queued')).toBe(true)
      data.closeProfile()
    }
    expect(confirmed.length).toBeGreaterThanOrEqual(21)
  })
})
