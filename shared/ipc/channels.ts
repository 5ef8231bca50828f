import type { CallName, EventName, EventOf, ReplyOf, RequestOf } from './contract'
import type { IpcResult } from './result'

/** What the preload script exposes as `window.desk`. */
export interface DeskBridge {
  invoke<N extends CallName>(name: N, request: RequestOf<N>): Promise<IpcResult<ReplyOf<N>>>
  /** Returns its own unsubscribe. */
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void
}

/**
 * Names of the two Electron channels; everything else is data. They stand apart from the contract so that the
 * sandboxed preload script carries no schema with it.
 */
export const IPC_CHANNEL = 'desk:call'
export const EVENT_CHANNEL = 'desk:event'
