import { z } from 'zod'
import type { StartMediaTransport } from './transport'

/** The part of Electron's `UtilityProcess` that is used. */
export interface UtilityChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

/** `utilityProcess.fork(scriptPath, [], {stdio: 'ignore', env: {}, execArgv})` of Electron. */
export type ForkUtilityProcess = (
  scriptPath: string,
  options: { readonly execArgv: readonly string[] },
) => UtilityChild

const HEAP_MEBIBYTES = 768
const frameSchema = z.strictObject({ header: z.unknown(), body: z.instanceof(Uint8Array) })

/** Media process as an Electron utility process (Windows, macOS); frames are structured-cloned messages. */
export function utilityTransport(options: {
  readonly fork: ForkUtilityProcess
  readonly scriptPath: string
}): StartMediaTransport {
  return (events) => {
    const child = options.fork(options.scriptPath, {
      execArgv: [`--max-old-space-size=${String(HEAP_MEBIBYTES)}`],
    })
    child.on('message', (message) => {
      const frame = frameSchema.safeParse(message)
      if (!frame.success) {
        child.kill()
        return
      }
      events.onFrame({ header: frame.data.header, body: frame.data.body })
    })
    child.on('exit', () => {
      events.onExit()
    })
    return {
      send: (frame) => {
        child.postMessage({ header: frame.header, body: frame.body })
      },
      kill: () => {
        child.kill()
      },
      // A utility process has no stream to close; between calls it holds nothing that would be lost.
      end: () => {
        child.kill()
      },
    }
  }
}
