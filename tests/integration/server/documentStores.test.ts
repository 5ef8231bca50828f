import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startS3Server, type S3Server } from '../../helpers/s3Server'
import { receiveFiling } from '../../helpers/serverCases'
import {
  MINUTE,
  START,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { DocumentStore } from '../../../server/documents/documentStore'
import { createFolderDocumentStore } from '../../../server/documents/folderDocumentStore'
import { createS3DocumentStore } from '../../../server/documents/s3DocumentStore'

const HOUR = 3_600_000
const time = { value: Date.parse('2026-11-20T10:30:00+08:00'), now: () => time.value }
let nextId = 0
const surroundings = { clock: time, ids: { next: () => `id-${(nextId += 1)}` } }
const PAPER = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251))
const HASH = hashOf(PAPER)

let storage: S3Server
let folder: string
beforeAll(async () => {
  storage = await startS3Server(time, 'papers/')
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-documents-'))
})
afterAll(async () => {
  await storage.stop()
  await rm(folder, { recursive: true, force: true })
})

const STORES: Readonly<Record<string, () => DocumentStore>> = {
  folder: () => createFolderDocumentStore(path.join(folder, 'documents'), surroundings),
  S3: () =>
    createS3DocumentStore(
      { ...storage.settings, secret: { value: storage.secret } },
      storage.secret,
      surroundings,
    ),
}

describe.each(Object.keys(STORES))('Document store: %s', (kind) => {
  let store: DocumentStore
  beforeAll(() => {
    store = STORES[kind]?.() ?? expect.unreachable()
  })

  async function read(sha256: string, start?: number, end?: number): Promise<Buffer> {
    const document = await store.open(sha256)
    if (!document) {
      throw new Error('not there')
    }
    const content = await buffer(document.stream(start ?? 0, end ?? document.bytes - 1))
    await document.close()
    return content
  }

  it('gives back what was put, whole and in ranges', async () => {
    expect(await store.open(HASH)).toBeNull()
    await store.put(HASH, PAPER)
    const document = await store.open(HASH)
    expect(document?.bytes).toBe(PAPER.length)
    await document?.close()
    expect((await read(HASH)).equals(PAPER)).toBe(true)
    expect((await read(HASH, 0, 0)).equals(PAPER.subarray(0, 1))).toBe(true)
    expect((await read(HASH, 1000, 1999)).equals(PAPER.subarray(1000, 2000))).toBe(true)
    expect((await read(HASH, 299_999, 299_999)).equals(PAPER.subarray(299_999))).toBe(true)
  })

  it('takes the same content twice', async () => {
    await store.put(HASH, PAPER)
    await store.put(HASH, PAPER)
    expect((await read(HASH)).equals(PAPER)).toBe(true)
  })

  it('takes nothing for a name that is not a hash', async () => {
    await expect(store.put('../outside', PAPER)).rejects.toThrow()
    await expect((async () => store.open('../outside'))()).rejects.toThrow()
  })

  it('says that something can be kept', async () => {
    await expect(store.check()).resolves.toBeUndefined()
  })

  it('sweeps what nobody refers to and nobody has put since', async () => {
    const contents = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((text) => Buffer.from(text))
    const hashes = contents.map(hashOf)
    for (const [index, content] of contents.entries()) {
      await store.put(hashes[index] ?? '', content)
    }
    const [referred, again, ...gone] = hashes
    time.value += 20 * HOUR
    await store.put(again ?? '', contents[1] ?? PAPER)
    time.value += 5 * HOUR
    const isReferred = (sha256: string) => Promise.resolve(sha256 === referred || sha256 === HASH)
    expect(await store.sweep(time.now() - 24 * HOUR, isReferred)).toBe(gone.length)
    const left = await Promise.all(hashes.map(async (hash) => (await closed(store, hash)) !== null))
    expect(left).toEqual([true, true, false, false, false, false, false])
    expect((await read(HASH)).equals(PAPER)).toBe(true)
  })
})

describe('Documents in an S3-compatible storage', () => {
  const store = (change: Partial<S3Server['settings']> = {}, secret = storage.secret) =>
    createS3DocumentStore({ ...storage.settings, ...change, secret: { value: secret } }, secret, surroundings)
  async function read(sha256 = HASH): Promise<Buffer> {
    const document = await store().open(sha256)
    return document ? buffer(document.stream(0, document.bytes - 1)) : Buffer.alloc(0)
  }

  it('repeats what met a busy storage or a broken line', async () => {
    storage.fail('PUT', 'busy', 'cut-head')
    await store().put(HASH, PAPER)
    expect(storage.objects.get(`papers/${HASH}`)?.content.equals(PAPER)).toBe(true)
    storage.fail('HEAD', 'busy')
    storage.fail('GET', 'busy', 'cut-head')
    expect((await read()).equals(PAPER)).toBe(true)
  })

  it('waits no longer than it is told for a storage that says nothing', async () => {
    const settings = { ...storage.settings, secret: { value: storage.secret } }
    const hasty = createS3DocumentStore(settings, storage.secret, { ...surroundings, answerWithin: 300 })
    storage.fail('HEAD', 'silent')
    expect((await hasty.open(HASH))?.bytes).toBe(PAPER.length)
    storage.fail('PUT', 'silent')
    await expect(hasty.check()).rejects.toMatchObject({ code: 'timeout' })
  })

  it('keeps a health probe short, whatever it waits for', { timeout: 4_000 }, async () => {
    storage.fail('PUT', 'silent')
    await expect(store().check()).rejects.toMatchObject({ code: 'timeout' })
    storage.fail('DELETE', 'silent')
    await expect(store().check()).rejects.toMatchObject({ code: 'timeout' })
  })

  it('takes a document up again behind the last byte that came', async () => {
    storage.fail('GET', 'cut-body', 'cut-body')
    expect((await read()).equals(PAPER)).toBe(true)
  })

  it('gives up on a storage that stays busy, by its own word', async () => {
    storage.fail('PUT', 'busy', 'busy', 'busy', 'busy')
    await expect(store().put(HASH, PAPER)).rejects.toMatchObject({ name: 'S3Failure', code: 'SlowDown' })
  })

  it('never completes a document whose bytes have changed', async () => {
    const sha256 = hashOf(Buffer.from('changed'))
    storage.objects.set(`papers/${sha256}`, { content: Buffer.from('chanGed'), modified: time.now() })
    await expect(read(sha256)).rejects.toMatchObject({ code: 'other-content' })
  })

  it('is refused bytes that are not what their name says', async () => {
    const other = hashOf(Buffer.from('another'))
    await expect(store().put(other, PAPER)).rejects.toMatchObject({ code: 'XAmzContentSHA256Mismatch' })
    expect(storage.objects.has(`papers/${other}`)).toBe(false)
  })

  it.each([
    ['a wrong secret', { secret: 'another' }, 'SignatureDoesNotMatch'],
    ['a wrong key', { accessKeyId: 'ANOTHER' }, 'InvalidAccessKeyId'],
    ['a line that is dead', { endpoint: 'http://127.0.0.1:9' }, /ECONNREFUSED|no-answer/],
  ])('does not repeat for nothing with %s, and says so once in ten seconds', async (_name, change, code) => {
    const { secret, ...settings } = { secret: storage.secret, ...change }
    const wrong = store(settings, secret)
    await expect(wrong.check()).rejects.toMatchObject({ code: expect.stringMatching(code) as string })
    const before = storage.requests.length
    await expect(wrong.check()).rejects.toMatchObject({ name: 'S3Failure' })
    expect(storage.requests).toHaveLength(before)
  })

  it('leaves what is not its own', async () => {
    storage.objects.set('papers/readme.txt', { content: Buffer.from('of somebody else'), modified: 0 })
    storage.objects.set(`other/${HASH}`, { content: PAPER, modified: 0 })
    await store().sweep(time.now() + HOUR, () => Promise.resolve(false))
    expect([...storage.objects.keys()].sort()).toEqual([`other/${HASH}`, 'papers/readme.txt'])
  })
})

describe('A server whose documents are in such a storage', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  const papers: { bucket: S3Server | null } = { bucket: null }

  beforeAll(async () => {
    const bucket = await startS3Server({ now: () => START })
    papers.bucket = bucket
    server = await startTestServer('embedded', {
      s3: { ...bucket.settings, secret: { value: bucket.secret } },
    })
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.stop()
    await papers.bucket?.stop()
  })

  it('keeps what intake brings there, and serves it whole and in ranges to whoever holds the case', async () => {
    const caseId = await receiveFiling(server, { seed: 'stored-away' })
    const names = [...(papers.bucket?.objects.keys() ?? [])]
    expect(names.length).toBeGreaterThan(3)
    expect(existsSync(path.join(server.place.folder, 'documents'))).toBe(false)
    const reviewer = await server.signIn('li.na')
    await reviewer.granted('hold', { body: { caseId } })
    for (const sha256 of names) {
      const content = papers.bucket?.objects.get(sha256)?.content ?? Buffer.alloc(0)
      const whole = await reviewer.document(caseId, sha256)
      expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true)
    }
    const [first = ''] = names
    const part = await reviewer.document(caseId, first, { range: 'bytes=2-5' })
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '4'])
  })

  it('says in its health that nothing can be kept, and in its log why, without the secret', async () => {
    expect(await server.visitor().granted('health', {})).toMatchObject({ storage: 'ok' })
    await papers.bucket?.stop()
    server.advance(MINUTE)
    expect(await server.visitor().granted('health', {})).toMatchObject({ storage: 'failing' })
    expect(server.log()).toMatch(/documents cannot be kept.*S3Failure.*ECONNREFUSED/)
    expect(server.log()).not.toContain(papers.bucket?.secret)
  })
})

async function closed(store: DocumentStore, sha256: string): Promise<number | null> {
  const document = await store.open(sha256)
  await document?.close()
  return document?.bytes ?? null
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
