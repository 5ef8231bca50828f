import type { WebContents } from 'electron'
import { APP_ORIGIN } from './appOrigin'

/** Our window, its main frame, our origin. Anything else gets a refusal and no reason. */
export function isTrustedSender(
  event: { readonly sender: WebContents; readonly senderFrame: Electron.WebFrameMain | null },
  window: WebContents,
): boolean {
  const frame = event.senderFrame
  return event.sender === window && frame === window.mainFrame && frame.origin === APP_ORIGIN
}
