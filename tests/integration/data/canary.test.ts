import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeOperations, PASSWORD, temporaryFolder } from './dataDesk'
import {
  LINES,
  makeApplication,
  makeCase,
  makeHold,
  makePerson,
  makePicture,
  makeRow,
  NOW,
  SESSION,
  uuid,
} from './sampleData'

/** Words that stand nowhere else, so that finding one means that something was written in clear. */
const CANARIES = {
  name: '欧阳金丝雀',
  number: '110101199003079991',
  mobile: '13899990001',
  note: '金丝雀便条',
  file: 'canary-licence.jpg',
  session: 'token-of-a-canary-session',
  picture: 'canary-bytes-of-a-picture',
  entity: '金丝雀数据有限公司',
  finding: 'canary-unit',
  certificate: 'canary-bytes-of-a-certificate',
  certificateName: '金丝雀备案证书.pdf',
} as const
const JPEG_HEADER = Buffer.from('ffd8ffe000104a464946', 'hex')

function needles(): ReadonlyArray<readonly [string, Buffer]> {
  const texts = Object.values(CANARIES).flatMap((text) =>
    (['utf8', 'utf16le'] as const).map(
      (encoding) => [`${text} (${encoding})`, Buffer.from(text, encoding)] as const,
    ),
  )
  const spaced = Array.from(CANARIES.name).join(' ')
  return [...texts, ['tokens of the search index', Buffer.from(spaced)], ['JPEG header', JPEG_HEADER]]
}

function findIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.flatMap((entry) => {
    const bytes = readFileSync(path.join(entry.parentPath, entry.name))
    const found = needles().filter(([, needle]) => bytes.includes(needle))
    const inName = Object.values(CANARIES).filter((text) => entry.name.includes(text))
    return [
      ...found.map(([what]) => `${entry.name}: ${what}`),
      ...inName.map((text) => `${entry.name}: named ${text}`),
    ]
  })
}

describe('a profile folder', () => {
  it('holds nothing of a case in clear, while it is open and after', async () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: true })
    data.saveSession({ ...SESSION, token: CANARIES.session })
    const person = makePerson({
      name: CANARIES.name,
      mobile: CANARIES.mobile,
      certificate: { type: 'resident-id', number: CANARIES.number },
    })
    const picture = makePicture('licence', CANARIES.picture, { fileName: CANARIES.file })
    const filingCase = makeCase(1, { application: makeApplication(person), documents: [picture.document] })
    data.applyFeed({
      rows: [makeRow(1, { entityName: CANARIES.entity })],
      cursor: 1,
      userId: SESSION.user.id,
    })
    data.storeCase({ filingCase, hold: makeHold(1), now: NOW })
    data.storeDocument({ caseId: uuid(1), sha256: picture.document.sha256, bytes: picture.bytes })
    data.storeThumbnail({ sha256: picture.document.sha256, bytes: picture.bytes })
    data.storeView({ sha256: picture.document.sha256, bytes: picture.bytes })
    data.storeExamination({
      sha256: picture.document.sha256,
      findings: [{ check: 'sharpness', verdict: 'pass', value: 1, threshold: 1, unit: CANARIES.finding }],
    })
    data.storeReading({
      sha256: picture.document.sha256,
      fields: [{ field: 'name', value: CANARIES.entity, confidence: 1, proof: 'none', places: [] }],
    })
    data.chooseCertificate({
      ...{
        caseId: uuid(1),
        fileName: CANARIES.certificateName,
        mediaType: 'application/pdf',
        replaces: null,
      },
      bytes: Buffer.from(`%PDF-1.7 ${CANARIES.certificate}`),
      now: NOW,
    })
    expect(data.chosenCertificates()).toMatchObject([{ fileName: CANARIES.certificateName }])
    const answers = [{ lineId: 'national:name', verdict: 'ok' as const, note: CANARIES.note }]
    data.saveDraft({
      caseId: uuid(1),
      draft: { answers, reasons: [], internalNote: CANARIES.note },
      now: NOW,
    })
    const decided = data.decide({
      commandId: uuid(0xc1),
      caseId: uuid(1),
      verdict: 'pass',
      reasons: [],
      internalNote: CANARIES.note,
      lines: LINES,
      carried: [],
      now: NOW,
    })
    expect(decided.ok).toBe(true)
    expect(readdirSync(folder).sort()).toContain('desk.sqlite-wal')
    expect(findIn(folder), 'while open').toEqual([])
    data.closeProfile()
    expect(findIn(folder), 'after closing').toEqual([])
    expect(readdirSync(folder).sort()).toEqual([
      'desk.sqlite',
      'documents',
      'keyring.json',
      'thumbnails',
      'views',
    ])
  })

  it('would be noticed by this test if it did', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'a.bin'), Buffer.from(`x${CANARIES.name}x`, 'utf16le'))
    writeFileSync(path.join(folder, 'b.bin'), Buffer.concat([Buffer.alloc(10), JPEG_HEADER]))
    writeFileSync(path.join(folder, CANARIES.file), '')
    expect(findIn(folder)).toHaveLength(3)
  })
})
