import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { openDesk, takeCase, temporaryFolder } from './dataDesk'
import {
  COMPLETE_DRAFT,
  makeAcknowledged,
  makeCase,
  makeHold,
  makePicture,
  makeRow,
  NOW,
  REVIEWER,
  sha256Of,
  uuid,
} from './sampleData'
import type { ReadField } from '../../../shared/reading/readField'

const LICENCE = makePicture('licence', 'licence picture')
const FORM = makePicture('form', 'verification form', { kind: 'verification-form', mediaType: 'image/png' })
const OTHER = makePicture('other', 'some other picture')

async function openWithFolder(): Promise<{ data: DataOperations; folder: string }> {
  const folder = path.join(temporaryFolder(), 'profile')
  return { data: await openDesk(folder), folder }
}

function sealedFiles(folder: string): string[] {
  return ['documents', 'thumbnails', 'views']
    .map((name) => path.join(folder, name))
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => path.join(root, name)),
    )
    .filter((file) => statSync(file).isFile())
}

function store(data: DataOperations, picture: typeof LICENCE, caseId = uuid(1)) {
  return data.storeDocument({ caseId, sha256: picture.document.sha256, bytes: picture.bytes })
}

describe('storeCase', () => {
  it('reads back what was stored', async () => {
    const data = await openDesk()
    const filingCase = makeCase(1, { documents: [LICENCE.document, FORM.document] })
    takeCase(data, 1, filingCase)
    expect(data.readCase(uuid(1))).toEqual({
      filingCase,
      hold: makeHold(1),
      drawReason: null,
      draft: { answers: [], reasons: [], internalNote: '' },
      findings: [],
      documentStates: { licence: 'pending', form: 'pending' },
      readings: { licence: null, form: null },
      earlierDocuments: [],
      certificatePapers: [],
      outbox: [],
    })
  })

  it('never goes back to an older version', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { version: 3 }))
    data.storeCase({
      filingCase: makeCase(1, { version: 2, documents: [LICENCE.document] }),
      hold: null,
      now: NOW,
    })
    expect(data.readCase(uuid(1))?.filingCase.version).toBe(3)
    expect(data.documentsWanted(10)).toEqual([])
  })

  it('starts from the ticks of an earlier decision on the same round, without overwriting a draft', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { state: 'escalated', decisions: [makeAcknowledged()] }))
    expect(data.readCase(uuid(1))?.draft).toEqual({
      answers: [{ lineId: 'national:name', verdict: 'ok', note: '看过' }],
      reasons: [],
      internalNote: '',
    })
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    data.storeCase({
      filingCase: makeCase(1, { version: 2, decisions: [makeAcknowledged()] }),
      hold: makeHold(1),
      now: NOW,
    })
    expect(data.readCase(uuid(1))?.draft).toEqual(COMPLETE_DRAFT)
  })

  it('starts a new round empty', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    const second = makeCase(1, { version: 3, round: 2, decisions: [makeAcknowledged()] })
    data.storeCase({ filingCase: second, hold: makeHold(1), now: NOW })
    expect(data.readCase(uuid(1))?.draft.answers).toEqual([])
  })
})

describe('drafts', () => {
  it('take the last words after the case has left', async () => {
    const data = await openDesk()
    const caseId = takeCase(data, 1)
    data.applyHolds({ holds: [], now: NOW })
    data.saveDraft({ caseId, draft: COMPLETE_DRAFT, now: NOW })
    takeCase(data, 1)
    expect(data.readCase(caseId)?.draft).toEqual(COMPLETE_DRAFT)
    expect(() => data.saveDraft({ caseId: uuid(77), draft: COMPLETE_DRAFT, now: NOW })).toThrow(/not known/)
  })

  it('go when their round is over for everybody', async () => {
    const data = await openDesk()
    const caseId = takeCase(data, 1)
    data.saveDraft({ caseId, draft: COMPLETE_DRAFT, now: NOW })
    data.applyFeed({ rows: [makeRow(1, { version: 2, state: 'returned' })], cursor: 5, userId: REVIEWER.id })
    expect(data.readCase(caseId)?.draft).toEqual(COMPLETE_DRAFT)
    data.applyHolds({ holds: [], now: NOW })
    data.applyFeed({ rows: [makeRow(1, { version: 3, round: 2 })], cursor: 6, userId: REVIEWER.id })
    data.storeCase({ filingCase: makeCase(1, { version: 2 }), hold: makeHold(1), now: NOW })
    expect(data.readCase(caseId)?.draft.answers).toEqual([])
  })
})

describe('documents', () => {
  it('are wanted until they are stored, held cases first, each picture once', async () => {
    const data = await openDesk()
    data.storeCase({
      filingCase: makeCase(2, { dueAt: '2026-11-19T09:00:00+08:00', documents: [OTHER.document] }),
      hold: makeHold(2, { kind: 'reservation' }),
      now: NOW,
    })
    data.storeCase({
      filingCase: makeCase(1, {
        documents: [LICENCE.document, { ...LICENCE.document, id: 'copy' }, FORM.document],
      }),
      hold: makeHold(1),
      now: NOW,
    })
    expect(new Set(data.documentsWanted(10).map((wanted) => wanted.entityKind))).toEqual(
      new Set(['organization']),
    )
    expect(data.documentsWanted(10).map((wanted) => wanted.sha256)).toEqual([
      LICENCE.document.sha256,
      FORM.document.sha256,
      OTHER.document.sha256,
    ])
    expect(data.documentsWanted(1)).toHaveLength(1)
    expect(store(data, LICENCE)).toEqual({ ok: true, value: null })
    expect(data.documentsWanted(10).map((wanted) => wanted.documentId)).toEqual(['form', 'other'])
    expect(data.counts()).toMatchObject({ documentsStored: 1, documentsTotal: 3, examined: 0 })
  })

  it('come first for the case on screen', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document] }))
    takeCase(data, 2, makeCase(2, { documents: [FORM.document], dueAt: '2026-12-01T09:00:00+08:00' }))
    expect(data.documentsWanted(1)[0]?.caseId).toBe(uuid(1))
    data.readCase(uuid(2))
    expect(data.documentsWanted(1)[0]?.caseId).toBe(uuid(2))
  })

  it('open as they were stored', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document, FORM.document] }))
    const read = (variant: 'original' | 'thumbnail' | 'view', documentId = 'form') =>
      data.readDocument({ caseId: uuid(1), round: 1, documentId, variant })
    expect(read('original')).toBeNull()
    store(data, FORM)
    const { sha256 } = FORM.document
    expect(read('original')).toEqual({ bytes: FORM.bytes, sha256, mediaType: 'image/png' })
    expect(read('thumbnail')).toBeNull()
    const thumbnail = new Uint8Array([1, 2, 3])
    data.storeThumbnail({ sha256: FORM.document.sha256, bytes: thumbnail })
    expect(read('thumbnail')).toEqual({ bytes: thumbnail, sha256, mediaType: 'image/jpeg' })
    expect(read('view')).toBeNull()
    data.storeView({ sha256, bytes: new Uint8Array([4, 5]) })
    expect(read('view')).toEqual({ bytes: new Uint8Array([4, 5]), sha256, mediaType: 'image/jpeg' })
    const second = { caseId: uuid(1), round: 1, documentId: 'form', variant: 'view', page: 2 } as const
    expect(data.readDocument(second)).toBeNull()
    data.storeView({ sha256, bytes: new Uint8Array([6]), page: 2 })
    expect(data.readDocument(second)?.bytes).toEqual(new Uint8Array([6]))
    expect(read('view')?.bytes).toEqual(new Uint8Array([4, 5]))
    expect(read('original', 'licence')).toBeNull()
    expect(
      data.readDocument({ caseId: uuid(2), round: 1, documentId: 'form', variant: 'original' }),
    ).toBeNull()
  })

  it('are refused when the bytes are not what the case lists', async () => {
    const { data, folder } = await openWithFolder()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document] }))
    const wrong = data.storeDocument({
      caseId: uuid(1),
      sha256: LICENCE.document.sha256,
      bytes: Buffer.from('something else'),
    })
    expect(wrong).toEqual({ ok: false, error: 'mismatch' })
    expect(data.readCase(uuid(1))?.documentStates).toEqual({ licence: 'failed' })
    expect(data.documentsWanted(10).map((wanted) => wanted.documentId)).toEqual(['licence'])
    expect(store(data, FORM)).toEqual({ ok: false, error: 'mismatch' })
    expect(store(data, LICENCE, uuid(9))).toEqual({ ok: false, error: 'mismatch' })
    expect(sealedFiles(folder)).toEqual([])
    expect(store(data, LICENCE)).toEqual({ ok: true, value: null })
    expect(data.readCase(uuid(1))?.documentStates).toEqual({ licence: 'stored' })
  })

  it('have names on disk that tell nothing', async () => {
    const { data, folder } = await openWithFolder()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document] }))
    store(data, LICENCE)
    const files = sealedFiles(folder)
    expect(files).toHaveLength(1)
    expect(path.basename(files[0] ?? '')).toMatch(/^[0-9a-f]{64}\.sealed$/)
    expect(files[0]).not.toContain(LICENCE.document.sha256)
  })

  it('are fetched again when their file is damaged or gone', async () => {
    const { data, folder } = await openWithFolder()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document] }))
    store(data, LICENCE)
    const [file = ''] = sealedFiles(folder)
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60)
    writeFileSync(file, bytes)
    expect(
      data.readDocument({ caseId: uuid(1), round: 1, documentId: 'licence', variant: 'original' }),
    ).toBeNull()
    expect(data.documentsWanted(10)).toHaveLength(1)
    store(data, LICENCE)
    expect(
      data.readDocument({ caseId: uuid(1), round: 1, documentId: 'licence', variant: 'original' })?.bytes,
    ).toEqual(LICENCE.bytes)
  })

  it("cannot be put in each other's place", async () => {
    const { data, folder } = await openWithFolder()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document, FORM.document] }))
    store(data, LICENCE)
    const [licence = ''] = sealedFiles(folder)
    store(data, FORM)
    const form = sealedFiles(folder).find((file) => file !== licence) ?? ''
    writeFileSync(licence, readFileSync(form))
    expect(
      data.readDocument({ caseId: uuid(1), round: 1, documentId: 'licence', variant: 'original' }),
    ).toBeNull()
  })

  it('leave with their case unless another stored case lists them too', async () => {
    const { data, folder } = await openWithFolder()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document, FORM.document] }))
    takeCase(data, 2, makeCase(2, { documents: [FORM.document] }))
    store(data, LICENCE)
    store(data, FORM)
    data.storeThumbnail({ sha256: LICENCE.document.sha256, bytes: new Uint8Array([1]) })
    data.storeView({ sha256: LICENCE.document.sha256, bytes: new Uint8Array([1]) })
    data.storeView({ sha256: LICENCE.document.sha256, bytes: new Uint8Array([2]), page: 2 })
    expect(sealedFiles(folder)).toHaveLength(5)
    data.dropCase(uuid(1))
    expect(sealedFiles(folder)).toHaveLength(1)
    expect(
      data.readDocument({ caseId: uuid(2), round: 1, documentId: 'form', variant: 'original' })?.bytes,
    ).toEqual(FORM.bytes)
    data.applyHolds({ holds: [], now: NOW })
    expect(sealedFiles(folder)).toEqual([])
  })

  it('of an earlier round stand beside those that took their place, each under its round', async () => {
    const data = await openDesk()
    const newLicence = makePicture('licence', 'corrected licence')
    const first = makeCase(1, { documents: [LICENCE.document, FORM.document] }).rounds
    const second = makeCase(1, { round: 2, documents: [newLicence.document, FORM.document] }).rounds
    takeCase(data, 1, makeCase(1, { version: 3, rounds: [...first, ...second] }))
    expect(data.documentsWanted(10).map((wanted) => wanted.sha256)).toEqual([
      newLicence.document.sha256,
      FORM.document.sha256,
      LICENCE.document.sha256,
    ])
    store(data, LICENCE)
    store(data, FORM)
    const read = (round: number, documentId: string) =>
      data.readDocument({ caseId: uuid(1), round, documentId, variant: 'original' })?.bytes
    expect(read(1, 'licence')).toEqual(LICENCE.bytes)
    expect(read(2, 'licence')).toBeUndefined()
    store(data, newLicence)
    expect(read(2, 'licence')).toEqual(newLicence.bytes)
    expect(read(3, 'licence')).toBeUndefined()
    data.applyHolds({ holds: [], now: NOW })
    expect(read(1, 'licence')).toBeUndefined()
  })

  it('keep what was found in them from round to round when their bytes are the same', async () => {
    const data = await openDesk()
    const newLicence = makePicture('licence', 'corrected licence')
    const first = makeCase(1, { documents: [LICENCE.document, FORM.document] })
    takeCase(data, 1, first)
    store(data, LICENCE)
    store(data, FORM)
    const blurred = { check: 'sharpness', verdict: 'fail', value: 20, threshold: 60, unit: '' } as const
    data.storeExamination({ sha256: LICENCE.document.sha256, findings: [blurred] })
    data.storeExamination({ sha256: FORM.document.sha256, findings: [blurred] })
    const renamed = { ...FORM.document, id: 'papers' }
    const second = makeCase(1, { round: 2, documents: [newLicence.document, renamed] }).rounds
    takeCase(data, 1, { ...first, version: 3, rounds: [...first.rounds, ...second] })
    const read = data.readCase(uuid(1))
    expect(read?.findings).toEqual([{ ...blurred, documentId: 'papers' }])
    expect(read?.documentStates).toEqual({ licence: 'pending', papers: 'stored' })
    expect(read?.earlierDocuments).toEqual([
      {
        round: 1,
        findings: [
          { ...blurred, documentId: 'licence' },
          { ...blurred, documentId: 'form' },
        ],
        documentStates: { licence: 'stored', form: 'stored' },
      },
    ])
  })

  it('that nobody has examined are named, and their findings read with the case', async () => {
    const data = await openDesk()
    const copy = { ...LICENCE.document, id: 'copy' }
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document, copy] }))
    expect(data.documentsToExamine(10)).toEqual([])
    store(data, LICENCE)
    expect(data.documentsToExamine(10)).toMatchObject([
      { sha256: LICENCE.document.sha256, kind: 'business-licence' },
    ])
    const finding = { check: 'sharpness', verdict: 'fail', value: 12, threshold: 60, unit: '' } as const
    data.storeExamination({ sha256: LICENCE.document.sha256, findings: [finding] })
    expect(data.documentsToExamine(10)).toEqual([])
    expect(data.readCase(uuid(1))?.findings).toEqual([
      { ...finding, documentId: 'licence' },
      { ...finding, documentId: 'copy' },
    ])
    expect(data.counts()).toMatchObject({ examined: 1, documentsTotal: 1 })
    expect(sha256Of(LICENCE.bytes)).toBe(LICENCE.document.sha256)
  })

  it('that nobody has read are named once they are examined, and what was read comes with the case', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { documents: [LICENCE.document] }))
    store(data, LICENCE)
    expect(data.documentsToRead(10)).toEqual([])
    data.storeExamination({ sha256: LICENCE.document.sha256, findings: [] })
    expect(data.documentsToRead(10)).toMatchObject([{ sha256: LICENCE.document.sha256, face: 'page' }])
    expect(data.readCase(uuid(1))?.readings).toEqual({ licence: null })
    const fields: ReadField[] = [
      {
        field: 'company',
        value: '示例有限公司',
        confidence: 0.99,
        proof: 'none',
        places: [[0, 1, 2, 3].map((corner) => ({ x: corner / 4, y: 0.5 }))],
      },
    ]
    data.storeReading({ sha256: LICENCE.document.sha256, fields })
    expect(data.documentsToRead(10)).toEqual([])
    expect(data.readCase(uuid(1))?.readings).toEqual({ licence: fields })
  })
})
