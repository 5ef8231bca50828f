import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../server/accounts/createTurns'

describe('Work in turns', () => {
  it('runs so many at once, the others in the order of coming, also behind one that fails', async () => {
    const inTurn = createTurns(2)
    const begun: number[] = []
    const ends = new Map<number, () => void>()
    const fails = new Map<number, (error: Error) => void>()
    const work = [1, 2, 3, 4, 5].map((number) =>
      inTurn(
        () =>
          new Promise<void>((resolve, reject) => {
            begun.push(number)
            ends.set(number, resolve)
            fails.set(number, reject)
          }),
      ),
    )
    expect(begun).toEqual([1, 2])
    fails.get(2)?.(new Error('second'))
    await expect(work[1]).rejects.toThrow('second')
    expect(begun).toEqual([1, 2, 3])
    ends.get(1)?.()
    await work[0]
    ends.get(3)?.()
    await work[2]
    expect(begun).toEqual([1, 2, 3, 4, 5])
    ends.get(4)?.()
    ends.get(5)?.()
    await Promise.all([work[3], work[4]])
    await inTurn(() => Promise.resolve())
    await inTurn(() => Promise.resolve())
    await expect(inTurn(() => Promise.resolve('free'))).resolves.toBe('free')
  })
})
