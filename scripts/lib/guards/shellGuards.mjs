import { removalOf } from './removal.mjs'

const GUARDS = 'electron/main/guards.ts'
const WINDOW = 'electron/main/deskWindow.ts'
const APP = 'electron/main/appProtocol.ts'
const INDEX = 'electron/main/index.ts'
const PAGE = 'renderer/guardPage.ts'

const EACH = 'tests/e2e/guards.spec.ts'
const WHOLE = 'tests/e2e/security.spec.ts'

const shell = removalOf('shell')
const page = removalOf('page')

/** Guards that only the running application shows. Those of the page come last: they change what is built for the others. */
export const shellGuards = [
  shell('no page leaves its address', EACH, [
    [
      GUARDS,
      "contents.on('will-navigate', (event) => {\n      event.preventDefault()",
      "contents.on('will-navigate', () => {\n      // taken out",
    ],
    [
      GUARDS,
      "contents.on('will-frame-navigate', (event) => {\n      event.preventDefault()",
      "contents.on('will-frame-navigate', () => {\n      // taken out",
    ],
  ]),
  shell('no frame leaves its address', EACH, [
    [
      GUARDS,
      "contents.on('will-frame-navigate', (event) => {\n      event.preventDefault()",
      "contents.on('will-frame-navigate', () => {\n      // taken out",
    ],
  ]),
  shell('no address sends elsewhere', EACH, [
    [
      GUARDS,
      "contents.on('will-redirect', (event) => {\n      event.preventDefault()",
      "contents.on('will-redirect', () => {\n      // taken out",
    ],
  ]),
  shell('no view is attached', EACH, [
    [
      GUARDS,
      "contents.on('will-attach-webview', (event) => {\n      event.preventDefault()",
      "contents.on('will-attach-webview', () => {\n      // taken out",
    ],
  ]),
  shell('no window is opened', EACH, [
    [
      GUARDS,
      "contents.setWindowOpenHandler(() => ({ action: 'deny' }))",
      "contents.setWindowOpenHandler(() => ({ action: 'allow' }))",
    ],
  ]),
  shell('nothing but our protocols is asked for', EACH, [
    [
      GUARDS,
      'answer({ cancel: !isOwnUrl(details.url) })',
      'answer({ cancel: !isOwnUrl(details.url) && false })',
    ],
  ]),
  shell('no permission is given', EACH, [[GUARDS, '    answer(false)\n', '    answer(true)\n']]),
  shell('no permission is told of', EACH, [
    [
      GUARDS,
      'session.setPermissionCheckHandler(() => false)',
      'session.setPermissionCheckHandler(() => true)',
    ],
  ]),
  shell(
    'nothing is downloaded',
    WHOLE,
    [
      [
        GUARDS,
        "session.on('will-download', (event) => {\n    event.preventDefault()",
        "session.on('will-download', () => {\n    // taken out",
      ],
    ],
    'nothing is downloaded',
  ),
  shell(
    'policy of the page',
    WHOLE,
    [
      [
        APP,
        "      'content-security-policy': CONTENT_SECURITY_POLICY,\n",
        "      'x-was-content-security-policy': CONTENT_SECURITY_POLICY,\n",
      ],
    ],
    'script that is not a file of ours',
  ),
  shell(
    'policy: no inline script',
    WHOLE,
    [[APP, `"script-src 'self'"`, `"script-src 'self' 'unsafe-inline'"`]],
    'script that is not a file of ours',
  ),
  shell(
    'policy: no eval',
    WHOLE,
    [[APP, `"script-src 'self'"`, `"script-src 'self' 'unsafe-eval'"`]],
    'script that is not a file of ours',
  ),
  shell('kernel sandbox of every renderer', EACH, [[INDEX, 'app.enableSandbox()\n', '']]),
  shell('kernel sandbox, asked for in both places', EACH, [
    [INDEX, 'app.enableSandbox()\n', ''],
    [WINDOW, 'sandbox: true', 'sandbox: false'],
  ]),
  shell('world of the page apart', EACH, [[WINDOW, 'contextIsolation: true', 'contextIsolation: false']]),
  shell('no Node in the page', EACH, [[WINDOW, 'nodeIntegration: false', 'nodeIntegration: true']]),
  shell('rules of the web', EACH, [[WINDOW, 'webSecurity: true', 'webSecurity: false']]),
  shell('no insecure content', EACH, [
    [WINDOW, 'allowRunningInsecureContent: false', 'allowRunningInsecureContent: true'],
  ]),
  shell('no tag for views', EACH, [[WINDOW, 'webviewTag: false', 'webviewTag: true']]),
  shell(
    'no menu with keys of its own',
    WHOLE,
    [[WINDOW, '  Menu.setApplicationMenu(menu)\n', '  void menu\n']],
    'nothing is downloaded, and no menu',
  ),
  shell(
    'calls of our window only',
    WHOLE,
    [
      [
        'electron/main/registerIpc.ts',
        'isTrustedSender(event, window) ? route(name, request) : untrusted',
        'isTrustedSender(event, window) || untrusted ? route(name, request) : untrusted',
      ],
    ],
    'another window of the application',
  ),
  shell('no cache on the disk', EACH, [
    [INDEX, "sessions.fromPartition('desk', { cache: false })", "sessions.fromPartition('persist:desk')"],
  ]),
  shell('no crash dumps', EACH, [[INDEX, "app.commandLine.appendSwitch('disable-breakpad')\n", '']]),
  shell('shared memory stays memory', EACH, [
    [
      INDEX,
      "app.commandLine.removeSwitch('disable-dev-shm-usage')\n",
      "app.commandLine.appendSwitch('disable-dev-shm-usage')\n",
    ],
  ]),
  page('nothing is copied by the page itself', EACH, [
    [PAGE, "for (const name of ['copy', 'cut'] as const)", 'for (const name of [] as const)'],
  ]),
  page('nothing is dragged or dropped', EACH, [
    [
      PAGE,
      "for (const name of ['dragstart', 'dragover', 'drop'] as const)",
      'for (const name of [] as const)',
    ],
  ]),
]
