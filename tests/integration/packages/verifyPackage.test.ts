import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'
import { readZip, type ReadZipEntry } from '../../../electron/common/archive/readZip'
import { writeZip, type ZipEntry } from '../../../electron/common/archive/writeZip'
import { buildPackage } from '../../../electron/workflows/packages/buildPackage'
import { canonicalJsonFile } from '../../../shared/canonicalJson'
import { DATA_PATHS, DOSSIER_PATH, MANIFEST_PATH } from '../../../shared/package/manifest'
import { passedCase } from './passedCase'

const run = promisify(execFile)

let whole: Buffer
let entries: readonly ReadZipEntry[]
let folder: string

beforeAll(async () => {
  const built = await buildPackage(await passedCase())
  if (!built.ok) {
    throw new Error(built.error)
  }
  whole = Buffer.from(built.value.bytes)
  const read = readZip(whole, { entries: 200, totalBytes: 100_000_000 })
  if (!read.ok) {
    throw new Error(read.error)
  }
  entries = read.value.entries
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-verify-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function faults(bytes: Uint8Array): Promise<readonly string[]> {
  return (await checkPackage(bytes)).faults.map((fault) => `${fault.code} ${fault.path}`.trim())
}

function change(entryPath: string, alter: (bytes: Buffer) => Uint8Array): readonly ZipEntry[] {
  return entries.map((entry) =>
    entry.path === entryPath ? { ...entry, bytes: alter(Buffer.from(entry.bytes)) } : entry,
  )
}

/** Alters a JSON file and makes the manifest agree with it, as somebody would who knows the format. */
function forge(entryPath: string, alter: (value: Record<string, unknown>) => void): readonly ZipEntry[] {
  const bytesOf = (name: string): Buffer =>
    Buffer.from(entries.find((entry) => entry.path === name)?.bytes ?? [])
  const value = JSON.parse(bytesOf(entryPath).toString()) as Record<string, unknown>
  alter(value)
  const forged = Buffer.from(canonicalJsonFile(value))
  const manifest = JSON.parse(bytesOf(MANIFEST_PATH).toString()) as {
    files: { path: string; bytes: number; sha256: string }[]
  }
  for (const file of manifest.files) {
    if (file.path === entryPath) {
      file.bytes = forged.length
      file.sha256 = createHash('sha256').update(forged).digest('hex')
    }
  }
  return entries.map((entry) => {
    if (entry.path === entryPath) {
      return { ...entry, bytes: forged }
    }
    return entry.path === MANIFEST_PATH
      ? { ...entry, bytes: Buffer.from(canonicalJsonFile(manifest)) }
      : entry
  })
}

const photograph = 'originals/01-business-licence-face.jpg'

describe('checkPackage', () => {
  it('finds nothing on a whole package and says what it is about', async () => {
    const report = await checkPackage(whole)
    expect(report.faults).toEqual([])
    expect(report.manifest?.caseVersion).toBe(6)
    expect(report.sha256).toBe(createHash('sha256').update(whole).digest('hex'))
  })

  it('refuses every alteration of one byte and names the file it is in', async () => {
    const spans = entries.map(({ path: name, start, end }) => ({ name, start, end }))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const altered = Buffer.from(whole)
        altered[place] = (altered[place] ?? 0) ^ mask
        const found = await faults(altered)
        expect(found).not.toEqual([])
        // A damaged directory names no file; inside an entry the entry is always named.
        const span = spans.find(({ start, end }) => place >= start && place < end)
        expect(found.join('\n')).toContain(span?.name ?? '')
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('refuses every alteration of one byte in the headers and the directory', async () => {
    const directory = whole.readUInt32LE(whole.length - 6)
    const span = (start: number, length: number): readonly number[] =>
      Array.from({ length }, (_, index) => start + index)
    // Every kind of place once: a deflated and a stored entry, the head of the directory, the end record.
    const places = [entries[0], entries.at(-1)].flatMap((entry) =>
      entry ? span(entry.start, 30 + entry.path.length) : [],
    )
    places.push(...span(directory, 46 + MANIFEST_PATH.length), ...span(whole.length - 22, 22))
    for (const place of places) {
      const altered = Buffer.from(whole)
      altered[place] = (altered[place] ?? 0) ^ 0x01
      expect(await faults(altered), `byte ${String(place)}`).not.toEqual([])
    }
  }, 180_000)

  it('names an altered original', async () => {
    const altered = change(photograph, (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([0])]))
    expect(await faults(writeZip(altered))).toEqual([`file-altered ${photograph}`])
  })

  it('names a file of another size', async () => {
    const altered = change(photograph, (bytes) => Buffer.concat([bytes, Buffer.from([0])]))
    expect(await faults(writeZip(altered))).toEqual([`size-differs ${photograph}`])
  })

  it('names a missing file', async () => {
    const fewer = entries.filter((entry) => entry.path !== photograph)
    expect(await faults(writeZip(fewer))).toEqual([`file-missing ${photograph}`])
  })

  it('names an added file', async () => {
    const more: readonly ZipEntry[] = [
      ...entries,
      { path: 'originals/99-extra.jpg', bytes: Buffer.from('x'), method: 'stored' },
    ]
    expect(await faults(writeZip(more))).toEqual(['file-added originals/99-extra.jpg'])
  })

  it('names a renamed file by both names', async () => {
    const renamed = entries.map((entry) =>
      entry.path === photograph ? { ...entry, path: 'originals/01-renamed.jpg' } : entry,
    )
    const report = await checkPackage(writeZip(renamed))
    expect(report.faults).toEqual([
      { code: 'file-renamed', path: 'originals/01-renamed.jpg', detail: photograph },
    ])
  })

  it('names a missing and an unreadable manifest', async () => {
    expect(await faults(writeZip(entries.slice(1)))).toEqual([`manifest-missing ${MANIFEST_PATH}`])
    const broken = change(MANIFEST_PATH, () => Buffer.from('{}'))
    expect(await faults(writeZip(broken))).toEqual([`manifest-invalid ${MANIFEST_PATH}`])
  })

  it('says that entries in another order were not written by the desk', async () => {
    const [manifest, second, third, ...rest] = entries
    if (!manifest || !second || !third) {
      throw new Error('too few entries')
    }
    expect(await faults(writeZip([manifest, third, second, ...rest]))).toEqual([
      `not-canonical ${third.path}`,
    ])
    const stored = entries.map((entry) => ({ ...entry, method: 'stored' as const }))
    expect(await faults(writeZip(stored))).toEqual([`not-canonical ${MANIFEST_PATH}`])
  })

  it.each([
    ['another verdict', DATA_PATHS.decision, 'verdict', 'return', 'data-invalid'],
    ['another order', DATA_PATHS.decision, 'orderNumber', 'BA-00000001', 'data-contradicts'],
    ['another case version', DATA_PATHS.decision, 'caseVersion', 7, 'data-contradicts'],
    ['another audit entry', DATA_PATHS.decision, 'auditHash', 'c'.repeat(64), 'data-contradicts'],
    ['another rule pack', DATA_PATHS.checklist, 'rulePack', '2020-01-01', 'data-contradicts'],
    ['another round', DATA_PATHS.filing, 'round', 1, 'data-contradicts'],
    ['a field that does not belong there', DATA_PATHS.case, 'internalNote', 'note', 'data-invalid'],
  ])('finds %s in data that were forged together with the manifest', async (_, file, key, value, code) => {
    const forged = forge(file, (content) => {
      content[key] = value
    })
    expect(await faults(writeZip(forged))).toContain(`${code} ${file}`)
  })

  it('finds a dossier that is no PDF, even when the manifest was made to fit', async () => {
    const bytes = Buffer.from('%PDF-1.7 and nothing else')
    const manifestEntry = entries.find((entry) => entry.path === MANIFEST_PATH)
    const manifest = JSON.parse(Buffer.from(manifestEntry?.bytes ?? []).toString()) as {
      files: { path: string; bytes: number; sha256: string }[]
    }
    for (const file of manifest.files.filter((one) => one.path === DOSSIER_PATH)) {
      file.bytes = bytes.length
      file.sha256 = createHash('sha256').update(bytes).digest('hex')
    }
    const forged = entries.map((entry) => {
      if (entry.path === DOSSIER_PATH) {
        return { ...entry, bytes }
      }
      return entry.path === MANIFEST_PATH
        ? { ...entry, bytes: Buffer.from(canonicalJsonFile(manifest)) }
        : entry
    })
    expect(await faults(writeZip(forged))).toEqual([`dossier-invalid ${DOSSIER_PATH}`])
  })

  it('quotes no personal data of a file whose form is wrong', async () => {
    const forged = forge(DATA_PATHS.filing, (content) => {
      content['submittedAt'] = 'canary-value'
    })
    expect(JSON.stringify(await checkPackage(writeZip(forged)))).not.toContain('canary-value')
  })
})

describe('npm run verify-package', () => {
  interface Outcome {
    readonly code: number
    readonly stdout: string
    readonly stderr: string
  }

  async function verify(...args: string[]): Promise<Outcome> {
    const script = path.join(import.meta.dirname, '../../../cli/verifyPackage.ts')
    const argv = ['--import', import.meta.resolve('tsx'), script, ...args]
    try {
      return { code: 0, ...(await run(process.execPath, argv)) }
    } catch (error) {
      return error as Outcome
    }
  }

  it('reports each file, and the worst exit code of all', async () => {
    const good = path.join(folder, 'good.zip')
    const bad = path.join(folder, 'bad.zip')
    await writeFile(good, whole)
    await writeFile(bad, writeZip(entries.filter((entry) => entry.path !== photograph)))

    const passed = await verify(good)
    expect(passed.code).toBe(0)
    expect(passed.stdout).toContain('good.zip: whole')
    expect(passed.stdout).toContain('case version 6')

    const failed = await verify(good, bad)
    expect(failed.code).toBe(1)
    expect(failed.stdout).toContain(`${photograph} is in the manifest but not in the package`)

    const asJson = await verify('--json', bad, path.join(folder, 'none.zip'))
    expect(asJson.code).toBe(2)
    const [first, second] = asJson.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(first).toMatchObject({ ok: false, faults: [{ code: 'file-missing', path: photograph }] })
    expect(second).toMatchObject({ error: 'cannot be read (ENOENT)' })
  }, 120_000)

  it('compares with the hash recorded at the hand-over', async () => {
    const good = path.join(folder, 'recorded.zip')
    await writeFile(good, whole)
    const hash = createHash('sha256').update(whole).digest('hex')
    expect((await verify('--sha256', hash, good)).code).toBe(0)
    const other = await verify('--sha256', 'f'.repeat(64), good)
    expect(other.code).toBe(1)
    expect(other.stdout).toContain('is not the one expected')
  }, 120_000)

  it('explains itself on wrong use', async () => {
    const outcome = await verify('--unknown')
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('Usage: npm run --silent verify-package')
  }, 60_000)
})
