import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'
import { readZip, type ReadZipEntry } from '../../../electron/common/archive/readZip'
import { inspectPdf } from '../../../electron/media/pdf/inspectPdf'
import {
  buildPackage,
  type BuiltPackage,
  type PackageRequest,
} from '../../../electron/workflows/packages/buildPackage'
import { packageManifestSchema } from '../../../shared/package/manifest'
import type { Case } from '../../../shared/protocol/case'
import { refusal } from '../../../shared/result'
import { ACCOUNT_CANARY, NOTE_CANARY, passedCase } from './passedCase'

const run = promisify(execFile)

let request: PackageRequest
let built: BuiltPackage

async function build(change: Partial<PackageRequest> = {}): Promise<BuiltPackage> {
  const result = await buildPackage({ ...request, ...change })
  if (!result.ok) {
    throw new Error(result.error)
  }
  return result.value
}

function withCase(change: Partial<Case>): Partial<PackageRequest> {
  return { filingCase: { ...request.filingCase, ...change } }
}

function entriesOf(bytes: Uint8Array): readonly ReadZipEntry[] {
  const read = readZip(bytes, { entries: 200, totalBytes: 100_000_000 })
  if (!read.ok) {
    throw new Error(read.error)
  }
  expect(read.value.problems).toEqual([])
  return read.value.entries
}

function fileIn(bytes: Uint8Array, name: string): Buffer {
  const entry = entriesOf(bytes).find((candidate) => candidate.path === name)
  if (!entry) {
    throw new Error(`No ${name}`)
  }
  return Buffer.from(entry.bytes)
}

beforeAll(async () => {
  // Jiangsu wants a statement as PDF: the pages of one are in the dossier.
  request = await passedCase({ province: '320000' })
  built = await build()
})

describe('buildPackage', () => {
  it('puts dossier, data and originals under a manifest that lists them', () => {
    const paths = entriesOf(built.bytes).map((entry) => entry.path)
    expect(paths[0]).toBe('manifest.json')
    expect(paths).toEqual([paths[0], ...paths.slice(1).sort()])
    const manifest = packageManifestSchema.parse(JSON.parse(fileIn(built.bytes, 'manifest.json').toString()))
    expect(manifest.files.map((file) => file.path)).toEqual(paths.slice(1))
    expect(manifest).toMatchObject({
      caseVersion: 6,
      round: 2,
      auditHead: 'b'.repeat(64),
      applicationVersion: '0.1.0',
    })
    expect(paths).toContain('originals/01-business-licence-face.jpg')
  })

  it('puts a PDF document in as it is, its pages in the dossier, and is sound', async () => {
    const own = await passedCase({ province: '320000' })
    const made = await build(own)
    const statement = own.filingCase.rounds
      .at(-1)
      ?.documents.find(({ mediaType }) => mediaType === 'application/pdf')
    const paths = entriesOf(made.bytes).map((entry) => entry.path)
    const place =
      paths.find((candidate) => candidate.endsWith('.pdf') && candidate.startsWith('originals/')) ?? ''
    expect(place).toMatch(/-authenticity-commitment-page\.pdf$/)
    expect(
      fileIn(made.bytes, place).equals(own.documents.get(statement?.sha256 ?? '') ?? new Uint8Array()),
    ).toBe(true)
    expect(Buffer.from((await build(own)).bytes).equals(made.bytes)).toBe(true)
    expect((await checkPackage(made.bytes)).faults).toEqual([])
  })

  it('keeps the originals byte for byte', () => {
    const originals = entriesOf(built.bytes).filter((entry) => entry.path.startsWith('originals/'))
    expect(originals).toHaveLength(request.documents.size)
    for (const { bytes } of originals) {
      expect([...request.documents.values()].some((document) => Buffer.from(document).equals(bytes))).toBe(
        true,
      )
    }
  })

  it('is found whole by the verifier', async () => {
    expect((await checkPackage(built.bytes)).faults).toEqual([])
  })

  it('names the file by order, case version and hash', () => {
    expect(built.fileName).toBe(`${request.filingCase.orderNumber}-v6-${built.sha256.slice(0, 8)}.zip`)
  })

  it('hands no note and no account of a reviewer or applicant to the administration', () => {
    for (const { bytes } of entriesOf(built.bytes)) {
      const text = Buffer.from(bytes).toString('utf8')
      expect(text).not.toContain(NOTE_CANARY)
      expect(text).not.toContain(ACCOUNT_CANARY)
    }
  })

  it('draws a dossier with a page for each document after the text', async () => {
    const pdf = await inspectPdf(fileIn(built.bytes, 'dossier.pdf'))
    expect(pdf?.pages).toBeGreaterThanOrEqual(request.documents.size + 3)
    expect(pdf?.subject).toBe(request.filingCase.orderNumber)
  })
})

describe('the bytes of a package', () => {
  it('are the same when it is built again', async () => {
    expect((await build()).sha256).toBe(built.sha256)
  })

  it.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'zh_CN.GB18030', LC_ALL: 'C' },
  ])(
    'are the same under another zone and language (%o)',
    async (environment) => {
      const script = path.join(import.meta.dirname, 'printPackageHash.mjs')
      const { stdout } = await run(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
        env: { PATH: process.env['PATH'], ...environment },
      })
      expect(stdout).toBe(built.sha256)
    },
    120_000,
  )

  it('are the same after the hand-over and whatever else happens to the case later', async () => {
    const { timeline } = request.filingCase
    const later = await build(
      withCase({
        version: 9,
        state: 'submitted',
        timeline: [
          ...timeline,
          { at: '2026-11-20T14:33:00+08:00', kind: 'delivered', round: 2, actor: null },
          { at: '2026-11-21T09:10:00+08:00', kind: 'submitted', round: 2, actor: '陈立' },
        ],
      }),
    )
    expect(later.sha256).toBe(built.sha256)
    expect(later.caseVersion).toBe(6)
  })

  it('do not depend on the order in which documents are given', async () => {
    const documents = new Map([...request.documents].reverse())
    expect((await build({ documents })).sha256).toBe(built.sha256)
  })

  it('differ for another application version', async () => {
    expect((await build({ applicationVersion: '0.2.0' })).sha256).not.toBe(built.sha256)
  })
})

describe('what no package is built from', () => {
  async function problem(change: Partial<PackageRequest>): Promise<string> {
    const result = await buildPackage({ ...request, ...change })
    return result.ok ? 'built' : result.error
  }

  it.each(['pending-review', 'escalated', 'returned', 'awaiting-photo', 'photo-review'] as const)(
    'a case that is %s',
    async (state) => {
      expect(await problem(withCase({ state }))).toBe('not-acknowledged')
    },
  )

  it('a case without an acknowledged decision', async () => {
    expect(await problem(withCase({ decisions: [] }))).toBe('not-acknowledged')
  })

  it('a case whose last decision was a return, or on an earlier round', async () => {
    const { decisions } = request.filingCase
    expect(await problem(withCase({ decisions: decisions.slice(0, 1) }))).toBe('not-acknowledged')
    const earlier = decisions.map((decision) => ({ ...decision, round: 1 }))
    expect(await problem(withCase({ decisions: earlier }))).toBe('not-acknowledged')
  })

  it('a case with a document missing, or another in its place', async () => {
    const [first] = request.documents.keys()
    const missing = new Map([...request.documents].slice(1))
    expect(await problem({ documents: missing })).toBe('documents-missing')
    const swapped = new Map([...missing, [first ?? '', Buffer.from('another picture')] as const])
    expect(await problem({ documents: swapped })).toBe('documents-missing')
  })

  it('a media process that failed', async () => {
    const media = { dossier: () => Promise.resolve(refusal('timed-out' as const)) }
    expect(await problem({ media })).toBe('media-failed')
  })
})

describe('packages of every filing type', () => {
  it.each([
    'add-provider',
    'new-service-filed-elsewhere',
    'new-service-filed-here',
    'change',
    'claim',
    'cancel-entity',
    'cancel-service',
    'remove-provider',
  ] as const)('%s', async (filingType) => {
    const other = await passedCase({ filingType, seed: filingType })
    const result = await buildPackage(other)
    expect(result.ok && (await checkPackage(result.value.bytes)).faults).toEqual([])
  })

  it('an individual’s first filing whose name the font cannot write', async () => {
    const other = await passedCase({ nature: 'individual', seed: 'rare' })
    const rounds = other.filingCase.rounds.map((round) => {
      const entity = { ...round.application.entity, name: '𠮷田㐂' }
      return { ...round, application: { ...round.application, entity } }
    })
    const result = await buildPackage({ ...other, filingCase: { ...other.filingCase, rounds } })
    expect(result.ok && (await checkPackage(result.value.bytes)).faults).toEqual([])
    expect(result.ok && fileIn(result.value.bytes, 'data/filing.json').toString()).toContain('𠮷田㐂')
  })
})
