import { ipcMain, type WebContents } from 'electron'
import { EVENT_CHANNEL, IPC_CHANNEL } from '../../shared/ipc/channels'
import { ipcEvents } from '../../shared/ipc/contract'
import type { IpcResult } from '../../shared/ipc/result'
import type { IpcRouter } from '../ipc/ipcRouter'
import type { NotifyDesk } from '../workflows/ports/deskEvents'
import { isTrustedSender } from './trustedSender'

const untrusted: IpcResult<never> = {
  ok: false,
  error: { code: 'untrusted-sender', message: 'Untrusted sender', retryable: false },
}

/** Opens the one channel to the router, for our window's main frame only. */
export function registerIpc(window: WebContents, route: IpcRouter): void {
  ipcMain.handle(IPC_CHANNEL, (event, name: unknown, request: unknown) =>
    isTrustedSender(event, window) ? route(name, request) : untrusted,
  )
}

/** Events to the window; parsed like replies, so that nothing leaves that the contract does not name. */
export function createEventSender(window: () => WebContents | null): NotifyDesk {
  return (name, event) => {
    const contents = window()
    if (contents && !contents.isDestroyed()) {
      contents.send(EVENT_CHANNEL, name, ipcEvents[name].parse(event))
    }
  }
}
