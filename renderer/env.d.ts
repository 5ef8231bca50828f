import type { DeskBridge } from '../shared/ipc/channels'

declare global {
  interface Window {
    /** Put there by the preload script; only `renderer/api` touches it. */
    readonly desk: DeskBridge
  }
}
