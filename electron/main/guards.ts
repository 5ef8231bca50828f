import { app, type Session } from 'electron'

/**
 * Locks what a page could otherwise do: leave its origin, open windows, attach views, ask for devices. The desk needs
 * none of it, so the answer is always no (Electron security checklist, items 4, 5, 12 to 14).
 */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Every permission is refused, and nothing but our two protocols is requested. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnUrl(details.url) })
  })
}

function isOwnUrl(url: string): boolean {
  // blob: and data: pictures are made inside the page; devtools: only exists while a developer has it open.
  return ['app:', 'document:', 'blob:', 'data:', 'devtools:'].includes(new URL(url).protocol)
}
