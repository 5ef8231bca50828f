import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createMediaHost,
  type MediaHost,
  type MediaLimits,
} from '../../../electron/common/mediaProcess/createMediaHost'
import { stdioTransport } from '../../../electron/common/mediaProcess/stdioTransport'
import { createMediaPort } from '../../../electron/main/mediaProcessHost'

const FAKE = path.join(import.meta.dirname, 'fakeMediaProcess.mjs')
const open: MediaHost[] = []

function fakeHost(size = 1, limits: Partial<MediaLimits> = {}): MediaHost {
  const host = createMediaHost({
    start: stdioTransport({ nodePath: process.execPath, scriptPath: FAKE }),
    size,
    limits,
  })
  open.push(host)
  return host
}

async function ask(host: MediaHost, wish: string): Promise<string> {
  const answer = await host.thumbnail({ bytes: Buffer.from(wish), edge: 64 })
  return answer.ok ? Buffer.from(answer.value.bytes).toString('utf8') : answer.error
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((host) => host.close()))
})

describe('the media host', () => {
  it('keeps a process over calls and gives each its own answer', async () => {
    const host = fakeHost()
    const answers = await Promise.all(['one', 'two', 'three'].map((wish) => ask(host, wish)))
    expect(answers.map((answer) => answer.split(' ').slice(0, 2).join(' '))).toEqual([
      'thumbnail one',
      'thumbnail two',
      'thumbnail three',
    ])
    expect(new Set(answers.map((answer) => answer.split(' ')[2])).size).toBe(1)
  })

  it('carries a body of many megabytes whole', async () => {
    const body = 'x'.repeat(5_000_000)
    expect((await ask(fakeHost(), body)).length).toBeGreaterThan(body.length)
  })

  it.each(['crash', 'leave', 'garbage', 'wrong header', 'second ready'])(
    'answers a process that goes wrong (%s) as crashed and starts another',
    async (wish) => {
      const host = fakeHost()
      const [wrong, next] = await Promise.all([ask(host, wish), ask(host, 'next')])
      expect(wrong).toBe('crashed')
      expect(next).toMatch(/^thumbnail next \d+$/)
    },
  )

  it.each(['hang', 'spin'])(
    'kills a process that does not answer (%s) and serves the next call',
    async (wish) => {
      const host = fakeHost(1, { thumbnailMs: 1500 })
      const wrong = ask(host, wish)
      const next = ask(host, 'next')
      expect(await wrong).toBe('timed-out')
      expect(await next).toMatch(/^thumbnail next/)
    },
  )

  it('loses nobody else’s answer when one process is killed', async () => {
    const host = fakeHost(2, { thumbnailMs: 4000 })
    const hanging = ask(host, 'hang')
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, index) => ask(host, `call-${String(index)}`)),
    )
    expect(others.every((answer) => answer.startsWith('thumbnail call-'))).toBe(true)
    expect(await hanging).toBe('timed-out')
  })

  it('never runs more processes than it may', async () => {
    const host = fakeHost(2)
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(host, 'pid')))
    expect(new Set(answers.map((answer) => answer.split(' ')[2])).size).toBeLessThanOrEqual(2)
  })

  it('serves what somebody looks at before what goes on in the background', async () => {
    const host = fakeHost()
    const order: string[] = []
    const note = (name: string) => async (call: Promise<unknown>) => {
      await call.catch(() => undefined)
      order.push(name)
    }
    const bytes = Buffer.from('same')
    await Promise.all([
      note('first')(host.thumbnail({ bytes, edge: 64 })),
      note('examine')(host.examine({ bytes, kind: 'passport', face: 'face' })),
      note('dossier')(host.dossier({ input: {}, pictures: new Map() })),
      note('thumbnail')(host.thumbnail({ bytes, edge: 64 })),
    ])
    expect(order).toEqual(['first', 'thumbnail', 'dossier', 'examine'])
  })

  it('throws bugs of the process with the place and nothing else', async () => {
    await expect(ask(fakeHost(), 'bug')).rejects.toThrow('Media process: TypeError at somewhere')
  })

  it('refuses a kind of document that does not exist', async () => {
    await expect(
      fakeHost().examine({ bytes: Buffer.alloc(1), kind: 'selfie', face: 'face' }),
    ).rejects.toThrow('Not a kind or face of a document')
  })

  it('answers as crashed when the process cannot be started', async () => {
    const host = createMediaHost({
      start: stdioTransport({ nodePath: '/nowhere/node', scriptPath: FAKE }),
    })
    open.push(host)
    expect(await ask(host, 'one')).toBe('crashed')
    expect(await ask(host, 'two')).toBe('crashed')
  })

  it('answers what waits when it is closed, and ends its processes', async () => {
    const host = fakeHost(1, { thumbnailMs: 60_000 })
    await ask(host, 'start')
    const hanging = ask(host, 'hang')
    const waiting = ask(host, 'never served')
    await host.close()
    expect(await Promise.all([hanging, waiting])).toEqual(['crashed', 'crashed'])
    expect(await ask(host, 'after')).toBe('crashed')
  })

  it('gives the process no environment of this one and a bounded heap', async () => {
    process.env['BEIAN_CANARY'] = 'secret'
    const host = fakeHost()
    const names: unknown = JSON.parse(await ask(host, 'environment'))
    delete process.env['BEIAN_CANARY']
    expect(['["MALLOC_ARENA_MAX"]', '["MALLOC_ARENA_MAX","TMPDIR"]']).toContain(JSON.stringify(names))
    expect(await ask(host, 'heap')).toContain('--max-old-space-size=')
  })
})

describe('the media process itself', () => {
  it('examines, makes thumbnails and refuses by name over its real transport', async () => {
    const port = createMediaPort({
      nodePath: process.execPath,
      nodeArguments: ['--import', import.meta.resolve('tsx')],
      scriptPath: path.join(import.meta.dirname, '../../../electron/media/process.ts'),
      size: 1,
    })
    try {
      const text = Buffer.from('a text that was named photo.jpg')
      const examined = await port.examine({ bytes: text, kind: 'passport', face: 'face' })
      expect(examined.ok && examined.value.findings[0]).toMatchObject({ check: 'decodable', verdict: 'fail' })
      expect(await port.thumbnail({ bytes: text, edge: 64 })).toEqual({ ok: false, error: 'undecodable' })
    } finally {
      await port.close()
    }
  }, 90_000)
})
