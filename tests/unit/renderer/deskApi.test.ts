import { reactive } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import * as desk from '../../../renderer/api/deskApi'
import { DeskApiError } from '../../../renderer/api/DeskApiError'

describe('deskApi', () => {
  it('throws a refused call with its failure', async () => {
    const failure = { code: 'locked-out', message: 'five wrong passwords', retryable: false } as const
    vi.stubGlobal('window', { desk: { invoke: () => Promise.resolve({ ok: false, error: failure }) } })
    const error = await desk
      .signIn({ username: 'zhou.min', password: 'wrong' })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DeskApiError)
    expect((error as DeskApiError).failure).toEqual(failure)
  })

  it('hands plain data to the bridge, which cannot clone proxies', async () => {
    const requests: unknown[] = []
    vi.stubGlobal('window', {
      desk: {
        invoke: (_: string, request: unknown) => {
          requests.push(structuredClone(request))
          return Promise.resolve({ ok: true, value: { total: 0, items: [] } })
        },
      },
    })
    const filter = reactive({ view: 'open' as const, provinces: ['330000'] })
    await desk.listQueue({ filter, sort: 'due', descending: false, offset: 0, limit: 1 })
    expect(requests).toEqual([
      {
        filter: { view: 'open', provinces: ['330000'] },
        sort: 'due',
        descending: false,
        offset: 0,
        limit: 1,
      },
    ])
  })
})
