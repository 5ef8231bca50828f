import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./printDeadlines.ts', import.meta.url))

async function printedIn(
  zone: string,
): Promise<{ readonly offset: number; readonly lines: readonly string[] }> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: zone },
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  })
  return JSON.parse(stdout) as { offset: number; lines: string[] }
}

describe('the machine zone', () => {
  it('changes nothing: the same deadlines in every zone', { timeout: 60_000 }, async () => {
    const shanghai = await printedIn('Asia/Shanghai')
    expect(shanghai.offset).toBe(-480)
    expect(shanghai.lines).toHaveLength(4 * 48)
    for (const [zone, offset] of [
      ['America/New_York', 300],
      ['Europe/London', 0],
      ['Pacific/Kiritimati', -840],
      ['Pacific/Pago_Pago', 660],
    ] as const) {
      const elsewhere = await printedIn(zone)
      // The zone was really in force, or this test would prove nothing.
      expect(elsewhere.offset).toBe(offset)
      expect(elsewhere.lines).toEqual(shanghai.lines)
    }
  })
})
