import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp } from '../../../electron/main/appProtocol'

let folder = ''
let answer: (request: Request) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-app-protocol-'))
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-other'))
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'main.js'), 'export {}')
  await writeFile(join(root, 'assets', 'source.ts'), 'secret source')
  await writeFile(join(folder, 'outside.js'), 'secret outside')
  await writeFile(join(folder, 'renderer-other', 'index.html'), 'secret sibling')
  await symlink(join(folder, 'outside.js'), join(root, 'linked.js'))
  serveApp(
    {
      handle: (_scheme: string, handler: typeof answer) => {
        answer = handler
      },
    } as unknown as Protocol,
    root,
  )
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('app:', () => {
  it('serves the page with a policy that runs our own script and nothing else', async () => {
    const response = await answer(new Request('app://desk/index.html'))
    expect(response.status).toBe(200)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves script as script', async () => {
    const response = await answer(new Request('app://desk/assets/main.js'))
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://desk/',
    'app://desk/../outside.js',
    'app://desk/%2e%2e/outside.js',
    'app://desk/..%2foutside.js',
    'app://desk/..%2Foutside.js',
    'app://desk/assets/..%2f..%2foutside.js',
    'app://desk/..%2frenderer-other%2findex.html',
    'app://desk/%2Fetc%2Fhosts',
    'app://desk//etc/hosts',
    'app://desk/..%5coutside.js',
    'app://desk/index.html%00.js',
    'app://desk/%',
    'app://desk/%zz.js',
    'app://desk/assets/source.ts',
    'app://desk/missing.js',
    'app://desk/assets',
    'app://other/index.html',
    'app://desk.evil.example/index.html',
    'app://desk/linked.js',
  ])('answers %s with nothing', async (url) => {
    const response = await answer(new Request(url))
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('answers nothing but GET', async () => {
    const response = await answer(new Request('app://desk/index.html', { method: 'POST', body: 'x' }))
    expect(response.status).toBe(404)
  })
})
