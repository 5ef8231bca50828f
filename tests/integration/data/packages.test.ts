import { describe, expect, it } from 'vitest'
import { openDesk } from './dataDesk'
import { COMMAND, AFTER, refuse } from './decisionSteps'
import { makeRow, NOW, REVIEWER, SESSION, uuid } from './sampleData'
import type { DataOperations } from '../../../electron/data/dataOperations'

/** Packages leave by the hand of somebody who may export. */
async function openSupervisorsDesk(): Promise<DataOperations> {
  const data = await openDesk()
  data.saveSession({ ...SESSION, user: { ...SESSION.user, role: 'supervisor' } })
  return data
}

describe('packages', () => {
  const EXPORTED = {
    id: uuid(0xa1),
    caseId: uuid(1),
    orderNumber: 'BA20261120-000001',
    caseVersion: 5,
    fileName: 'BA20261120-000001.zip',
    folder: '/tmp/packages',
    sha256: 'e'.repeat(64),
    bytes: 1234,
    exportedAt: NOW,
    exportedBy: '林一',
    submitted: false,
  }

  it('are listed, the latest first, and handed over once a case', async () => {
    const data = await openSupervisorsDesk()
    data.applyFeed({ rows: [makeRow(1, { state: 'passed', version: 5 })], cursor: 1, userId: REVIEWER.id })
    data.registerPackage(EXPORTED)
    data.registerPackage({ ...EXPORTED, id: uuid(0xa2), folder: '/tmp/elsewhere' })
    expect(data.listPackages().map((exported) => [exported.id, exported.submitted])).toEqual([
      [uuid(0xa2), false],
      [uuid(0xa1), false],
    ])
    expect(data.recordSubmission({ commandId: COMMAND, packageId: EXPORTED.id, now: NOW })).toEqual({
      ok: true,
      value: { commandId: COMMAND },
    })
    expect(data.takeOutbox(1)).toEqual([
      {
        id: COMMAND,
        kind: 'record-submission',
        caseId: uuid(1),
        expectedVersion: 5,
        recordedAt: NOW,
        packageSha256: EXPORTED.sha256,
        fileName: EXPORTED.fileName,
      },
    ])
    expect(data.listPackages().every((exported) => exported.submitted)).toBe(true)
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: uuid(0xa2), now: NOW })).toEqual({
      ok: false,
      error: 'already-decided',
    })
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: uuid(0xff), now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  it('can be handed over again after the server refused and a person settled it', async () => {
    const data = await openSupervisorsDesk()
    data.registerPackage(EXPORTED)
    data.recordSubmission({ commandId: COMMAND, packageId: EXPORTED.id, now: NOW })
    refuse(data, 'stale-version')
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.listPackages()[0]?.submitted).toBe(false)
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: EXPORTED.id, now: AFTER }).ok).toBe(true)
  })

  it('of a later round are handed over anew', async () => {
    const data = await openSupervisorsDesk()
    data.applyFeed({ rows: [makeRow(1, { state: 'passed', version: 5 })], cursor: 1, userId: REVIEWER.id })
    data.registerPackage(EXPORTED)
    data.recordSubmission({ commandId: COMMAND, packageId: EXPORTED.id, now: NOW })
    data.registerPackage({ ...EXPORTED, id: uuid(0xa3), caseVersion: 9 })
    expect(data.listPackages().map((exported) => [exported.caseVersion, exported.submitted])).toEqual([
      [9, false],
      [5, true],
    ])
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: uuid(0xa3), now: AFTER }).ok).toBe(true)
  })
})
