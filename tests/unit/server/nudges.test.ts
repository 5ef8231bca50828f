import fastify from 'fastify'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEventStream } from '../../helpers/eventStream'
import type { SignInDesk } from '../../../server/accounts/signIn'
import { routeNudges } from '../../../server/http/nudgeRoute'
import { createNudges, NUDGE_PAUSE } from '../../../server/nudges'
import { NUDGES_PATH } from '../../../shared/protocol/otherRoutes'
import { type User } from '../../../shared/protocol/apiModels'

describe('Passing on changes', () => {
  let change: () => void = () => undefined
  const closed = vi.fn<() => Promise<void>>()
  const database = {
    listen: (onChange: () => void) => {
      change = onChange
      return { close: closed }
    },
  }

  beforeEach(() => {
    vi.useFakeTimers()
    closed.mockReset()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('happens at once, and together for what follows within the pause', async () => {
    const nudges = createNudges(database)
    const onNudge = vi.fn<() => void>()
    nudges.subscribe(onNudge)
    nudges.start()
    change()
    expect(onNudge).toHaveBeenCalledTimes(1)
    for (let count = 0; count < 100; count += 1) {
      change()
    }
    expect(onNudge).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(NUDGE_PAUSE)
    expect(onNudge).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(10 * NUDGE_PAUSE)
    expect(onNudge).toHaveBeenCalledTimes(2)
    change()
    expect(onNudge).toHaveBeenCalledTimes(3)
    await nudges.close()
    expect(closed).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(10 * NUDGE_PAUSE)
    expect(onNudge).toHaveBeenCalledTimes(3)
  })

  it('happens less often the more there are who listen', () => {
    const nudges = createNudges(database)
    const onNudge = vi.fn<() => void>()
    for (let count = 0; count < 300; count += 1) {
      nudges.subscribe(onNudge)
    }
    nudges.start()
    change()
    change()
    vi.advanceTimersByTime(5_999)
    expect(onNudge).toHaveBeenCalledTimes(300)
    vi.advanceTimersByTime(1)
    expect(onNudge).toHaveBeenCalledTimes(600)
  })

  it('stops for whoever has left', () => {
    const nudges = createNudges(database)
    const onNudge = vi.fn<() => void>()
    const leave = nudges.subscribe(onNudge)
    const stays = nudges.subscribe(onNudge)
    nudges.start()
    leave()
    change()
    expect(onNudge).toHaveBeenCalledTimes(1)
    stays()
  })
})

describe('A stream of nudges', () => {
  it('ends when its session has ended', async () => {
    const user: User = {
      id: '0190c7a0-0000-7000-8000-000000000001',
      username: 'li.na',
      displayName: '李娜',
      role: 'reviewer',
    }
    let isSignedIn = true
    const desk = {
      userOf: () => Promise.resolve(isSignedIn ? user : null),
    } as Partial<SignInDesk> as SignInDesk
    const app = fastify()
    app.decorateRequest('user', null)
    const nudges = createNudges({ listen: () => ({ close: () => Promise.resolve() }) })
    routeNudges(app, { desk, nudges }, 5)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const stream = await openEventStream(new URL(NUDGES_PATH, url), 'a-token-of-some-length')
    expect(stream.status).toBe(200)
    isSignedIn = false
    expect(await stream.ended()).toContain(': listening')
    await app.close()
  })
})
