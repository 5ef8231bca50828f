import { join } from 'node:path'
import { BrowserWindow, Menu, type Session } from 'electron'
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
  // The default menu reloads, zooms the page and opens developer tools by its keys. Only macOS needs one, to edit text.
  const menu =
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null
  Menu.setApplicationMenu(menu)
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}
