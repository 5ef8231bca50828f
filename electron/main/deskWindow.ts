import { join } from 'node:path'
import { BrowserWindow, type Session } from 'electron'
import { APP_ORIGIN } from './appOrigin'

/** The one window. The page runs sandboxed, isolated and without Node. */
export function createDeskWindow(session: Session, preloadFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1600,
    height: 960,
    minWidth: 1100,
    minHeight: 680,
    show: false,
    autoHideMenuBar: true,
    title: '备案审核工作台',
    webPreferences: {
      session,
      preload: join(preloadFolder, 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}
