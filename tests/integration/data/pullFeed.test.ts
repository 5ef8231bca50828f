import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { pullFeed } from '../../../electron/workflows/sync/pullFeed'
import type { QueueRow } from '../../../shared/protocol/case'
import { success } from '../../../shared/result'
import { openDesk } from './dataDesk'
import { makeRow, NOW, REVIEWER } from './sampleData'

/** Rows in pages of two, as a server that has five of them. */
const PAGES: readonly (readonly QueueRow[])[] = [
  [makeRow(1), makeRow(2)],
  [makeRow(3), makeRow(4)],
  [makeRow(5)],
]

type Page = Parameters<DataOperations['applyFeed']>[0]

/** Reads the feed into the desk. `apply` stands between the exchange and the desk. */
async function pull(
  data: DataOperations,
  apply: (page: Page) => Promise<ReturnType<DataOperations['applyFeed']>>,
): Promise<{ readonly asked: readonly number[]; readonly told: number }> {
  const asked: number[] = []
  let told = 0
  await pullFeed(
    {
      data: {
        readCursor: () => Promise.resolve(data.readCursor()),
        applyFeed: apply,
        finishResync: (request) => Promise.resolve(data.finishResync(request)),
      },
      server: {
        feed(_token, after) {
          asked.push(after)
          const rows = PAGES[after / 2] ?? []
          return Promise.resolve(success({ rows: [...rows], cursor: after + 2, more: after < 4 }))
        },
      },
      session: { requireUser: () => REVIEWER },
      now: () => NOW,
      notify: () => {
        told += 1
      },
    },
    'token',
  )
  return { asked, told }
}

describe('the pages of the feed', () => {
  it('are written in order while the next one is asked for, and shown one by one', async () => {
    const data = await openDesk()
    const writing: Array<() => void> = []
    const most: number[] = []
    const pulled = pull(data, async (page) => {
      await new Promise<void>((resolve) => {
        writing.push(resolve)
        most.push(writing.length)
      })
      return data.applyFeed(page)
    })
    // Written one after the other, as the worker does: two are with it at most.
    for (let page = 0; page < PAGES.length; page += 1) {
      await expect.poll(() => writing.length).toBeGreaterThan(0)
      writing.shift()?.()
    }
    expect(await pulled).toEqual({ asked: [0, 2, 4], told: 3 })
    expect(Math.max(...most)).toBe(2)
    expect(data.readCursor()).toBe(6)
  })

  it('do not go on behind one that could not be written', async () => {
    const data = await openDesk()
    const broken = pull(data, async (page) => {
      await Promise.resolve()
      if (page.after === 2) {
        throw new Error('The disk is full')
      }
      return data.applyFeed(page)
    })
    await expect(broken).rejects.toThrow('The disk is full')
    expect(data.readCursor()).toBe(2)
    await pull(data, (page) => Promise.resolve(data.applyFeed(page)))
    expect(data.readCursor()).toBe(6)
  })

  it('end where the queue begins to be read anew meanwhile, and nothing leaves it by that', async () => {
    const data = await openDesk()
    await pull(data, (page) => Promise.resolve(data.applyFeed(page)))
    data.startResync()
    let isAnew = false
    await pull(data, (page) => {
      const applied = data.applyFeed(page)
      if (!isAnew) {
        isAnew = true
        data.startResync()
      }
      return Promise.resolve(applied)
    })
    expect(data.readCursor()).toBe(0)
    const listed = data.listQueue({
      ...{ filter: { view: 'all' }, sort: 'due', descending: false, offset: 0, limit: 50 },
      ...{ userId: REVIEWER.id, now: NOW },
    })
    expect(listed.total).toBe(5)
  })
})
