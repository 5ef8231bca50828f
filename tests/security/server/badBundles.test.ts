import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looseBundle, overwrite, pack, patchEntry, type LooseBundle } from '../../helpers/serverArchives'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import type { IntakeProblem } from '../../../shared/protocol/apiModels'
import { BUNDLE_LIMITS } from '../../../shared/protocol/limits'

const MEBIBYTE = 1024 * 1024
const SYMLINK = { os: 3, attrs: 0o120777 << 16 } as const

/** Whatever is sent, the answer names what is wrong, nothing of it is stored, and the server goes on. */
describe('Bad bundles', () => {
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
    ['climbs out', '../outside.jpg'],
    ['climbs out further down', 'documents/../../outside.jpg'],
    ['is absolute', '/etc/outside.jpg'],
    ['names a drive', 'C:/outside.jpg'],
    ['has a backslash', 'documents\\outside.jpg'],
    ['has a NUL', 'documents/out\u0000side.jpg'],
    ['has a line break', 'documents/out\nside.jpg'],
    ['has an empty folder', 'documents//outside.jpg'],
  ])('are refused for a name that %s', async (_, name) => {
    const problems = await problemsOf(pack(good, { [name]: strToU8('x') }))
    expect(problems.map(({ code, path: place }) => [code, place])).toEqual([['path-unsafe', name]])
  })

  it('are refused for links and devices', async () => {
    const link = await problemsOf(pack(good, { 'documents/link.jpg': [strToU8('/etc/passwd'), SYMLINK] }))
    expect(link).toMatchObject([{ code: 'path-unsafe', path: 'documents/link.jpg' }])
    const device = await problemsOf(
      pack(good, { 'documents/pipe.jpg': [strToU8(''), { os: 3, attrs: 0o010644 << 16 }] }),
    )
    expect(device).toMatchObject([{ code: 'path-unsafe', path: 'documents/pipe.jpg' }])
  })

  it.each([
    ['twice', 'documents/same-1.jpg', 'documents/same-1.jpg'],
    ['in other case', 'documents/same-1.jpg', 'documents/SAME-1.jpg'],
  ])('are refused for a name that stands there %s', async (_, name, again) => {
    const zip = pack(good, { [name]: strToU8('x'), 'documents/same-2.jpg': strToU8('y') })
    const problems = await problemsOf(overwrite(zip, 'documents/same-2.jpg', again))
    expect(problems).toMatchObject([{ code: 'path-unsafe', path: again }])
  })

  it('are refused for names that only differ in how they are composed', async () => {
    const zip = pack(good, { 'documents/\u00e9.jpg': strToU8('x'), 'documents/e\u0301.jpg': strToU8('y') })
    expect(await problemsOf(zip)).toMatchObject([{ code: 'path-unsafe', path: 'documents/\u00e9.jpg' }])
  })

  it('are refused for too many entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: BUNDLE_LIMITS.entries + 1 }, (_, index) => [
        `documents/${index}.jpg`,
        strToU8('x'),
      ]),
    )
    expect(await problemsOf(zipSync(many))).toMatchObject([{ code: 'archive-too-large' }])
  })

  it('are refused for what they would unpack to, before anything is unpacked', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `documents/bomb-${index}.jpg`)
    const zip = pack(good, Object.fromEntries(names.map((name) => [name, strToU8('x')])))
    const stated = names.reduce(
      (bytes, name) =>
        patchEntry(bytes, name, (header, kind) =>
          header.writeUInt32LE(17 * MEBIBYTE, kind === 'central' ? 24 : 22),
        ),
      zip,
    )
    expect(await problemsOf(stated)).toMatchObject([{ code: 'archive-too-large', path: '' }])
  })

  it('are refused for entries that unpack to more or less than they state', async () => {
    const name = 'documents/bomb.jpg'
    const zip = pack(good, { [name]: new Uint8Array(30 * MEBIBYTE) })
    for (const stated of [1000, 19 * MEBIBYTE]) {
      const lying = patchEntry(zip, name, (header, kind) =>
        header.writeUInt32LE(stated, kind === 'central' ? 24 : 22),
      )
      expect(await problemsOf(lying)).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: 'archive-unreadable', path: name })]),
      )
    }
  })

  it('are refused for encrypted and strangely packed entries', async () => {
    const name = firstFile()
    const encrypted = patchEntry(pack(good), name, (header, kind) => {
      header.writeUInt16LE(header.readUInt16LE(kind === 'central' ? 8 : 6) | 1, kind === 'central' ? 8 : 6)
    })
    expect(await problemsOf(encrypted)).toMatchObject([{ code: 'archive-unreadable', path: name }])
    const strange = patchEntry(pack(good), name, (header, kind) =>
      header.writeUInt16LE(14, kind === 'central' ? 10 : 8),
    )
    expect(await problemsOf(strange)).toMatchObject([{ code: 'archive-unreadable', path: name }])
  })

  it('are refused for contents that do not have the stated check value', async () => {
    const name = firstFile()
    const zip = patchEntry(pack(good), name, (header, kind) =>
      header.writeUInt32LE(7, kind === 'central' ? 16 : 14),
    )
    expect(await problemsOf(zip)).toMatchObject([{ code: 'archive-unreadable', path: name }])
  })

  it('are refused when they are no archive, empty or cut off', async () => {
    const zip = pack(good)
    for (const bytes of [
      strToU8('hello'),
      new Uint8Array(1),
      zip.subarray(0, zip.length - 30),
      zipSync({}),
    ]) {
      const [problem] = await problemsOf(bytes)
      expect(problem?.code).toMatch(/^(archive-unreadable|manifest-missing)$/)
    }
  })

  it('are refused without the key of the filing system, whatever the body', async () => {
    const post = (authorization: Record<string, string>): Promise<Response> =>
      fetch(`${server.url}/v1/intake`, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/zip' },
        body: Uint8Array.from(pack(good)),
      })
    for (const headers of [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Bearer ${supervisor.token ?? ''}` },
    ]) {
      expect((await post(headers as Record<string, string>)).status).toBe(401)
    }
  })
})
