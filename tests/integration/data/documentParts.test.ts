import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeOperations, openDesk, PASSWORD, takeCase, temporaryFolder } from './dataDesk'
import { makeCase, makeHold, makePicture, makeRow, NOW, REVIEWER, SESSION, uuid } from './sampleData'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { DataPort } from '../../../electron/workflows/ports/dataPort'
import { downloadDocuments } from '../../../electron/workflows/sync/downloadDocuments'
import type { SyncDependencies } from '../../../electron/workflows/sync/syncOnce'
import { refusal, success } from '../../../shared/result'

const PART = 1024 * 1024
const LARGE = makePicture('large', 'x'.repeat(2 * PART + 5000))
const { sha256 } = LARGE.document

function callOf(data: DataOperations, name: keyof DataOperations): (...args: never[]) => unknown {
  return data[name].bind(data)
}

/** A server whose line breaks after so many parts. */
function lineOf(data: DataOperations, partsUntilCut: number, bytes = LARGE.bytes) {
  const asked: number[] = []
  const names = Object.keys(data) as ReadonlyArray<keyof DataOperations>
  const port = Object.fromEntries(
    names.map((name) => [name, (...args: never[]) => Promise.resolve(callOf(data, name)(...args))]),
  ) as unknown as DataPort
  const dependencies = {
    data: port,
    server: {
      readDocumentPart: (
        _token: string,
        _caseId: string,
        _sha256: string,
        { start, length }: { start: number; length: number },
      ) => {
        if (asked.length === partsUntilCut) {
          return Promise.resolve(refusal('offline' as const))
        }
        asked.push(start)
        return Promise.resolve(success(bytes.slice(start, start + length)))
      },
    },
    session: { token: () => 'token' },
    notify: () => undefined,
  } as unknown as SyncDependencies
  return { asked, dependencies }
}

describe('a large document', () => {
  it('goes on behind its last part after the line was cut and the application ended', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: true })
    data.saveSession(SESSION)
    takeCase(data, 1, makeCase(1, { documents: [LARGE.document] }))
    const cut = lineOf(data, 2)
    expect(await downloadDocuments(cut.dependencies, new Set())).toEqual({ ok: false, error: 'offline' })
    expect(cut.asked).toEqual([0, PART])
    data.closeProfile()

    const again = makeOperations()
    await again.openProfile({ folder, password: PASSWORD, create: false })
    expect(again.documentPartsLength(sha256)).toBe(2 * PART)
    const whole = lineOf(again, 10)
    expect(await downloadDocuments(whole.dependencies, new Set())).toEqual({ ok: true, value: { stored: 1 } })
    expect(whole.asked).toEqual([2 * PART])
    expect(again.documentPartsLength(sha256)).toBe(0)
    const read = again.readDocument({
      caseId: uuid(1),
      round: 1,
      documentId: 'large',
      variant: 'original',
    })
    expect(Buffer.from(read?.bytes ?? []).equals(Buffer.from(LARGE.bytes))).toBe(true)
    again.closeProfile()
  })

  it('is thrown away when its parts are not what the case lists', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LARGE.document] }))
    const wrong = new Uint8Array(LARGE.bytes.length)
    const mismatched = new Set<string>()
    const { dependencies } = lineOf(data, 10, wrong)
    expect(await downloadDocuments(dependencies, mismatched)).toEqual({ ok: true, value: { stored: 0 } })
    expect([...mismatched]).toEqual([sha256])
    expect(data.documentPartsLength(sha256)).toBe(0)
    expect(data.documentsWanted(5)).toHaveLength(1)
  })

  it('takes no part that does not follow the last, is too much, or belongs to no case here', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LARGE.document] }))
    const part = (start: number, length: number, caseId = uuid(1)) =>
      data.storeDocumentPart({ caseId, sha256, start, bytes: new Uint8Array(length) }).ok
    expect(part(5, 10)).toBe(false)
    expect(part(0, 0)).toBe(false)
    expect(part(0, LARGE.bytes.length + 1)).toBe(false)
    expect(part(0, 10, uuid(2))).toBe(false)
    expect(part(0, 10)).toBe(true)
    expect(part(0, 10)).toBe(false)
    expect(part(10, 10)).toBe(true)
  })

  it('leaves with its case, parts included', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LARGE.document] }))
    data.storeDocumentPart({ caseId: uuid(1), sha256, start: 0, bytes: LARGE.bytes.slice(0, PART) })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([uuid(1)])
    expect(data.documentPartsLength(sha256)).toBe(0)
  })
})

describe('cases that were only read', () => {
  function later(hours: number): string {
    return new Date(Date.parse(NOW) + hours * 3_600_000).toISOString()
  }

  function readOnly(data: DataOperations, number: number, state: 'passed' | 'submitted'): void {
    data.applyFeed({ rows: [makeRow(number, { state })], cursor: number, userId: REVIEWER.id })
    data.storeCase({ filingCase: makeCase(number, { state }), hold: null, now: NOW })
  }

  it('leave when their time is over: a submitted one after an hour, others after a working day', async () => {
    const data = await openDesk()
    readOnly(data, 1, 'passed')
    readOnly(data, 2, 'submitted')
    takeCase(data, 3)
    expect(data.purgeRead({ now: later(0.5) }).purged).toEqual([])
    expect(data.purgeRead({ now: later(1.1) }).purged).toEqual([uuid(2)])
    expect(data.readCase(uuid(2))).toBeNull()
    expect(data.purgeRead({ now: later(8.1) }).purged).toEqual([uuid(1)])
    // Held work has no such time.
    expect(data.applyHolds({ holds: [makeHold(3)], now: NOW }).dropped).toEqual([])
    expect(data.readCase(uuid(3))).not.toBeNull()
  })

  it('stay while they are on the screen', async () => {
    const data = await openDesk()
    readOnly(data, 1, 'passed')
    data.readCase(uuid(1))
    expect(data.purgeRead({ now: later(9) }).purged).toEqual([])
    readOnly(data, 2, 'passed')
    data.readCase(uuid(2))
    expect(data.purgeRead({ now: later(9) }).purged).toEqual([uuid(1)])
  })
})
