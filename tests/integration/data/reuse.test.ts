import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { openDesk, takeCase, temporaryFolder } from './dataDesk'
import { makeCase, makePicture, NOW, uuid } from './sampleData'

const FINGERPRINT = 'ab'.repeat(128)
const BYTES = new TextEncoder().encode('the picture of another case')
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const OTHER = { caseId: uuid(900), round: 1, documentId: 'd01' }

/** A case whose document is here. */
function takeStored(data: DataOperations): { caseId: string; sha256: string } {
  const { document, bytes } = makePicture('licence', 'our own picture')
  const { sha256 } = document
  const caseId = takeCase(data, 1, makeCase(1, { documents: [document] }))
  expect(data.storeDocument({ caseId, sha256, bytes })).toEqual({ ok: true, value: null })
  return { caseId, sha256 }
}

function keep(data: DataOperations, caseId: string, bytes = BYTES) {
  return data.storeReusedDocument({
    caseId,
    other: OTHER,
    sha256: SHA256,
    mediaType: 'image/png',
    bytes,
    now: NOW,
  })
}

describe('fingerprints', () => {
  it('are asked for once, of pictures that are here; none is a fingerprint too', async () => {
    const data = await openDesk()
    const { caseId, sha256 } = takeStored(data)
    expect(data.documentsToFingerprint(9)).toMatchObject([{ caseId, sha256 }])
    expect(data.fingerprintsOf(caseId)).toEqual([])
    data.storeFingerprint({ sha256, fingerprint: FINGERPRINT })
    expect(data.documentsToFingerprint(9)).toEqual([])
    expect(data.fingerprintsOf(caseId)).toEqual([{ sha256, fingerprint: FINGERPRINT }])
    data.storeFingerprint({ sha256, fingerprint: null })
    expect(data.documentsToFingerprint(9)).toEqual([])
    expect(data.fingerprintsOf(caseId)).toEqual([{ sha256, fingerprint: null }])
  })
})

describe('a picture of another case', () => {
  it('is kept sealed, read by its own place, and leaves with the case beside which it was looked at', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const data = await openDesk(folder)
    const { caseId } = takeStored(data)
    expect(keep(data, caseId)).toEqual({ ok: true, value: null })
    const files = () =>
      readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(SHA256))
    expect(data.readDocument({ ...OTHER, variant: 'original' })).toMatchObject({
      bytes: Uint8Array.from(BYTES),
      sha256: SHA256,
      mediaType: 'image/png',
    })
    data.dropCase(caseId)
    expect(data.readDocument({ ...OTHER, variant: 'original' })).toBeNull()
    expect(files()).toEqual([])
  })

  it('is neither examined nor read nor searched for', async () => {
    const data = await openDesk()
    const { caseId, sha256 } = takeStored(data)
    keep(data, caseId)
    expect(data.documentsToFingerprint(9).map((document) => document.sha256)).toEqual([sha256])
    expect(data.documentsToExamine(9).map((document) => document.sha256)).toEqual([sha256])
  })

  it('is refused when its bytes are not what the server said, and without a case beside it', async () => {
    const data = await openDesk()
    const { caseId } = takeStored(data)
    expect(keep(data, caseId, new Uint8Array(3))).toEqual({ ok: false, error: 'mismatch' })
    expect(keep(data, uuid(77))).toEqual({ ok: false, error: 'not-found' })
    expect(data.readDocument({ ...OTHER, variant: 'original' })).toBeNull()
  })
})
