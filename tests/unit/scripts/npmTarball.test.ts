import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { extractMember, fetchTarball } from '../../../scripts/lib/npmTarball.mjs'

/** A registry with one package, on this machine. */
let registry: Server | undefined
let folder = ''
let integrity = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-npm-'))
  const source = path.join(folder, 'package')
  await mkdir(path.join(source, 'bin'), { recursive: true })
  await writeFile(path.join(source, 'package.json'), JSON.stringify({ name: 'runtime', version: '1.0.0' }))
  await writeFile(path.join(source, 'bin', 'tool'), 'tool')
  execFileSync('tar', ['-czf', path.join(folder, 'runtime.tgz'), '-C', folder, 'package'])
  const bytes = await readFile(path.join(folder, 'runtime.tgz'))
  integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  registry = createServer((request, response) => {
    if (request.url === '/runtime') {
      const tarball = `http://${request.headers.host ?? ''}/runtime.tgz`
      const version = { name: 'runtime', version: '1.0.0', dist: { tarball, integrity } }
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({ name: 'runtime', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': version } }),
      )
    } else if (request.url === '/runtime.tgz') {
      response.end(bytes)
    } else {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => registry?.listen(0, '127.0.0.1', resolve))
})

beforeEach(() => {
  const address = registry?.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`)
  vi.stubEnv('npm_config_cache', path.join(folder, 'npm-cache'))
  vi.stubEnv('npm_config_fetch_retries', '0')
})

afterAll(async () => {
  registry?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('fetchTarball', () => {
  it('fetches the pinned bytes, of which a member can be taken', async () => {
    const tarball = await fetchTarball(
      { name: 'runtime', version: '1.0.0', integrity },
      path.join(folder, 'good'),
    )
    const tool = path.join(folder, 'out', 'tool')
    await extractMember(tarball, 'package/bin/tool', tool, 0o755)
    expect(await readFile(tool, 'utf8')).toBe('tool')
    expect((await stat(tool)).mode & 0o111).toBe(0o111)
    await expect(
      extractMember(tarball, 'package/none', path.join(folder, 'out', 'none'), 0o644),
    ).rejects.toThrow('package/none is not in')
  })

  it('refuses other bytes, though the registry vouches for them', async () => {
    const other = `sha512-${createHash('sha512').update('other').digest('base64')}`
    const fetching = fetchTarball(
      { name: 'runtime', version: '1.0.0', integrity: other },
      path.join(folder, 'bad'),
    )
    await expect(fetching).rejects.toThrow(/other contents than the pinned ones/)
  })

  it('says what to do when the registry does not have it', async () => {
    const fetching = fetchTarball(
      { name: 'absent', version: '1.0.0', integrity },
      path.join(folder, 'absent'),
    )
    await expect(fetching).rejects.toMatchObject({ remedy: expect.stringContaining('registry') as unknown })
  })
})
