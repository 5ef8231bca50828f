import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, protocol, session as sessions, utilityProcess, shell } from 'electron'
import { loadRulePacks } from '../common/resources/loadRulePacks'
import { readTrustedKeys } from '../../shared/rules/openPackFolder'
import { describePackProblem } from '../../shared/rules/openRulePack'
import type { RulePacks } from '../workflows/rules/checklistSource'
import type { PackTrust } from '../workflows/rules/rulePackShelf'
import { serveApp } from './appProtocol'
import { composeDesk, type Desk } from './composeDesk'
import { createDataWorkerClient } from './dataWorkerHost'
import { createDesktop } from './desktop'
import { createDeskWindow } from './deskWindow'
import { serveDocuments } from './documentProtocol'
import { createShowDocument } from '../workflows/examination/showDocument'
import { readEnvironment } from './environment'
import { guardSession, guardWebContents } from './guards'
import { lockWhenIdle } from './lockWhenIdle'
import { locateInstallation, type Installation } from './installation'
import { InstallationError, logUnexpected } from './log'
import { listenForAnswer } from './loopbackAnswer'
import { createMediaPort } from './mediaProcessHost'
import { createExternalDoor } from './openExternal'
import { createNotifications } from './notifications'
import { createEventSender, registerIpc } from './registerIpc'
import { createReviewServerClient } from './reviewServerClient'
import { createSecureFetch } from './secureFetch'

/**
 * Entry of the shell. Order matters: the folder of user data before the single-instance lock (it is the lock's
 * place), schemes before `ready`, guards before the first page.
 */
const environment = readEnvironment(process.env)
const builtFolder = join(import.meta.dirname, '..')

app.setName('Beian Desk')
if (environment.BEIAN_USER_DATA !== undefined) {
  app.setPath('userData', environment.BEIAN_USER_DATA)
}
// Crash dumps hold memory, and memory holds identity papers.
app.commandLine.appendSwitch('disable-breakpad')
// Pictures on their way to the page pass through shared memory; this switch would make it a file in the temporary folder.
app.commandLine.removeSwitch('disable-dev-shm-usage')
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  {
    scheme: 'document',
    privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
  },
])

if (app.requestSingleInstanceLock()) {
  guardWebContents()
  app
    .whenReady()
    .then(openDesk)
    .catch((cause: unknown) => {
      logUnexpected('start', cause)
      app.exit(1)
    })
} else {
  app.quit()
}

async function openDesk(): Promise<void> {
  const installation = locateInstallation({
    isPackaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
    appPath: app.getAppPath(),
    builtFolder,
    environment,
  })
  // Not persistent: pictures and pages leave no cache on the disk.
  const session = sessions.fromPartition('desk', { cache: false })
  guardSession(session)

  let window: BrowserWindow | null = null
  const currentWindow = (): BrowserWindow | null => window
  const data = createDataWorkerClient(new URL('./data-worker.js', import.meta.url), {
    nativeBinding: installation.sqliteAddon,
  })
  const media = createMediaPort(mediaRuntime(installation))
  const notify = createEventSender(() => currentWindow()?.webContents ?? null)
  // eslint-disable-next-line no-restricted-syntax -- the one door is made here, and nowhere else
  const door = createExternalDoor((url) => shell.openExternal(url))
  const desktop = createDesktop(app.getPath('userData'), currentWindow, (address) => door.dial(address))
  const desk = composeDesk({
    data,
    media,
    browser: { openSignInPage: (address) => door.signInPage(address), listen: listenForAnswer },
    server: createReviewServerClient({
      baseUrl: environment.BEIAN_SERVER_URL,
      fetch: await fetchOfServer(),
    }),
    desktop,
    notify,
    notices: createNotifications(
      () => desktop.readSettings().language,
      () => {
        window?.show()
        window?.focus()
      },
    ),
    ...(await readRulePacks(installation.rulePacks)),
    profilesFolder: join(app.getPath('userData'), 'profiles'),
    serverUrl: environment.BEIAN_SERVER_URL,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    now: () => new Date().toISOString(),
    random: Math.random,
    logUnexpected,
  })
  serveApp(session.protocol, join(builtFolder, 'renderer'))
  serveDocuments(session.protocol, {
    show: createShowDocument({ data, media, lookedAt: () => new Date().toISOString() }),
    isSignedIn: () => desk.opening() !== null,
    mayShow: (caseId) => desk.mayShow(caseId),
  })

  window = createDeskWindow(session, join(builtFolder, 'preload'))
  registerIpc(window.webContents, desk.route)
  lockWhenIdle({
    page: window.webContents,
    desk,
    notify,
    minutes: () => desktop.readSettings().lockAfterMinutes,
  })
  window.on('closed', () => {
    window = null
    app.quit()
  })
  app.on('second-instance', () => {
    window?.restore()
    window?.focus()
  })
  closeBeforeQuit(async () => {
    await desk.close()
    await media.close()
    await data.close()
  })
}

/** A pack that is broken or wrongly signed is told and left out; without any there is nothing to judge by. */
async function readRulePacks(
  folder: string,
): Promise<{ readonly rulePacks: RulePacks; readonly packTrust: PackTrust }> {
  const { packs, refused, keys } = await loadRulePacks(folder)
  const told = refused.map(
    ({ name, problems }) =>
      new InstallationError(`Rule pack ${name}: ${problems.map(describePackProblem).join('; ')}`),
  )
  if (packs.length === 0) {
    throw told.at(-1) ?? new InstallationError('The application has no rule pack')
  }
  for (const problem of told) {
    logUnexpected('rule-packs', problem)
  }
  return {
    rulePacks: new Map(packs.map(({ pack }) => [pack.version, pack])),
    packTrust: { bundledKeys: keys, pinnedKeys: await readPinnedKeys(environment.BEIAN_RULE_PACK_KEYS) },
  }
}

/** Over TLS to a server that this machine trusts; in clear only to one on this machine, see `environment.ts`. */
async function fetchOfServer(): Promise<typeof fetch> {
  const { BEIAN_SERVER_URL: url, BEIAN_SERVER_CA: file, BEIAN_SERVER_PIN: pin = null } = environment
  if (url.startsWith('http:')) {
    return globalThis.fetch
  }
  return createSecureFetch({ authorities: file === undefined ? null : await readFile(file, 'utf8'), pin })
}

/** A list that names nobody would take packs of nobody, silently; that is a mistake of the installation. */
async function readPinnedKeys(file: string | undefined): Promise<PackTrust['pinnedKeys']> {
  const keys = file === undefined ? null : readTrustedKeys(await readFile(file, 'utf8'))
  if (keys?.length === 0) {
    throw new InstallationError('BEIAN_RULE_PACK_KEYS names a file that lists no keys')
  }
  return keys
}

/** On Linux the media process is a plain Node beside the application, elsewhere a utility process (docs/adr). */
function mediaRuntime({ mediaProcess, nodePath }: Installation): Parameters<typeof createMediaPort>[0] {
  if (process.platform !== 'linux') {
    return {
      fork: (path, { execArgv }) =>
        utilityProcess.fork(path, [], { execArgv: [...execArgv], stdio: 'ignore', env: {} }),
      scriptPath: mediaProcess,
    }
  }
  return { nodePath: nodePath(), scriptPath: mediaProcess }
}

/** Lets work under way end and closes the database properly, once, before the process goes. */
function closeBeforeQuit(close: Desk['close']): void {
  let closing = false
  app.on('before-quit', (event) => {
    if (closing) {
      return
    }
    closing = true
    event.preventDefault()
    close()
      .catch((cause: unknown) => {
        logUnexpected('quit', cause)
      })
      .finally(() => {
        app.quit()
      })
  })
}
