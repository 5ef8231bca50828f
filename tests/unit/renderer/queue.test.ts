import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../helpers/fakeDesk'
import { makeDesk, makeItem, makeView } from '../../helpers/rendererCases'
import { QUEUE_WINDOW, useQueueStore } from '../../../renderer/stores/queue'

const ROWS = 450
let desk: FakeDesk

beforeEach(() => {
  setActivePinia(createPinia())
  desk = makeDesk({
    items: Array.from({ length: ROWS }, (_, index) =>
      makeItem(index, { province: index % 2 === 0 ? '330000' : '110000' }),
    ),
    views: [makeView(0, [])],
  })
  vi.stubGlobal('window', { desk: desk.bridge })
})

function lists(): number {
  return desk.calls.filter((name) => name === 'queue.list').length
}

describe('queue', () => {
  it('brings the first window, and others as the table is scrolled, each once', async () => {
    const queue = useQueueStore()
    await queue.refresh()
    expect(queue.total).toBe(ROWS)
    expect(queue.itemAt(0)?.orderNumber).toBe('BA-20261120-0000')
    expect(queue.itemAt(QUEUE_WINDOW)).toBeUndefined()
    await Promise.all([queue.ensureRange(190, 230), queue.ensureRange(195, 240)])
    expect(queue.itemAt(QUEUE_WINDOW)?.orderNumber).toBe('BA-20261120-0200')
    expect(lists()).toBe(2)
    await queue.ensureRange(390, 449)
    expect(queue.itemAt(449)?.orderNumber).toBe('BA-20261120-0449')
    expect(lists()).toBe(3)
  })

  it('keeps the items of rows that have not changed, so that only the others are drawn anew', async () => {
    const items = [makeItem(0), makeItem(1), makeItem(2)]
    vi.stubGlobal('window', { desk: makeDesk({ items, views: [makeView(0, [])] }).bridge })
    const queue = useQueueStore()
    await queue.refresh()
    const [first, second] = [queue.itemAt(0), queue.itemAt(1)]
    items.splice(1, 1, { ...makeItem(1), workingMinutesLeft: -7 })
    vi.stubGlobal('window', {
      desk: makeDesk({ items: structuredClone(items), views: [makeView(0, [])] }).bridge,
    })
    await queue.refresh()
    expect(queue.itemAt(0)).toBe(first)
    expect(queue.itemAt(1)).not.toBe(second)
    expect(queue.itemAt(1)?.workingMinutesLeft).toBe(-7)
  })

  it('begins at the top with another filter and counts what it finds', async () => {
    const queue = useQueueStore()
    await queue.refresh()
    queue.select(120)
    await queue.changeFilter({ provinces: ['110000'] })
    expect(queue.total).toBe(ROWS / 2)
    expect(queue.selectedIndex).toBe(0)
    expect(queue.isFiltered).toBe(true)
    await queue.clearFilter()
    expect(queue.total).toBe(ROWS)
    expect(queue.isFiltered).toBe(false)
  })

  it('finds names of two characters', async () => {
    const queue = useQueueStore()
    await queue.changeFilter({ text: '星河7科' })
    expect(queue.total).toBe(1)
    expect(queue.itemAt(0)?.entityName).toBe('星河7科技有限公司')
  })

  it('drops the answer to a question that is no longer asked', async () => {
    const queue = useQueueStore()
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    const original = desk.bridge.invoke.bind(desk.bridge)
    let isFirst = true
    vi.stubGlobal('window', {
      desk: {
        ...desk.bridge,
        invoke: async (name: Parameters<typeof original>[0], request: never) => {
          const reply = await original(name, request)
          if (name === 'queue.list' && isFirst) {
            isFirst = false
            await slow
          }
          return reply
        },
      },
    })
    const older = queue.changeFilter({ provinces: ['330000', '110000'] })
    await queue.changeFilter({ provinces: ['110000'] })
    answer()
    await older
    expect(queue.total).toBe(ROWS / 2)
    expect(queue.itemAt(0)?.province).toBe('110000')
  })

  it('keeps the selected filing selected when rows before it are gone', async () => {
    const queue = useQueueStore()
    await queue.refresh()
    queue.select(10)
    const selected = queue.selected?.id
    desk.override('queue.list', ({ offset, limit }) => {
      const rest = Array.from({ length: ROWS - 3 }, (_, index) => makeItem(index + 3))
      return { total: rest.length, items: rest.slice(offset, offset + limit) }
    })
    await queue.refresh()
    expect(queue.selected?.id).toBe(selected)
    expect(queue.selectedIndex).toBe(7)
  })

  it('sorts by a column and turns its direction the second time', async () => {
    const queue = useQueueStore()
    await queue.sortBy('order')
    expect(queue.itemAt(0)?.orderNumber).toBe('BA-20261120-0000')
    await queue.sortBy('order')
    expect(queue.itemAt(0)?.orderNumber).toBe('BA-20261120-0449')
    expect(queue.descending).toBe(true)
  })

  it('never selects beyond its rows', async () => {
    const queue = useQueueStore()
    await queue.refresh()
    queue.select(-4)
    expect(queue.selectedIndex).toBe(0)
    queue.select(9999)
    expect(queue.selectedIndex).toBe(ROWS - 1)
  })

  it('draws the next case', async () => {
    const queue = useQueueStore()
    expect(await queue.drawNext()).toBe(makeItem(0).id)
    expect(queue.lastDrawn?.reason).toBe('due-first')
  })
})
