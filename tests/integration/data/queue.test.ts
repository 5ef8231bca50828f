import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { CASE_STATES } from '../../../shared/filing/caseStates'
import type { QueueFilter } from '../../../shared/ipc/models'
import type { QueueRow } from '../../../shared/protocol/case'
import { openDesk, passCase, takeCase } from './dataDesk'
import { makeCase, makeHold, makeRow, NOW, orderNumber, REVIEWER, uuid } from './sampleData'

const COLLEAGUE = { userId: uuid(0xfff), displayName: '周二' }

function feed(data: DataOperations, rows: readonly QueueRow[], cursor = data.readCursor() + 1) {
  return data.applyFeed({ rows, cursor, userId: REVIEWER.id })
}

function list(data: DataOperations, filter: Partial<QueueFilter> = {}, changes: object = {}) {
  return data.listQueue({
    filter: { view: 'all', ...filter },
    sort: 'due',
    descending: false,
    offset: 0,
    limit: 200,
    userId: REVIEWER.id,
    now: NOW,
    ...changes,
  })
}

function ids(data: DataOperations, filter: Partial<QueueFilter> = {}, changes: object = {}) {
  return list(data, filter, changes).items.map((item) => item.id)
}

describe('applyFeed', () => {
  it('stores rows and the cursor together and answers the rows as they came', async () => {
    const data = await openDesk()
    const row = makeRow(1, { dueAt: '2026-11-20T01:30:00Z' })
    expect(feed(data, [row], 7)).toEqual({ changed: 1 })
    expect(data.readCursor()).toBe(7)
    expect(list(data).items[0]).toMatchObject(row)
  })

  it('changes nothing when the same page comes again', async () => {
    const data = await openDesk()
    feed(data, [makeRow(1), makeRow(2)], 7)
    expect(feed(data, [makeRow(1), makeRow(2)], 7)).toEqual({ changed: 0 })
    expect(list(data).total).toBe(2)
  })

  it('never lets an older version or an earlier page overwrite what is here', async () => {
    const data = await openDesk()
    const held = makeRow(1, {
      version: 3,
      holder: { ...COLLEAGUE, kind: 'hold', since: NOW, expiresAt: '2026-11-20T14:00:00+08:00' },
    })
    feed(data, [held], 9)
    expect(feed(data, [makeRow(1, { version: 2 })], 10)).toEqual({ changed: 0 })
    expect(feed(data, [makeRow(1, { version: 3 })], 5)).toEqual({ changed: 0 })
    expect(data.readCursor()).toBe(10)
    expect(list(data).items[0]?.holder?.userId).toBe(COLLEAGUE.userId)
    expect(feed(data, [makeRow(1, { version: 3 })], 11)).toEqual({ changed: 1 })
    expect(list(data).items[0]?.holder).toBeNull()
  })

  it('takes the last word of a page that names a case twice, and adds to what is here', async () => {
    const data = await openDesk()
    feed(data, [makeRow(1)], 3)
    const again = [
      makeRow(2),
      makeRow(3, { version: 4 }),
      makeRow(2, { version: 2 }),
      makeRow(3, { version: 2 }),
    ]
    expect(feed(data, [...again, makeRow(1, { version: 2 }), makeRow(2, { version: 3 })], 9)).toEqual({
      changed: 5,
    })
    expect(list(data).items.map(({ id, version }) => [id, version])).toEqual([
      [uuid(1), 2],
      [uuid(2), 3],
      [uuid(3), 4],
    ])
    expect(ids(data, { text: orderNumber(3) })).toEqual([uuid(3)])
  })

  it('applies a page whole or not at all', async () => {
    const data = await openDesk()
    const broken = { ...makeRow(2), province: null } as unknown as QueueRow
    expect(() => feed(data, [makeRow(1), broken], 4)).toThrow(/NOT NULL/)
    expect(data.readCursor()).toBe(0)
    expect(list(data).total).toBe(0)
  })
})

describe('listQueue', () => {
  it('puts each state into its view', async () => {
    const data = await openDesk()
    const states = [
      'pending-review',
      'photo-review',
      'escalated',
      'passed',
      'returned',
      'awaiting-photo',
      'submitted',
      'second-review',
      'awaiting-backdrop',
      'sms-verification',
      'administration-review',
      'approved',
      'rejected',
      'withdrawn',
    ] as const
    feed(
      data,
      states.map((state, index) => makeRow(index, { state })),
    )
    expect(ids(data, { view: 'open' })).toEqual([uuid(0), uuid(1)])
    expect(ids(data, { view: 'escalated' })).toEqual([uuid(2), uuid(7)])
    expect(ids(data, { view: 'passed' })).toEqual([uuid(3)])
    expect(ids(data, { view: 'submitted' })).toEqual([uuid(6), uuid(9), uuid(10)])
    expect(ids(data, { view: 'done' })).toEqual([uuid(4), uuid(5), uuid(8), uuid(11), uuid(12), uuid(13)])
    expect(ids(data, { view: 'all' })).toHaveLength(14)
    const facets = data.queueFacets({ userId: REVIEWER.id, now: NOW })
    expect(facets.states).toHaveLength(CASE_STATES.length)
    expect(facets.states).toContainEqual({ state: 'sms-verification', count: 1 })
    expect(facets.views).toEqual({
      mine: 0,
      open: 2,
      escalated: 2,
      passed: 1,
      submitted: 3,
      done: 6,
      all: 14,
    })
  })

  it('sorts by instant, whatever offset the text has, both ways, and by the other columns', async () => {
    const data = await openDesk()
    feed(data, [
      makeRow(1, { dueAt: '2026-11-20T18:00:00+08:00', submittedAt: '2026-11-18T00:00:00Z' }),
      makeRow(2, { dueAt: '2026-11-20T09:00:00Z', submittedAt: '2026-11-18T09:00:00+08:00' }),
      makeRow(3, { dueAt: '2026-11-20T19:00:00+09:00', submittedAt: '2026-11-17T09:00:00+08:00' }),
    ])
    expect(ids(data)).toEqual([uuid(2), uuid(1), uuid(3)])
    expect(ids(data, {}, { descending: true })).toEqual([uuid(3), uuid(1), uuid(2)])
    expect(ids(data, {}, { sort: 'submitted' })).toEqual([uuid(3), uuid(1), uuid(2)])
    expect(ids(data, {}, { sort: 'order', descending: true })).toEqual([uuid(3), uuid(2), uuid(1)])
  })

  it('answers windows that together are the whole list', async () => {
    const data = await openDesk()
    feed(
      data,
      Array.from({ length: 25 }, (_, index) => makeRow(index)),
    )
    const windows = [0, 10, 20].flatMap((offset) => ids(data, {}, { offset, limit: 10 }))
    expect(new Set(windows).size).toBe(25)
    expect(list(data, {}, { offset: 20, limit: 10 })).toMatchObject({ total: 25 })
  })

  it('combines filters', async () => {
    const data = await openDesk()
    feed(data, [
      makeRow(1, { province: '310000', dueAt: '2026-11-20T18:00:00+08:00' }),
      makeRow(2, { province: '310000', filingType: 'change' }),
      makeRow(3, { entityKind: 'individual', state: 'photo-review' }),
      makeRow(4, { state: 'submitted' }),
    ])
    expect(ids(data, { provinces: ['310000'] })).toEqual([uuid(2), uuid(1)])
    expect(ids(data, { provinces: ['310000'], filingTypes: ['change'] })).toEqual([uuid(2)])
    expect(ids(data, { entityKinds: ['individual'] })).toEqual([uuid(3)])
    expect(ids(data, { states: ['photo-review', 'submitted'] })).toEqual([uuid(3), uuid(4)])
    expect(ids(data, { overdueOnly: true })).toEqual([uuid(2), uuid(3)])
    expect(ids(data, { provinces: [] })).toHaveLength(4)
    expect(data.queueFacets({ userId: REVIEWER.id, now: NOW })).toMatchObject({
      provinces: [
        { code: '110000', count: 1 },
        { code: '310000', count: 2 },
      ],
      filingTypes: [
        { type: 'first-filing', count: 2 },
        { type: 'change', count: 1 },
      ],
      overdue: 2,
    })
  })

  it('counts working time down, over the lunch break, and up again when late', async () => {
    const data = await openDesk()
    feed(data, [
      makeRow(1, { dueAt: '2026-11-20T14:00:00+08:00' }),
      makeRow(2, { dueAt: '2026-11-19T17:30:00+08:00' }),
    ])
    expect(
      list(data, {}, { now: '2026-11-20T11:30:00+08:00' }).items.map((item) => item.workingMinutesLeft),
    ).toEqual([-180, 60])
  })

  it('shows what is held here as mine, with the person at this desk as holder', async () => {
    const data = await openDesk()
    feed(data, [makeRow(1), makeRow(2), makeRow(3)])
    data.applyHolds({ holds: [makeHold(1), makeHold(2, { kind: 'reservation' })], now: NOW })
    takeCase(data, 1)
    const mine = list(data, { view: 'mine' })
    expect(mine.total).toBe(2)
    expect(
      mine.items.map((item) => [item.id, item.isLocal, item.holder?.kind, item.holder?.displayName]),
    ).toEqual([
      [uuid(1), true, 'hold', REVIEWER.displayName],
      [uuid(2), false, 'reservation', REVIEWER.displayName],
    ])
  })

  it('takes a case with an unsent decision out of open and keeps it in mine', async () => {
    const data = await openDesk()
    const { caseId } = passCase(data, 1)
    expect(ids(data, { view: 'open' })).toEqual([])
    expect(list(data, { view: 'mine' }).items).toMatchObject([{ id: caseId, unsent: 'pass' }])
    expect(data.queueFacets({ userId: REVIEWER.id, now: NOW }).views).toMatchObject({
      open: 0,
      mine: 1,
      all: 1,
    })
  })

  it('does not bring a case back to open between the answer of the server and its row', async () => {
    const data = await openDesk()
    const { caseId, commandId } = passCase(data, 1)
    data.takeOutbox(10)
    data.settleOutbox({
      outcomes: [{ id: commandId, outcome: 'applied', caseVersion: 2, auditHash: 'b'.repeat(64) }],
      now: NOW,
    })
    expect(ids(data, { view: 'open' })).toEqual([])
    expect(list(data).items[0]).toMatchObject({ id: caseId, unsent: null })
    feed(data, [makeRow(1, { version: 2, state: 'passed' })])
    expect(ids(data, { view: 'passed' })).toEqual([caseId])
  })
})

describe('search', () => {
  it('finds Chinese words of any length, latin words and numbers by their beginning', async () => {
    const data = await openDesk()
    feed(data, [
      makeRow(1, { entityName: '星河数据技术有限公司', serviceNames: ['Galaxy Portal', '星河之窗'] }),
      makeRow(2, { entityName: '河星工作室', serviceNames: ['博客'] }),
    ])
    for (const [text, expected] of [
      ['星河', [1]],
      ['河', [1, 2]],
      ['数据技术有限', [1]],
      ['星河 portal', [1]],
      ['gal', [1]],
      ['ＧＡＬＡＸＹ', [1]],
      [orderNumber(2), [2]],
      ['星窗', []],
      ['河 星 博客', [2]],
      ['。', []],
      ['" OR 1 --', []],
      ['  ', [1, 2]],
    ] as const) {
      expect([text, ids(data, { text })]).toEqual([text, expected.map(uuid)])
    }
  })

  it('does not run a phrase from one field into the next', async () => {
    const data = await openDesk()
    feed(data, [makeRow(1, { entityName: '甲乙', serviceNames: ['丙丁', '戊己'] })])
    expect(ids(data, { text: '乙丙' })).toEqual([])
    expect(ids(data, { text: '丁戊' })).toEqual([])
    expect(ids(data, { text: '丙丁' })).toEqual([uuid(1)])
  })

  it('finds full names, phones, domains and numbers only while the whole case is here', async () => {
    const data = await openDesk()
    const caseId = takeCase(data, 1)
    for (const text of ['张伟', '欧阳', '13800138000', '1380013', 'xinghe.example', 'SN-77001']) {
      expect([text, ids(data, { text })]).toEqual([text, [caseId]])
    }
    data.dropCase(caseId)
    for (const text of ['张伟', '欧阳', '1380013', 'xinghe.example', 'SN-77001']) {
      expect([text, ids(data, { text })]).toEqual([text, []])
    }
    expect(ids(data, { text: '星河' })).toEqual([caseId])
  })

  it('finds a case whose data came before its queue row', async () => {
    const data = await openDesk()
    data.storeCase({ filingCase: makeCase(1), hold: makeHold(1), now: NOW })
    feed(data, [makeRow(1, { entityName: '远山科技' })])
    expect(ids(data, { text: '远山 张伟' })).toEqual([uuid(1)])
    expect(ids(data, { text: '窗外' })).toEqual([])
  })

  it('finds names with characters beyond the basic plane', async () => {
    const data = await openDesk()
    feed(data, [
      makeRow(1, { entityName: '王\u{2CE86}\u{30EDD}' }),
      makeRow(2, { entityName: '王\u{20BB7}' }),
    ])
    expect(ids(data, { text: '王\u{2CE86}' })).toEqual([uuid(1)])
    expect(ids(data, { text: '\u{30EDD}' })).toEqual([uuid(1)])
    expect(ids(data, { text: '\u{20BB7}' })).toEqual([uuid(2)])
  })
})
