import { describe, expect, it } from 'vitest'
import { createExclusive } from '../../../electron/workflows/sync/exclusive'

describe('turns', () => {
  it('runs one task at a time, in the order in which they came', async () => {
    const turn = createExclusive()
    const seen: string[] = []
    let finishFirst: () => void = () => undefined
    const first = turn(async () => {
      seen.push('first begins')
      await new Promise<void>((resolve) => {
        finishFirst = resolve
      })
      seen.push('first ends')
    })
    const second = turn(() => Promise.resolve(seen.push('second')))
    await new Promise((resolve) => setImmediate(resolve))
    expect(seen).toEqual(['first begins'])
    finishFirst()
    await Promise.all([first, second])
    expect(seen).toEqual(['first begins', 'first ends', 'second'])
  })

  it('goes on after a task that failed, and its failure stays with whoever asked', async () => {
    const turn = createExclusive()
    const failing = turn(() => Promise.reject(new Error('broken')))
    const next = turn(() => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('broken')
    await expect(next).resolves.toBe('done')
  })
})
