import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { decideNext, editHeld, settleOne, type Said } from './dayActs'
import { prepareServerPlace } from './serverPlace'
import { createServerHost, type ServerHost } from './serverHost'
import { expect } from '../model/expect'
import { exchange, expectConverged } from '../model/expectations'
import { createModelDesk, type ModelDesk } from '../model/modelDesk'
import { truthIn, type Order } from '../model/modelServer'
import { wordsKey } from '../model/performAct'
import { INTAKE_TOKEN, withdrawal } from '../model/withdrawal'
import type { Told } from '../model/world'
import { AppError } from '../../electron/workflows/appError'
import type { DatabaseKind } from '../helpers/serverDatabase'
import { makeBundle, zipBundle } from '../specimens'
import { intakeReplySchema } from '../../shared/protocol/apiModels'

const USERNAME = 'li'
const CASES = 8
const TRIES = 5

/** A desk, and beside it a server whose process is ended at any of its write steps. */
export async function createServerKiller(kind: DatabaseKind, folder: string, program: string) {
  const place = await prepareServerPlace(kind, folder, { username: USERNAME, role: 'reviewer' }, CASES)
  const { orders, rulePacks } = place
  const late = await makeBundle({ seed: 'late', pictures: 'tiny', filingType: 'first-filing' })

  async function playDay(killAt: number, spinMicroseconds: number) {
    const home = path.join(folder, `day-${String(killAt)}`)
    mkdirSync(home, { recursive: true })
    const data = path.join(home, 'server')
    const host = createServerHost(program, await place.settle(data))
    await host.start(killAt, spinMicroseconds)
    const told: Told[] = []
    const issued = new Set<string>()
    const words = new Map<string, string>()
    const desk = createModelDesk({
      ...{ folder: path.join(home, 'desk'), username: USERNAME, rulePacks },
      line: { fetch: fetchFrom(host) },
      now: () => new Date().toISOString(),
      onId: (id) => issued.add(id),
    })
    try {
      const received = await workThrough(desk, host, (said) => {
        note(said, told, words)
      })
      await exchange(desk)
      await exchange(desk)
      const steps = await host.stop()
      const database = await place.open(data)
      try {
        const now = Date.now()
        await expectConverged({
          server: {
            ...truthIn(database, () => now),
            now: () => now,
            errors: [],
            orders: [...orders, received],
          },
          ...{ desks: [desk], told, issued, words },
        })
      } finally {
        await place.leave(database)
      }
      return { steps, killedAt: host.killedAt() }
    } finally {
      desk.letGo()
      await host.stop()
      rmSync(home, { recursive: true, force: true })
    }
  }

  /** A short day; whatever gets no answer is tried again, as a person and the filing system would. */
  async function workThrough(
    desk: ModelDesk<{ readonly fetch: typeof fetch }>,
    host: ServerHost,
    tell: (said: Said) => void,
  ): Promise<Order> {
    await persist(() => desk.signIn())
    await exchange(desk)
    await persist(() => desk.download())
    await persist(() => decideNext(desk, tell, 'pass'))
    await exchange(desk)
    const received = await sendFiling(host, zipBundle(late))
    const orderNumber = await persist(() => editHeld(desk, tell))
    await sendToIntake(host, withdrawal(orderNumber, Date.now()))
    await persist(() => decideNext(desk, tell, 'return'))
    await exchange(desk)
    await settleOne(desk, tell)
    await persist(() => decideNext(desk, tell, 'escalate'))
    await exchange(desk)
    return { orderNumber: late.bundle.orderNumber, caseId: received }
  }

  return {
    /** How many places there are at which the server can be ended during a day. */
    async countSteps(): Promise<number> {
      const { steps } = await playDay(0, 0)
      return steps
    },
    /** Ends the server there; answers where that was, or null when the day was over before. */
    async kill(killAt: number, spinMicroseconds: number): Promise<string | null> {
      const { killedAt } = await playDay(killAt, spinMicroseconds)
      return killedAt
    },
    close: () => place.remove(),
  }
}

/** The desk's connection to whichever process serves now; a call that meets none fails, as without a network. */
function fetchFrom(host: ServerHost): typeof fetch {
  return async (input, init) => {
    const { pathname, search } = input instanceof Request ? new URL(input.url) : new URL(input)
    try {
      return await fetch(new URL(pathname + search, await host.url()), init)
    } catch (error) {
      await host.lookAgain()
      throw error
    }
  }
}

async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof AppError) || attempt === TRIES) {
        throw error
      }
    }
  }
}

async function sendToIntake(host: ServerHost, zip: Uint8Array): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(new URL('/v1/intake', await host.url()), {
        method: 'POST',
        headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/zip' },
        body: Uint8Array.from(zip),
      })
      return await response.json()
    } catch (error) {
      await host.lookAgain()
      if (attempt === TRIES) {
        throw error
      }
    }
  }
}

async function sendFiling(host: ServerHost, zip: Uint8Array): Promise<string> {
  const reply = intakeReplySchema.parse(await sendToIntake(host, zip))
  expect(reply.outcome === 'accepted', 'a filing was refused', reply)
  return reply.caseId
}

function note(said: Said, told: Told[], words: Map<string, string>): void {
  switch (said.said) {
    case 'decided':
      told.push({ ...said, desk: 0, isSettled: false })
      words.delete(wordsKey(0, said.caseId))
      return
    case 'settles':
      for (const entry of told.filter(({ commandId }) => commandId === said.commandId)) {
        entry.isSettled = true
      }
      return
    case 'saved':
      words.set(wordsKey(0, said.caseId), said.words)
      return
    case 'issued':
  }
}
