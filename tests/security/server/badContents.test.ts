import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looseBundle, pack, type LooseBundle } from '../../helpers/serverArchives'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import type { IntakeProblem } from '../../../shared/protocol/apiModels'
import { BUNDLE_LIMITS } from '../../../shared/protocol/limits'
import { pdfDocument } from '../../helpers/pdfDocuments'

/** Archives that are sound, with a filing.json or documents that are not. */
describe('Bad contents of bundles', () => {
  let server: TestServer
  let supervisor: TestClient
  let good: LooseBundle

  beforeAll(async () => {
    server = await startTestServer('postgres')
    supervisor = await server.signIn('wang.lei')
    good = await looseBundle('bad')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** Sends what must be refused, sees that nothing of it was kept, and answers why. */
  async function problemsOf(zip: Uint8Array): Promise<readonly IntakeProblem[]> {
    const { status, reply } = await server.send(zip)
    expect(status).toBe(422)
    const { rows } = await supervisor.granted('feed', { query: { after: 0 } })
    expect(rows).toEqual([])
    expect(await readdir(path.join(server.place.folder, 'documents'))).toEqual([])
    return reply.outcome === 'refused' ? reply.problems : []
  }

  function firstFile(): string {
    return Object.keys(good.files)[0] ?? ''
  }

  it.each([
    ['no JSON', '{"format": '],
    ['nothing', ''],
    ['a list', '[]'],
    ['a deep nest', '['.repeat(100_000)],
  ])('are refused for a filing.json that is %s', async (_, text) => {
    const [problem] = await problemsOf(pack(good, { 'filing.json': strToU8(text) }))
    expect(problem?.code).toMatch(/^(manifest-unreadable|field-invalid)$/)
  })

  it('are refused for a filing.json that is missing, not UTF-8 or too large', async () => {
    expect(await problemsOf(zipSync({ ...good.files }))).toMatchObject([
      { code: 'manifest-missing', path: 'filing.json' },
    ])
    const latin = pack(good, { 'filing.json': Buffer.from('{"a":"\u00e9"}', 'latin1') })
    expect(await problemsOf(latin)).toMatchObject([{ code: 'manifest-unreadable' }])
    const large = pack(good, { 'filing.json': new Uint8Array(BUNDLE_LIMITS.manifestBytes + 1).fill(0x20) })
    expect(await problemsOf(large)).toMatchObject([{ code: 'manifest-unreadable', path: 'filing.json' }])
  })

  it.each([
    ['orderNumber', { orderNumber: 'a b' }],
    ['round', { round: 0 }],
    ['submittedAt', { submittedAt: '2026-11-20' }],
    ['submittedAt', { submittedAt: '9999-12-31T23:59:59+08:00' }],
    ['submittedAt', { submittedAt: '0001-01-01T00:00:00Z' }],
    ['province', { province: '999999' }],
    ['accountId', { accountId: 'a\u0000b' }],
    ['accountId', { accountId: 'a\ud800' }],
    ['format', { format: 'something else' }],
    ['', { unexpected: true }],
  ])('are refused for a wrong field and name it: %s', async (place, change) => {
    const problems = await problemsOf(pack(good, {}, { ...good.manifest, ...change }))
    expect(problems.map(({ code, path: at }) => [code, at])).toEqual([['field-invalid', place]])
  })

  it('are refused for fields deep inside, `__proto__` included', async () => {
    const text = JSON.stringify(good.manifest).replace(
      '"application":{',
      '"application":{"__proto__":{"a":1},',
    )
    expect(await problemsOf(pack(good, { 'filing.json': strToU8(text) }))).toMatchObject([
      { code: 'field-invalid', path: 'application' },
    ])
    const { application } = good.manifest
    const entity = { ...application.entity, name: '' }
    const nested = { ...good.manifest, application: { ...application, entity } }
    expect(await problemsOf(pack(good, {}, nested))).toMatchObject([
      { code: 'field-invalid', path: 'application.entity.name' },
    ])
  })

  it('are refused with every problem at once, each with its file', async () => {
    const [text, empty, cut, missing] = Object.keys(good.files)
    const files = {
      ...good.files,
      [text ?? '']: strToU8('I am no picture'),
      [empty ?? '']: new Uint8Array(0),
    }
    const whole = good.files[cut ?? ''] ?? new Uint8Array(0)
    const spoilt = Object.fromEntries(Object.entries(files).filter(([name]) => name !== missing))
    const problems = await problemsOf(
      pack(
        { ...good, files: spoilt },
        { [cut ?? '']: whole.subarray(0, whole.length - 10), 'documents/extra.txt': strToU8('x') },
      ),
    )
    expect(new Map(problems.map(({ code, path: place }) => [place, code]))).toEqual(
      new Map([
        [text, 'document-not-an-image'],
        [empty, 'document-empty'],
        [cut, 'document-not-an-image'],
        [missing, 'document-missing'],
        ['documents/extra.txt', 'file-not-listed'],
      ]),
    )
  })

  it('are refused for a format that is not taken and for several pages, by name', async () => {
    const name = firstFile()
    const svg = await problemsOf(pack(good, { [name]: strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>') }))
    expect(svg).toMatchObject([{ code: 'document-format-refused', path: name }])
    expect(svg[0]?.message).toContain('SVG')
    const pages = sharp(new Uint8Array(8 * 16), { raw: { width: 8, height: 16, channels: 1, pageHeight: 8 } })
    expect(await problemsOf(pack(good, { [name]: await pages.tiff().toBuffer() }))).toMatchObject([
      { code: 'document-several-pictures', path: name },
    ])
  })

  it('are refused for a PDF document that is encrypted, damaged, or behind other bytes', async () => {
    const name = firstFile()
    const sound = pdfDocument()
    const codeOf = async (bytes: Uint8Array) =>
      (await problemsOf(pack(good, { [name]: bytes }))).map(({ code }) => code)
    expect(await codeOf(pdfDocument({ trailer: '/Encrypt<</Filter/Standard>>' }))).toEqual([
      'document-encrypted',
    ])
    expect(await codeOf(sound.subarray(0, sound.length - 30))).toEqual(['document-not-an-image'])
    expect(await codeOf(Buffer.concat([Buffer.from('MZ'), sound]))).toEqual(['document-format-refused'])
  })

  it('are refused for a document that is too large in bytes or pixels', async () => {
    const name = firstFile()
    const bytes = await problemsOf(pack(good, { [name]: new Uint8Array(BUNDLE_LIMITS.documentBytes + 1) }))
    expect(bytes).toMatchObject([{ code: 'document-too-large', path: name }])
    const pixels = await problemsOf(pack(good, { [name]: hugePng(60_000, 60_000) }))
    expect(pixels).toMatchObject([{ code: 'document-too-large', path: name }])
    expect(await problemsOf(pack(good, { [name]: hugePng(1_000_000, 1) }))).toMatchObject([
      { code: 'document-too-large', path: name },
    ])
  })

  it('are refused for two documents with one id, and for a document of no service', async () => {
    const [first, second, ...rest] = good.manifest.documents
    const documents = [first, { ...second, id: first?.id }, ...rest]
    expect(await problemsOf(pack(good, {}, { ...good.manifest, documents }))).toMatchObject([
      { code: 'document-duplicate-id', path: 'documents.1.id' },
    ])
    const strange = [{ ...first, serviceId: 'no-such' }, second, ...rest]
    expect(await problemsOf(pack(good, {}, { ...good.manifest, documents: strange }))).toMatchObject([
      { code: 'field-invalid', path: 'documents.0.serviceId' },
    ])
  })

  it('are refused for a document that points out of the bundle', async () => {
    const [first, ...rest] = good.manifest.documents
    const documents = [{ ...first, file: '../../../etc/passwd' }, ...rest]
    const problems = await problemsOf(pack(good, {}, { ...good.manifest, documents }))
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'document-missing', path: '../../../etc/passwd' }),
      ]),
    )
  })
})

/** A PNG of a few bytes that states these dimensions, with a data chunk and an end. */
function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4, 'latin1')
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  const data = Buffer.from([0, 0, 0, 1, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0, 0])
  const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), header, data, end])
}
