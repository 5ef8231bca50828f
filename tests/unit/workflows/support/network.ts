import type { ReviewServerPort } from '../../../../electron/workflows/ports/reviewServerPort'
import { refusal } from '../../../../shared/result'

export type PortCall = Exclude<keyof ReviewServerPort, 'abandon'>
/** What happens to one exchange on its way. `repeated`: the request arrives twice, the second answer comes back. */
export const FATES = ['arrives', 'request-lost', 'answer-lost', 'repeated'] as const
/** `busy`: the server answers that it has more to do than it can, and does nothing. */
export type Fate = (typeof FATES)[number] | 'busy'

/** A network between workstation and server that does what a test says. */
export function createNetwork(server: ReviewServerPort) {
  let fateOf: (call: PortCall) => Fate = () => 'arrives'
  const heldBack = new Map<PortCall, { readonly gate: Promise<void> }>()
  const calls: PortCall[] = []
  let abandoned = signal()

  function through<Name extends PortCall>(name: Name): ReviewServerPort[Name] {
    const ask = server[name] as (...args: unknown[]) => Promise<unknown>
    const travelled = async (...args: unknown[]): Promise<unknown> => {
      calls.push(name)
      const fate = fateOf(name)
      if (fate === 'request-lost') {
        return refusal('offline')
      }
      if (fate === 'busy') {
        return refusal('busy')
      }
      // Arguments cross as JSON, as they do on the wire.
      const sent = structuredClone(args)
      if (fate === 'repeated') {
        await ask(...sent)
      }
      const answer = await ask(...sent)
      // The server has done its part by now: what comes late, or never, is only the answer.
      const arrived = await Promise.race([heldBack.get(name)?.gate ?? 'arrived', abandoned.promise])
      return fate === 'answer-lost' || arrived === 'abandoned' ? refusal('offline') : structuredClone(answer)
    }
    return travelled as ReviewServerPort[Name]
  }

  const names = (Object.keys(server) as (keyof ReviewServerPort)[]).filter(
    (name) => name !== 'abandon' && name !== 'nudges',
  )
  const port = {
    ...Object.fromEntries(names.map((name) => [name, through(name)])),
    /** Nobody is nudged here: tests let the loop ask by itself. */
    async nudges() {
      await abandoned.promise
      return refusal('offline')
    },
    abandon() {
      abandoned.send()
      abandoned = signal()
    },
    // Made from the names of the server's calls, so every call is there.
  } as unknown as ReviewServerPort

  return {
    port,
    calls,
    setFate(next: (call: PortCall) => Fate): void {
      fateOf = next
    },
    cut(): void {
      fateOf = () => 'request-lost'
    },
    restore(): void {
      fateOf = () => 'arrives'
    },
    /** Keeps the answers to that call on the way until the returned function lets them go. */
    holdBack(call: PortCall): () => void {
      let release: () => void = () => undefined
      const gate = new Promise<void>((resolve) => {
        release = resolve
      })
      heldBack.set(call, { gate })
      return () => {
        heldBack.delete(call)
        release()
      }
    },
  }
}
function signal(): { readonly promise: Promise<'abandoned'>; readonly send: () => void } {
  let send: () => void = () => undefined
  const promise = new Promise<'abandoned'>((resolve) => {
    send = () => {
      resolve('abandoned')
    }
  })
  return {
    promise,
    send: () => {
      send()
    },
  }
}

export type Network = ReturnType<typeof createNetwork>
