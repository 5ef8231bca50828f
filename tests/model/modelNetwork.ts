import type { FastifyInstance, InjectOptions } from 'fastify'

/**
 * What happens to one request. `repeated`: it arrives twice and the second answer comes back. `late`: the desk hears
 * nothing, and the request arrives when the sequence says so. `late-copy`: it arrives, and a copy arrives later.
 */
export const FATES = ['arrives', 'request-lost', 'answer-lost', 'repeated', 'late', 'late-copy'] as const
export type Fate = (typeof FATES)[number]

interface Waiting {
  readonly deliver: () => void
}

export type ModelNetwork = ReturnType<typeof createModelNetwork>
export type Line = ReturnType<ModelNetwork['line']>

/** The network between desks and server. Nothing in it depends on time: a sequence says what happens to each request. */
export function createModelNetwork(app: FastifyInstance, nextAddress: () => string) {
  const late: (() => Promise<void>)[] = []
  let waiting: Waiting[] | null = null
  let wake = (): void => undefined

  async function send(request: InjectOptions): Promise<Response> {
    const answer = await app.inject(request)
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      if (typeof value === 'string') {
        headers.set(name, value)
      }
    }
    const hasBody = answer.statusCode !== 204 && answer.statusCode !== 304
    return new Response(hasBody ? Uint8Array.from(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers,
    })
  }

  /** While desks act together a request waits here until its turn comes. */
  function turn(): Promise<void> {
    return waiting === null
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting?.push({ deliver: resolve })
          wake()
        })
  }

  async function travel(request: InjectOptions, fate: Fate): Promise<Response> {
    await turn()
    const copy = async (): Promise<void> => {
      await send(request)
    }
    switch (fate) {
      case 'arrives':
        return send(request)
      case 'request-lost':
        throw new TypeError('fetch failed')
      case 'answer-lost':
        await send(request)
        throw new TypeError('fetch failed')
      case 'repeated':
        await send(request)
        return send(request)
      case 'late':
        late.push(copy)
        throw new TypeError('fetch failed')
      case 'late-copy':
        late.push(copy)
        return send(request)
    }
  }

  return {
    /** A desk's own connection. */
    line() {
      const remoteAddress = nextAddress()
      let fates: Fate[] = []
      let isCut = false
      const ask: typeof fetch = (input, init = {}) => {
        if (isCut) {
          return Promise.reject(new TypeError('fetch failed'))
        }
        const address = input instanceof Request ? new URL(input.url) : new URL(input)
        const payload = init.body
        const request = {
          method: (init.method ?? 'GET') as 'GET',
          url: address.pathname + address.search,
          headers: Object.fromEntries(new Headers(init.headers)),
          remoteAddress,
          ...(typeof payload === 'string' ? { payload } : {}),
        }
        return travel(request, fates.shift() ?? 'arrives')
      }
      return {
        fetch: ask,
        /** What happens to the next requests; those after them arrive. */
        setFates(next: readonly Fate[]): void {
          fates = [...next]
        },
        cut(): void {
          isCut = true
        },
        join(): void {
          isCut = false
        },
        isCut: () => isCut,
      }
    },
    lateCount: () => late.length,
    /** One of the late requests arrives now; which of them, `pick` says. */
    async deliverLate(pick: number): Promise<void> {
      const [copy] = late.splice(pick % Math.max(1, late.length), 1)
      await copy?.()
    },
    /** Lets desks act side by side; `order` says whose request arrives next whenever several wait. */
    async together(acts: readonly (() => Promise<void>)[], order: readonly number[]): Promise<void> {
      const queue: Waiting[] = []
      waiting = queue
      let running = acts.length
      const done = Promise.allSettled(
        acts.map((act) =>
          act().finally(() => {
            running -= 1
            wake()
          }),
        ),
      )
      const picks = [...order]
      while (running > 0) {
        await settled()
        if (queue.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
            if (queue.length > 0 || running === 0) {
              resolve()
            }
          })
          continue
        }
        const [next] = queue.splice((picks.shift() ?? 0) % queue.length, 1)
        next?.deliver()
      }
      waiting = null
      for (const result of await done) {
        if (result.status === 'rejected') {
          throw result.reason
        }
      }
    },
  }
}

/** After a turn of the event loop every desk has come to its next request, for on a desk nothing waits for anything else. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** Addresses that nobody had before: the server counts sign-ins by address, and a thousand sequences are not one guesser. */
export function createAddresses(): () => string {
  let count = 0
  return () => {
    count += 1
    return `10.${String((count >> 16) & 255)}.${String((count >> 8) & 255)}.${String(count & 255)}`
  }
}
