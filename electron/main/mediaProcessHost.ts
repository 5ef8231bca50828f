import { createMediaHost } from '../common/mediaProcess/createMediaHost'
import { stdioTransport } from '../common/mediaProcess/stdioTransport'
import { utilityTransport, type ForkUtilityProcess } from '../common/mediaProcess/utilityTransport'
import type { MediaPort } from '../workflows/ports/mediaPort'

export type MediaProcessOptions =
  | {
      /** Linux: a plain Node runs the process. */
      readonly nodePath: string
      readonly scriptPath: string
      readonly nodeArguments?: readonly string[]
      readonly size?: number
    }
  | {
      /** Windows and macOS: Electron's `utilityProcess.fork`, given so that this file stays free of Electron. */
      readonly fork: ForkUtilityProcess
      readonly scriptPath: string
      readonly size?: number
    }

/** The media process as the workflows know it. Processes start with the first call that needs them. */
export function createMediaPort(options: MediaProcessOptions): MediaPort {
  const start = 'fork' in options ? utilityTransport(options) : stdioTransport(options)
  return createMediaHost({ start, ...(options.size === undefined ? {} : { size: options.size }) })
}
