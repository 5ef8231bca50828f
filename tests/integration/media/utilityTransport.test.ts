import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createMediaHost } from '../../../electron/common/mediaProcess/createMediaHost'
import { utilityTransport, type UtilityChild } from '../../../electron/common/mediaProcess/utilityTransport'

/** What Electron's utility process is to the host: messages there and back, and an end. */
class FakeUtilityProcess extends EventEmitter implements UtilityChild {
  readonly #answer: (message: unknown) => unknown

  constructor(answer: (message: unknown) => unknown) {
    super()
    this.#answer = answer
    queueMicrotask(() => {
      this.emit('message', { header: { reply: 'ready' }, body: new Uint8Array(0) })
    })
  }

  postMessage(message: unknown): void {
    // Electron clones what it sends.
    const answered = this.#answer(structuredClone(message))
    queueMicrotask(() => {
      this.emit('message', answered)
    })
  }

  kill(): boolean {
    queueMicrotask(() => {
      this.emit('exit', 0)
    })
    return true
  }
}

function hostOver(answer: (message: unknown) => unknown): ReturnType<typeof createMediaHost> {
  const fork = (): UtilityChild => new FakeUtilityProcess(answer)
  return createMediaHost({ start: utilityTransport({ fork, scriptPath: 'media-process.js' }), size: 1 })
}

describe('the utility process', () => {
  it('speaks the same messages as the plain Node process', async () => {
    const seen: unknown[] = []
    const host = hostOver((message) => {
      seen.push(message)
      return { header: { reply: 'bytes' }, body: new Uint8Array([1, 2, 3]) }
    })
    const answer = await host.thumbnail({ bytes: new Uint8Array([9]), edge: 64 })
    expect(answer).toEqual({ ok: true, value: { bytes: new Uint8Array([1, 2, 3]) } })
    expect(seen).toEqual([{ header: { call: 'thumbnail', edge: 64 }, body: new Uint8Array([9]) }])
    await host.close()
  })

  it('is ended when it sends what is no frame, and the next call gets another', async () => {
    let calls = 0
    const host = hostOver(() => {
      calls += 1
      return calls === 1 ? 'nonsense' : { header: { reply: 'bytes' }, body: new Uint8Array([7]) }
    })
    const bytes = new Uint8Array(0)
    expect(await host.thumbnail({ bytes, edge: 64 })).toEqual({ ok: false, error: 'crashed' })
    expect((await host.thumbnail({ bytes, edge: 64 })).ok).toBe(true)
    await host.close()
  })
})
