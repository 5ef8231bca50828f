import { describe, expect, it } from 'vitest'
import { createProgress, SetupFailure } from '../../../scripts/lib/progress.mjs'

function recorder() {
  const lines: string[] = []
  let time = 0
  const progress = createProgress({ write: (line) => lines.push(line), now: () => (time += 500) })
  return { lines, progress }
}

describe('progress', () => {
  it('prints one line per step, with its duration and note', async () => {
    const { lines, progress } = recorder()
    const value = await progress.step('dependencies', () => Promise.resolve({ note: 'unchanged', value: 7 }))
    expect(value).toBe(7)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^ok {4}dependencies +0\.5 s {2}unchanged$/)
  })

  it('says in one line what went wrong and passes the failure on with its remedy', async () => {
    const { lines, progress } = recorder()
    const failing = progress.step('runtime', () =>
      Promise.reject(new SetupFailure('no network', 'check the cable')),
    )
    await expect(failing).rejects.toMatchObject({ message: 'no network', remedy: 'check the cable' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^FAIL {2}runtime .* no network$/)
  })
})
