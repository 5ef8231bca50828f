import path from 'node:path'
import { readdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { QueueRow } from '../../../shared/protocol/case'
import { makeOperations, openDesk, PASSWORD, passCase, takeCase, temporaryFolder } from './dataDesk'
import {
  COMPLETE_DRAFT,
  makeCase,
  makeHold,
  makePicture,
  makeRow,
  NOW,
  REVIEWER,
  SESSION,
  uuid,
} from './sampleData'

const LATER = '2026-11-20T14:00:00+08:00'

function feed(data: DataOperations, rows: readonly QueueRow[], cursor: number): void {
  data.applyFeed({ rows, cursor, userId: REVIEWER.id })
}

function rows(from: number, to: number): QueueRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) => makeRow(from + index))
}

function listed(data: DataOperations, text?: string): string[] {
  return data
    .listQueue({
      filter: { view: 'all', ...(text === undefined ? {} : { text }) },
      sort: 'order',
      descending: false,
      offset: 0,
      limit: 200,
      userId: REVIEWER.id,
      now: NOW,
    })
    .items.map(({ id }) => id)
}

describe('reading the queue anew', () => {
  it('follows a server that was restored: older versions win, and what it does not name leaves', async () => {
    const data = await openDesk()
    feed(data, [makeRow(1, { version: 5, state: 'passed' }), makeRow(2), makeRow(3)], 9)
    data.startResync()
    expect(data.readCursor()).toBe(0)
    expect(data.counts().isResyncing).toBe(true)
    feed(data, [makeRow(1, { version: 2 })], 1)
    expect(listed(data)).toHaveLength(3)
    feed(data, [makeRow(3)], 2)
    expect(data.finishResync({ now: NOW })).toEqual({ removed: 1, isStopped: false })
    expect(listed(data)).toEqual([uuid(1), uuid(3)])
    expect(data.queueItem({ caseId: uuid(1), now: NOW })).toMatchObject({
      version: 2,
      state: 'pending-review',
    })
    expect(data.counts().isResyncing).toBe(false)
    expect(data.finishResync({ now: NOW })).toEqual({ removed: 0, isStopped: false })
    // Within one reading the higher version wins again.
    feed(data, [makeRow(1, { version: 1 })], 3)
    expect(data.queueItem({ caseId: uuid(1), now: NOW })).toMatchObject({ version: 2 })
  })

  it('never drops unsent work, drafts, or the rows that they stand on', async () => {
    const data = await openDesk()
    const { caseId, commandId } = passCase(data, 1)
    takeCase(data, 2)
    data.saveDraft({ caseId: uuid(2), draft: COMPLETE_DRAFT, now: NOW })
    const [outbox, held, drafted] = [data.listOutbox(), data.listHolds(), data.readCase(uuid(2))]
    data.startResync()
    expect(data.finishResync({ now: NOW })).toEqual({ removed: 0, isStopped: false })
    expect(listed(data)).toEqual([caseId, uuid(2)])
    expect(data.repair()).toMatchObject({ ok: true })
    expect(data.listOutbox()).toEqual(outbox)
    expect(data.listHolds()).toEqual(held)
    expect(data.readCase(uuid(2))).toEqual(drafted)
    expect(data.takeOutbox(5).map(({ id }) => id)).toEqual([commandId])
  })

  it('goes on after the application ended in the middle', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: true })
    data.saveSession(SESSION)
    feed(data, rows(1, 4), 4)
    data.startResync()
    feed(data, [makeRow(1), makeRow(2)], 2)
    data.closeProfile()

    const again = makeOperations()
    await again.openProfile({ folder, password: PASSWORD, create: false })
    expect(again.readCursor()).toBe(2)
    expect(again.counts().isResyncing).toBe(true)
    feed(again, [makeRow(3)], 3)
    expect(again.finishResync({ now: NOW })).toEqual({ removed: 1, isStopped: false })
    expect(listed(again)).toEqual([uuid(1), uuid(2), uuid(3)])
    again.closeProfile()
  })
})

describe('deletion stop', () => {
  it('keeps the queue when a reading names too little of it, until a person lets it go', async () => {
    const data = await openDesk()
    feed(data, rows(1, 120), 120)
    data.startResync()
    feed(data, rows(1, 60), 60)
    expect(data.finishResync({ now: NOW })).toEqual({ removed: 0, isStopped: true })
    expect(listed(data)).toHaveLength(120)
    expect(data.counts().deletionStops).toEqual([{ what: 'queue', wouldGo: 60, ofAll: 120, since: NOW }])
    expect(data.finishResync({ now: LATER })).toEqual({ removed: 0, isStopped: true })
    expect(data.counts().deletionStops).toMatchObject([{ since: NOW }])

    expect(data.allowDeletion({ what: 'holds', now: LATER }).ok).toBe(false)
    expect(data.allowDeletion({ what: 'queue', now: LATER }).ok).toBe(true)
    expect(data.allowDeletion({ what: 'queue', now: LATER }).ok).toBe(false)
    expect(data.finishResync({ now: LATER })).toEqual({ removed: 60, isStopped: false })
    expect(listed(data)).toHaveLength(60)
    expect(data.counts().deletionStops).toEqual([])
  })

  it('keeps what is held when one answer would take most of it', async () => {
    const data = await openDesk()
    const holds = [1, 2, 3, 4, 5].map((number) => makeHold(number))
    for (const number of [1, 2, 3, 4, 5]) {
      takeCase(data, number)
    }
    expect(data.applyHolds({ holds: [], now: NOW })).toEqual({ toFetch: [], dropped: [] })
    expect(data.listHolds()).toHaveLength(5)
    expect(data.readCase(uuid(1))).not.toBeNull()
    expect(data.counts().deletionStops).toMatchObject([{ what: 'holds', wouldGo: 5, ofAll: 5 }])
    // An answer that takes few clears the stop by itself.
    expect(data.applyHolds({ holds: holds.slice(1), now: NOW }).dropped).toEqual([uuid(1)])
    expect(data.counts().deletionStops).toEqual([])

    data.applyHolds({ holds: [], now: NOW })
    data.allowDeletion({ what: 'holds', now: NOW })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toHaveLength(4)
    expect(data.listHolds()).toEqual([])
  })

  it('does not stop what ran out by its own end', async () => {
    const data = await openDesk()
    for (const number of [1, 2, 3, 4, 5]) {
      takeCase(data, number)
    }
    expect(data.applyHolds({ holds: [], now: LATER }).dropped).toHaveLength(5)
    expect(data.counts().deletionStops).toEqual([])
  })
})

describe('repair', () => {
  it('makes the search index anew and fetches lost documents again', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const data = await openDesk(folder)
    const picture = makePicture('licence', 'a picture')
    takeCase(data, 1, makeCase(1, { documents: [picture.document] }))
    data.storeDocument({ caseId: uuid(1), sha256: picture.document.sha256, bytes: picture.bytes })
    expect(data.documentsWanted(5)).toEqual([])
    for (const file of readdirSync(path.join(folder, 'documents'), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (file.isFile()) {
        rmSync(path.join(file.parentPath, file.name))
      }
    }
    expect(data.repair()).toEqual({ ok: true, value: { rows: 1, documentsAgain: 1 } })
    expect(data.documentsWanted(5).map(({ documentId }) => documentId)).toEqual(['licence'])
    expect(listed(data, '星河')).toEqual([uuid(1)])
    expect(data.counts().isResyncing).toBe(true)
  })
})
