import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeOperations, openDesk, PASSWORD, takeCase, temporaryFolder } from './dataDesk'
import { makeCase, makeRow, NOW, REVIEWER, SESSION, uuid } from './sampleData'
import { certificatePdf } from '../../helpers/issuedCertificates'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { Notice } from '../../../shared/domain/notice'
import { certificateId, type Certificate } from '../../../shared/protocol/certificates'

const FIRST = certificatePdf('first')
const SECOND = certificatePdf('second')
const CASE = uuid(1)
const LATER = '2026-11-21T09:00:00.000Z'
const REJECTED: Notice = {
  kind: 'rejected',
  reasons: [{ field: 'application', problem: '名称不规范', advice: '请修改' }],
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function row(data: DataOperations, state: 'administration-review' | 'approved', version: number): void {
  const cursor = data.readCursor() + 1
  data.applyFeed({ rows: [makeRow(1, { state, version })], cursor, userId: REVIEWER.id })
}

function choose(data: DataOperations, bytes: Uint8Array = FIRST, replaces: string | null = null) {
  const file = { fileName: '证书.pdf', bytes, mediaType: 'application/pdf' } as const
  return data.chooseCertificate({ caseId: CASE, ...file, replaces, now: NOW })
}

function certificate(bytes: Uint8Array, edition = 1): Certificate {
  return {
    ...{ approval: 5, round: 1, edition, sha256: hashOf(bytes), bytes: bytes.byteLength },
    ...{ mediaType: 'application/pdf', receivedAt: NOW, by: '周敏' },
  }
}

describe('a chosen certificate of approval', () => {
  it('waits for the approval, over a restart too, and is sent as it was chosen', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const before = makeOperations()
    await before.openProfile({ folder, password: PASSWORD, create: true })
    before.saveSession(SESSION)
    row(before, 'administration-review', 3)
    expect(choose(before)).toEqual({ ok: true, value: null })
    expect(before.certificatesToSend()).toEqual([])
    before.closeProfile()

    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: false })
    row(data, 'approved', 4)
    const [waiting] = data.certificatesToSend()
    expect(waiting).toMatchObject({
      caseId: CASE,
      fileName: '证书.pdf',
      sha256: hashOf(FIRST),
      problem: null,
    })
    expect(Buffer.from(data.certificateBytes(CASE) ?? [])).toEqual(FIRST)
    data.closeProfile()
  })

  it('is not sent while the approval itself waits to be sent', async () => {
    const data = await openDesk()
    row(data, 'administration-review', 3)
    choose(data)
    const notice: Notice = { kind: 'approved', numbers: null }
    data.recordNotice({ commandId: uuid(0xc1), caseId: CASE, notice, now: NOW })
    row(data, 'approved', 4)
    expect(data.certificatesToSend()).toEqual([])
    data.takeOutbox(1)
    const outcome = {
      id: uuid(0xc1),
      outcome: 'applied',
      caseVersion: 4,
      auditHash: 'ab'.repeat(32),
    } as const
    data.settleOutbox({ outcomes: [outcome], now: NOW })
    expect(data.certificatesToSend()).toHaveLength(1)
  })

  it('takes the place of the one before, whose bytes leave', async () => {
    const data = await openDesk()
    row(data, 'approved', 4)
    choose(data)
    choose(data, SECOND, hashOf(FIRST))
    expect(data.chosenCertificates()).toMatchObject([{ sha256: hashOf(SECOND), replaces: hashOf(FIRST) }])
    expect(Buffer.from(data.certificateBytes(CASE) ?? [])).toEqual(SECOND)
  })

  it('stays with its problem when it was refused, and leaves when it was kept or put aside', async () => {
    const data = await openDesk()
    row(data, 'approved', 4)
    choose(data)
    const sha256 = hashOf(FIRST)
    expect(data.settleCertificate({ caseId: CASE, sha256, problem: 'another-kept' })).toEqual({
      isCaseHere: false,
    })
    expect(data.chosenCertificates()).toMatchObject([{ problem: 'another-kept' }])
    expect(data.certificatesToSend()).toEqual([])
    // Chosen anew it is sent anew.
    choose(data)
    expect(data.certificatesToSend()).toHaveLength(1)
    // An answer about another file, which is no longer the chosen one, changes nothing.
    data.settleCertificate({ caseId: CASE, sha256: hashOf(SECOND), problem: null })
    expect(data.chosenCertificates()).toHaveLength(1)
    data.settleCertificate({ caseId: CASE, sha256, problem: null })
    expect(data.chosenCertificates()).toEqual([])
    expect(data.certificateBytes(CASE)).toBeNull()
    choose(data)
    data.dropCertificate({ caseId: CASE, now: LATER })
    expect(data.chosenCertificates()).toEqual([])
    const { entries } = data.auditToSend()
    expect(entries.map(({ action }) => action).slice(-2)).toEqual([
      'certificate-chosen',
      'certificate-dropped',
    ])
    expect(JSON.stringify(entries)).not.toContain('证书')
  })

  it('is put aside by a rejection, and is for filings that are known here', async () => {
    const data = await openDesk()
    row(data, 'administration-review', 3)
    choose(data)
    expect(data.recordNotice({ commandId: uuid(0xc1), caseId: CASE, notice: REJECTED, now: NOW }).ok).toBe(
      true,
    )
    expect(data.chosenCertificates()).toEqual([])
    const file = { fileName: 'a.pdf', bytes: FIRST, mediaType: 'application/pdf', replaces: null } as const
    expect(data.chooseCertificate({ caseId: uuid(9), ...file, now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })
})

describe('a certificate that the server has', () => {
  it('is fetched, opened and written down like the other papers of the case, and no evidence', async () => {
    const data = await openDesk()
    const kept = [certificate(FIRST), certificate(SECOND, 2)]
    takeCase(data, 1, { ...makeCase(1), certificates: kept })
    const ids = kept.map(certificateId)
    expect(data.documentsWanted(50).map(({ documentId }) => documentId)).toEqual(expect.arrayContaining(ids))
    expect(data.readCase(CASE)?.certificatePapers).toEqual(
      ids.map((id) => ({ id, state: 'pending', pages: 1 })),
    )
    const sha256 = hashOf(FIRST)
    expect(data.storeDocument({ caseId: CASE, sha256, bytes: SECOND })).toEqual({
      ok: false,
      error: 'mismatch',
    })
    expect(data.storeDocument({ caseId: CASE, sha256, bytes: FIRST }).ok).toBe(true)
    data.storeExamination({
      sha256,
      findings: [{ check: 'pages', verdict: 'pass', value: 3, threshold: 100, unit: 'pages' }],
    })
    const read = data.readCase(CASE)
    expect(read?.certificatePapers[0]).toEqual({ id: ids[0], state: 'stored', pages: 3 })
    expect(read?.findings).toEqual([])
    expect(Object.keys(read?.documentStates ?? {})).not.toContain(ids[0])
    expect(data.documentsToRead(50).map(({ documentId }) => documentId)).not.toContain(ids[0])
    expect(data.documentsToFingerprint(50).map(({ documentId }) => documentId)).not.toContain(ids[0])
    const place = { caseId: CASE, round: 1, documentId: ids[0] ?? '', variant: 'original' } as const
    const opened = data.readDocument({ ...place, opening: { now: LATER, page: 1 } })
    expect(Buffer.from(opened?.bytes ?? [])).toEqual(FIRST)
    const last = data.auditToSend().entries.at(-1)
    expect(last).toMatchObject({ action: 'document-opened', caseId: CASE })
    data.applyHolds({ holds: [], now: LATER })
    expect(data.readDocument(place)).toBeNull()
  })

  it('is here at once where it was chosen', async () => {
    const data = await openDesk()
    row(data, 'approved', 4)
    choose(data)
    takeCase(data, 1, { ...makeCase(1, { version: 9 }), certificates: [certificate(FIRST)] })
    data.settleCertificate({ caseId: CASE, sha256: hashOf(FIRST), problem: null })
    expect(data.readCase(CASE)?.certificatePapers).toMatchObject([{ state: 'stored' }])
  })
})
