import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { documentUrl } from '../../shared/ipc/documentUrl'
import { sendBundle, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'

/** What a page that has fallen into the wrong hands could try, tried on the real application. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'security' })

const PAGE = 'app://desk/index.html'
let desk: DeskApplication
let sent: SentBundle
let outsideUrl: string
const reachedOutside: string[] = []

test.beforeAll(async ({ office }) => {
  const outside = createServer((request, response) => {
    reachedOutside.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
    response.end('<script>window.top.taken = true</script>')
  })
  outside.listen(0, '127.0.0.1')
  await once(outside, 'listening')
  // The run does not wait for it.
  outside.unref()
  outsideUrl = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`
  sent = await sendBundle(office.server, { seed: 'security', filingType: 'first-filing' })
  desk = await office.openDesk('security')
})

/** The page is where it was, with everything it had in memory: nothing has navigated. */
async function expectSamePage(): Promise<void> {
  expect(
    await desk.page.evaluate(() => ({ url: location.href, mark: Reflect.get(window, 'mark') as unknown })),
  ).toEqual({
    url: expect.stringContaining(PAGE) as unknown,
    mark: 'here',
  })
}

test('the renderer runs under the kernel sandbox', async () => {
  const metrics = await desk.app.evaluate(({ app }) => app.getAppMetrics())
  const renderers = metrics.filter(({ type }) => type === 'Tab')
  expect(renderers).toHaveLength(1)
  for (const { pid } of renderers) {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
    expect(/^Seccomp:\s+(\d)$/m.exec(status)?.[1]).toBe('2')
    expect(/^NoNewPrivs:\s+(\d)$/m.exec(status)?.[1]).toBe('1')
    const commandLine = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8')
    expect(commandLine).not.toContain('no-sandbox')
  }
  const weakened = await desk.app.evaluate(({ app }) =>
    ['no-sandbox', 'disable-web-security', 'allow-running-insecure-content', 'single-process'].filter(
      (name) => app.commandLine.hasSwitch(name),
    ),
  )
  expect(weakened).toEqual([])
})

test('the page has the bridge and nothing of Node', async () => {
  const found = await desk.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(Reflect.get(window, 'desk') as object).sort(),
    frozen: Object.isFrozen(Reflect.get(window, 'desk')),
  }))
  expect(found).toEqual({ node: [], bridge: ['invoke', 'on'], frozen: true })
})

test('script that is not a file of ours does not run', async () => {
  const ran = await desk.page.evaluate(async (module: string) => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      violations.push(`${violatedDirective} ${blockedURI}`)
    })
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.head.append(script)
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="app://desk/none.png" onerror="window.ranHandler = true">'
    // Listened for at once: it may fail before the other attempts are over.
    const pictureFailed = new Promise((resolve) =>
      holder.querySelector('img')?.addEventListener('error', resolve),
    )
    document.body.append(holder)
    const link = document.createElement('a')
    link.href = 'javascript:window.ranLink = true'
    document.body.append(link)
    link.click()
    // Detached from the driver's own call, which the policy does not govern.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(String((0, eval)('1 + 1')))
        } catch (error) {
          resolve((error as Error).name)
        }
      })
    })
    const imported = await (import(module) as Promise<unknown>).then(
      () => 'imported',
      (error: unknown) => (error as Error).name,
    )
    await pictureFailed
    holder.remove()
    const names = ['ranInline', 'ranHandler', 'ranLink'].filter((name) => name in window)
    return { names, evaluated, imported, violations }
  }, 'data:text/javascript,export default 1')
  expect(ran).toMatchObject({ names: [], evaluated: 'EvalError', imported: 'TypeError' })
  expect(ran.violations.length).toBeGreaterThanOrEqual(3)
})

test('the page reaches no network and gets no device', async () => {
  const tried = await desk.page.evaluate(async (url) => {
    const refused = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'reached',
        (error: unknown) => (error as Error).name,
      )
    const loaded = (element: HTMLElement): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => {
          resolve('reached')
        })
        element.addEventListener('error', () => {
          resolve('refused')
        })
      })
    const image = new Image()
    const pending = loaded(image)
    image.src = `${url}/image`
    const socket = await new Promise<string>((resolve) => {
      try {
        new WebSocket(url.replace('http', 'ws')).addEventListener('error', () => {
          resolve('refused')
        })
      } catch {
        resolve('refused')
      }
    })
    return {
      fetch: await refused(fetch(`${url}/fetch`)),
      beacon: navigator.sendBeacon(`${url}/beacon`),
      file: await refused(fetch('file:///etc/hosts')),
      image: await pending,
      socket,
      notifications: await Notification.requestPermission(),
      location: (await navigator.permissions.query({ name: 'geolocation' })).state,
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await refused(navigator.clipboard.readText()),
    }
  }, outsideUrl)
  expect(tried).toMatchObject({
    fetch: 'TypeError',
    file: 'TypeError',
    image: 'refused',
    socket: 'refused',
    notifications: 'denied',
    location: 'denied',
    clipboard: 'NotAllowedError',
  })
  expect(tried.camera).not.toBe('reached')
  expect(reachedOutside).toEqual([])
})

test('another window of the application is no trusted sender', async () => {
  const answer = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        ...(own ? { session: own.webContents.session } : {}),
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    })
    try {
      await other.loadURL('app://desk/index.html')
      return (await other.webContents.executeJavaScript(`window.desk.invoke('session.read', {})`)) as unknown
    } finally {
      other.destroy()
    }
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
  const own = await desk.page.evaluate(() => window.desk.invoke('session.read', {}))
  expect(own).toMatchObject({ ok: true })
})

test('our own files end at their folder', async () => {
  const answers = await desk.page.evaluate(async () => {
    const urls = [
      'app://desk/..%2f..%2fpackage.json',
      'app://desk/..%2fmain%2findex.js',
      'app://desk/%2e%2e/%2e%2e/package.json',
      'app://desk//etc/hosts',
      'app://other/index.html',
    ]
    return Promise.all(
      urls.map((url) =>
        fetch(url).then(
          ({ status }) => status,
          () => 404,
        ),
      ),
    )
  })
  expect(answers).toEqual([404, 404, 404, 404, 404])
})

test('pictures come by id, to whoever is signed in and holds the case, and never by path', async () => {
  const { caseId } = sent.accepted
  const documentId = sent.made.bundle.documents[0]?.id ?? ''
  const good = documentUrl({ caseId, round: 1, documentId }, 'original')
  const statusOf = (urls: readonly string[]): Promise<(number | string)[]> =>
    desk.page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map((url) =>
            fetch(url).then(
              ({ status, headers }) =>
                status === 200 ? `200 ${headers.get('cache-control') ?? ''}` : status,
              // An answer without permission to read it.
              () => 404,
            ),
          ),
        ),
      urls,
    )
  expect(await statusOf([good])).toEqual([404])

  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).expectAllExamined()
  // Reserved is not held: the bytes are here, and nobody looks at them yet.
  expect(await statusOf([good, documentUrl({ caseId, round: 1, documentId }, 'thumbnail')])).toEqual([
    404, 404,
  ])
  await queuePage(desk.page).drawNext()
  expect(await statusOf([good, documentUrl({ caseId, round: 1, documentId }, 'thumbnail')])).toEqual([
    '200 no-store',
    '200 no-store',
  ])
  const tricks = [
    documentUrl({ caseId, round: 1, documentId: '../../keyring.json' }, 'original'),
    documentUrl({ caseId, round: 1, documentId: '..' }, 'original'),
    `document://case/${caseId}/../../../keyring.json`,
    `document://case/..%2f..%2fkeyring.json/1/${documentId}/original`,
    documentUrl({ caseId: '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001', round: 1, documentId }, 'original'),
    documentUrl({ caseId, round: 1, documentId: 'no-such-document' }, 'original'),
    documentUrl({ caseId, round: 2, documentId }, 'original'),
    `${good}/more`,
    good.replace('original', 'sealed'),
    good.replace('document://case', 'document://other'),
  ]
  expect(await statusOf(tricks)).toEqual(tricks.map(() => 404))

  await deskFrame(desk.page).signOut()
  expect(await statusOf([good])).toEqual([404])
})

test('nothing is downloaded, and no menu has keys of its own', async () => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.session.on('will-download', (event, item) => {
      Reflect.set(globalThis, 'download', { prevented: event.defaultPrevented, path: item.getSavePath() })
    })
  })
  await desk.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['a name and a number'], { type: 'text/plain' }))
    link.download = 'taken.txt'
    document.body.append(link)
    link.click()
    link.remove()
  })
  await expect
    .poll(() => desk.app.evaluate(() => Reflect.get(globalThis, 'download') as unknown))
    .toEqual({ prevented: true, path: '' })
  expect(await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull()
})

test('a middle click opens no window', async () => {
  await desk.page.evaluate((url) => {
    const link = document.createElement('a')
    link.href = url
    link.id = 'away'
    link.style.cssText = 'position:fixed;left:0;top:0;width:60px;height:30px;z-index:99'
    document.body.append(link)
    link.addEventListener('auxclick', () => Reflect.set(window, 'clickedAway', true))
  }, `${outsideUrl}/middle`)
  // By the mouse itself: the driver would wait for a navigation that is refused.
  await desk.page.mouse.click(20, 12, { button: 'middle' })
  await expect.poll(() => desk.page.evaluate(() => Reflect.get(window, 'clickedAway') as unknown)).toBe(true)
  expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  await desk.page.evaluate(() => document.querySelector('#away')?.remove())
  expect(reachedOutside).toEqual([])
})

// Late, because the driver goes on waiting for navigations that the shell has refused.
test('the page cannot leave its place, open windows or hold other pages', async () => {
  await desk.page.evaluate(() => {
    Reflect.set(window, 'mark', 'here')
  })
  for (const target of [
    `${outsideUrl}/away`,
    'file:///etc/hosts',
    'data:text/html,x',
    'app://desk/index.html?other',
  ]) {
    await desk.page.evaluate((url) => {
      location.href = url
    }, target)
    await expectSamePage()
  }
  const opened = await desk.page.evaluate((url) => window.open(`${url}/window`) === null, outsideUrl)
  expect(opened).toBe(true)
  await desk.page.evaluate((url) => {
    for (const [name, address] of [
      ['iframe', `${url}/frame`],
      ['webview', `${url}/webview`],
      ['object', `${url}/object`],
      ['embed', `${url}/embed`],
    ] as const) {
      const element = document.createElement(name)
      element.setAttribute(name === 'object' ? 'data' : 'src', address)
      document.body.append(element)
    }
    const form = document.createElement('form')
    form.action = `${url}/form`
    document.body.append(form)
    form.submit()
  }, outsideUrl)
  await expectSamePage()
  expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(reachedOutside).toEqual([])
})

test('nothing that was tried has reached the outside or ended up in the log', () => {
  expect(reachedOutside).toEqual([])
  expect(desk.output()).not.toContain('"scope"')
})
