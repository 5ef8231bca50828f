import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_CHANNEL, IPC_CHANNEL, type DeskBridge } from '../../shared/ipc/channels'

/**
 * The only thing the page gets. It forwards names and data; what may be called, and with what, the router in the
 * shell decides, so this file stays small enough to be read in one look.
 */
const bridge: DeskBridge = {
  invoke: (name, request) => ipcRenderer.invoke(IPC_CHANNEL, name, request),
  on(name, listener) {
    // The shell parses every event by the contract before it sends it; name and payload belong together.
    const forward = (_event: unknown, eventName: unknown, payload: unknown): void => {
      if (eventName === name) {
        listener(payload as Parameters<typeof listener>[0])
      }
    }
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward)
    }
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
