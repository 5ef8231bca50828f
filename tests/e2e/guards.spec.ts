import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchDesk, type DeskApplication } from '../helpers/e2e/launchDesk'
import { commandLinesOfDesk } from '../helpers/e2e/startPlainly'

/**
 * Each guard of the shell by itself. On the real page several stand in each other's way, so that one could be missing
 * and nothing would show; here a window of the application has everything around the guard taken away.
 */
test.describe.configure({ mode: 'serial' })

let folder: string
let desk: DeskApplication
let outsideUrl: string
const reached: string[] = []

const PAGES: Readonly<Record<string, string>> = {
  '/start': '<a href="/away">away</a><iframe src="/frame"></iframe>',
  '/frame': '<a href="/away-in-frame">away</a>',
  '/views': '<webview src="/view" style="width:200px;height:200px"></webview>',
}

test.beforeAll(async () => {
  const outside = createServer((request, response) => {
    const path = request.url ?? ''
    reached.push(path)
    if (path === '/redirect') {
      response.writeHead(302, { location: '/landed' }).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
    response.end(`<!doctype html>${PAGES[path] ?? ''}`)
  })
  outside.listen(0, '127.0.0.1')
  await once(outside, 'listening')
  outside.unref()
  outsideUrl = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`
  folder = await mkdtemp(join(tmpdir(), 'beian-e2e-guards-'))
  // Nobody signs in here: no server is needed.
  desk = await launchDesk({ serverUrl: 'http://127.0.0.1:9', machine: join(folder, 'desk') })
})

test.afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

interface Attempt {
  readonly address: string
  /** Tried in the page, as if a person had clicked; its value is answered. None: it is the address that is tried. */
  readonly script?: string
  /** The desk's own session, or one without any limit. */
  readonly session: 'own' | 'free'
  readonly webviewTag?: boolean
}

/** Tries something in another window of the application, and answers what came of it. */
function tryInWindow(attempt: Attempt) {
  return desk.app.evaluate(
    async ({ BrowserWindow, webContents }, { address, script, session, webviewTag }) => {
      const [own] = BrowserWindow.getAllWindows()
      const before = webContents.getAllWebContents().length
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          ...(session === 'own' && own ? { session: own.webContents.session } : { partition: 'free' }),
          webviewTag: webviewTag ?? false,
        },
      })
      const loadingEnds = (contents: Electron.WebContents): Promise<unknown> =>
        new Promise((resolve) => {
          contents.once('did-stop-loading', () => {
            resolve(null)
          })
          setTimeout(resolve, 3000)
        })
      try {
        const loading = window.loadURL(address).catch(() => undefined)
        // An address that is refused is neither loaded nor failed: nothing is ever told of it.
        await (script === undefined ? loadingEnds(window.webContents) : loading)
        const value: unknown =
          script === undefined ? null : await window.webContents.executeJavaScript(script, true)
        // What would begin has begun after that time: everything here is on this machine.
        await new Promise((resolve) => setTimeout(resolve, 500))
        const others = webContents.getAllWebContents().length - before - 1
        return { value, url: window.webContents.getURL(), others }
      } finally {
        window.destroy()
      }
    },
    attempt,
  )
}

test('a page that may ask for everything does not leave its address', async () => {
  const { url } = await tryInWindow({
    ...{ address: `${outsideUrl}/start`, session: 'free' },
    script: `document.querySelector('a').click()`,
  })
  expect(url).toBe(`${outsideUrl}/start`)
  expect(reached).toContain('/start')
  expect(reached).not.toContain('/away')
})

test('a frame within a page does not leave its address', async () => {
  await tryInWindow({
    ...{ address: `${outsideUrl}/start`, session: 'free' },
    script: `document.querySelector('iframe').contentDocument?.querySelector('a')?.click()`,
  })
  expect(reached).not.toContain('/away-in-frame')
})

test('an address that sends elsewhere is not followed', async () => {
  const { url } = await tryInWindow({
    ...{ address: `${outsideUrl}/redirect`, session: 'free' },
  })
  expect(reached).toContain('/redirect')
  expect(reached).not.toContain('/landed')
  expect(url).not.toContain('/landed')
})

test('no view is attached where views are allowed', async () => {
  const { others } = await tryInWindow({
    ...{ address: `${outsideUrl}/views`, session: 'free', webviewTag: true },
  })
  expect(reached).toContain('/views')
  expect(reached).not.toContain('/view')
  expect(others).toBe(0)
})

test('no window is opened from a page without a policy', async () => {
  const { value, others } = await tryInWindow({
    ...{ address: `${outsideUrl}/start`, session: 'free' },
    script: `window.open('about:blank') === null`,
  })
  expect({ value, others }).toEqual({ value: true, others: 0 })
})

test('the session of the desk asks no other address, whatever the page is', async () => {
  const { value } = await tryInWindow({
    ...{ address: 'data:text/html,<!doctype html>', session: 'own' },
    script: `fetch('${outsideUrl}/asked', { mode: 'no-cors' }).then(() => 'reached', () => 'refused')`,
  })
  expect(value).toBe('refused')
  expect(reached).not.toContain('/asked')
})

test('a page is told that it has no permission, and gets none when it asks', async () => {
  const told = await desk.page.evaluate(async () => ({
    location: (await navigator.permissions.query({ name: 'geolocation' })).state,
    notifications: Notification.permission,
  }))
  expect(told).toEqual({ location: 'denied', notifications: 'denied' })
  const asked = await desk.page.evaluate(
    () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('given')
          },
          ({ code }) => {
            resolve(code)
          },
          { timeout: 5000 },
        )
      }),
  )
  // PERMISSION_DENIED; 2 and 3 would mean that it was allowed, and that there is no such device.
  expect(asked).toBe(1)
})

test('the rules of the web hold, and nothing weaker is asked for', async () => {
  const given = await desk.app.evaluate(({ BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    // Not among the types of Electron, and the only way to see what a window has really been given.
    const contents = own?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const preferences = contents.getLastWebPreferences()
    const names = ['webSecurity', 'allowRunningInsecureContent', 'webviewTag', 'nodeIntegration']
    return Object.fromEntries([...names, 'contextIsolation'].map((name) => [name, preferences[name]]))
  })
  expect(given).toEqual({
    ...{ webSecurity: true, allowRunningInsecureContent: false, webviewTag: false },
    ...{ nodeIntegration: false, contextIsolation: true },
  })
})

test('the page runs in a world of its own, without Node', async () => {
  const found = await desk.page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(window, 'desk') as object).sort(),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }))
  expect(found).toEqual({ bridge: ['invoke', 'on'], node: [] })
})

test('a window made without any wish for one has the sandbox as well', async () => {
  const process = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: false, partition: 'free' } })
    try {
      await window.loadURL('data:text/html,<!doctype html>')
      return window.webContents.getOSProcessId()
    } finally {
      setTimeout(() => {
        window.destroy()
      }, 3000)
    }
  })
  const status = await readFile(`/proc/${String(process)}/status`, 'utf8')
  expect(/^Seccomp:\s+(\d)$/m.exec(status)?.[1]).toBe('2')
})

test('nothing of the session lies on the disk', async () => {
  // Of this very window: others that were opened above may still be there, and are first.
  const own = await desk.app.browserWindow(desk.page)
  expect(
    await own.evaluate((window: Electron.BrowserWindow) => window.webContents.session.getStoragePath()),
  ).toBeNull()
})

test('shared memory stays memory', async () => {
  // Playwright asks for a file instead, as do others who start Chromium in a container.
  const isFile = await desk.app.evaluate(({ app }) => app.commandLine.hasSwitch('disable-dev-shm-usage'))
  expect(isFile).toBe(false)
})

test('crash dumps are off in every process', async () => {
  const lines = await commandLinesOfDesk({
    serverUrl: 'http://127.0.0.1:9',
    machine: join(folder, 'plain'),
  })
  for (const line of lines) {
    expect(line).toContain('--disable-breakpad')
  }
})

test('the page lets nothing be copied, dragged or dropped by itself', async () => {
  const refused = await desk.page.evaluate(() =>
    ['copy', 'cut', 'dragstart', 'dragover', 'drop'].map((name) => {
      const event = name.startsWith('d')
        ? new DragEvent(name, { bubbles: true, cancelable: true })
        : new ClipboardEvent(name, { bubbles: true, cancelable: true })
      document.body.dispatchEvent(event)
      return event.defaultPrevented
    }),
  )
  expect(refused).toEqual([true, true, true, true, true])
})
