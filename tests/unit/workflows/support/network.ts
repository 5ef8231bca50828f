import type { ReviewServerPort } from '../../../../electron/workflows/ports/reviewServerPort'
import { refusal } from '../../../../shared/result'

export type PortCall = keyof ReviewServerPort
/** What happens to one exchange on its way. `repeated`: the request arrives twice, the second answer comes back. */
export const FATES = ['arrives', 'request-lost', 'answer-lost', 'repeated'] as const
export type Fate = (typeof FATES)[number]

/** A network between workstation and server that does what a test says. */
export function createNetwork(server: ReviewServerPort) {
  let fateOf: (call: PortCall) => Fate = () => 'arrives'
  const heldBack = new Map<PortCall, { readonly gate: Promise<void> }>()
  const calls: PortCall[] = []

  function through<Name extends PortCall>(name: Name): ReviewServerPort[Name] {
    const ask = server[name] as (...args: unknown[]) => Promise<unknown>
    const travelled = async (...args: unknown[]): Promise<unknown> => {
      calls.push(name)
      const fate = fateOf(name)
      if (fate === 'request-lost') {
        return refusal('offline')
      }
      // Arguments cross as JSON, as they do on the wire.
      const sent = structuredClone(args)
      if (fate === 'repeated') {
        await ask(...sent)
      }
      const answer = await ask(...sent)
      // The server has done its part by now: what comes late, or never, is only the answer.
      await heldBack.get(name)?.gate
      return fate === 'answer-lost' ? refusal('offline') : structuredClone(answer)
    }
    return travelled as ReviewServerPort[Name]
  }

  const port = Object.fromEntries(
    (Object.keys(server) as PortCall[]).map((name) => [name, through(name)]),
  ) as unknown as ReviewServerPort

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
export type Network = ReturnType<typeof createNetwork>
