import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskApiError } from '../../../renderer/api/DeskApiError'
import { useAsyncAction } from '../../../renderer/composables/useAsyncAction'

const offline = new DeskApiError({ code: 'offline', message: 'no network', retryable: true })
const reported = vi.fn()

beforeEach(() => {
  reported.mockReset()
  vi.stubGlobal('reportError', reported)
})

describe('useAsyncAction', () => {
  it('is pending while it runs and gives the value', async () => {
    const action = useAsyncAction((n: number) => Promise.resolve(n * 2))
    const running = action.run(21)
    expect(action.pending.value).toBe(true)
    expect(await running).toBe(42)
    expect(action.pending.value).toBe(false)
    expect(action.failure.value).toBeNull()
  })

  it('keeps a refused call as failure and tries it again with the same arguments', async () => {
    const work = vi.fn((_: string) => Promise.resolve('sent'))
    work.mockRejectedValueOnce(offline)
    const action = useAsyncAction(work)
    expect(await action.run('BA-1')).toBeUndefined()
    expect(action.failure.value).toEqual(offline.failure)
    expect(await action.retry()).toBe('sent')
    expect(action.failure.value).toBeNull()
    expect(work.mock.calls).toEqual([['BA-1'], ['BA-1']])
    expect(reported).not.toHaveBeenCalled()
  })

  it('reports a bug and shows it as unexpected', async () => {
    const bug = new TypeError('of undefined')
    const action = useAsyncAction(() => Promise.reject(bug))
    await action.run()
    expect(reported).toHaveBeenCalledWith(bug)
    expect(action.failure.value?.code).toBe('unexpected')
  })

  it('shows the outcome of the last run only', async () => {
    let fail: (reason: Error) => void = () => undefined
    const first = new Promise<string>((_, reject) => {
      fail = reject
    })
    const work = vi.fn<() => Promise<string>>().mockReturnValueOnce(first).mockResolvedValueOnce('second')
    const action = useAsyncAction(work)
    const earlier = action.run()
    await action.run()
    fail(offline)
    await earlier
    expect(action.failure.value).toBeNull()
    expect(action.pending.value).toBe(false)
  })

  it('forgets a failure that was closed', async () => {
    const action = useAsyncAction(() => Promise.reject(offline))
    await action.run()
    action.dismiss()
    expect(action.failure.value).toBeNull()
  })
})
