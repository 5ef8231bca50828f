import { once } from 'node:events'
import { connect } from 'node:net'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { drainRequests } from '../../../server/http/drainRequests'

async function listening(longest?: number) {
  const app = fastify()
  const arrived: Array<() => void> = []
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  app.get('/quick', () => ({ done: 'quickly' }))
  app.get('/slow', async () => {
    arrived.forEach((tell) => {
      tell()
    })
    await finished
    return { done: 'slowly' }
  })
  const close = drainRequests(app, longest)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const reached = new Promise<void>((resolve) => arrived.push(resolve))
  return { url, close, reached, finish }
}

describe('Ending a server', () => {
  it('answers what is running, and takes nothing new', async () => {
    const { url, close, reached, finish } = await listening()
    const slow = fetch(`${url}/slow`)
    await reached
    const closing = close()
    await expect(fetch(`${url}/quick`)).rejects.toThrow(TypeError)
    finish()
    expect(await (await slow).json()).toEqual({ done: 'slowly' })
    await closing
  })

  it('waits for no connection on which nothing is asked', async () => {
    const { url, close } = await listening()
    const { hostname, port } = new URL(url)
    const silent = connect(Number(port), hostname)
    await once(silent, 'connect')
    // Asked once and kept open, as every workstation does.
    await (await fetch(`${url}/quick`)).json()
    const ended = once(silent, 'close')
    await close()
    await ended
    expect(silent.destroyed).toBe(true)
  })

  it('waits no longer than it may for somebody who never gets an answer', async () => {
    const { url, close, reached } = await listening(50)
    const slow = fetch(`${url}/slow`)
    await reached
    const [outcome] = await Promise.allSettled([slow, close()])
    expect(outcome.status).toBe('rejected')
  })
})
