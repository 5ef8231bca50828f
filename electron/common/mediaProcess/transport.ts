import type { Frame } from './frames'

/** One running media process as the pool sees it, whatever carries the frames. */
export interface MediaTransport {
  send(frame: Frame): void
  /** Ends the process at once; `onExit` follows. */
  kill(): void
  /** Asks the process to end after what it is doing; `onExit` follows. */
  end(): void
}

export interface MediaTransportEvents {
  readonly onFrame: (frame: Frame) => void
  /** Called once, when the process is gone or could not be started. */
  readonly onExit: () => void
}

/** Starts one process. Never throws: a process that cannot be started exits at once. */
export type StartMediaTransport = (events: MediaTransportEvents) => MediaTransport
