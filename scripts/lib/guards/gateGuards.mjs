import { removalOf } from './removal.mjs'

const APP = 'electron/main/appProtocol.ts'
const DOCUMENT = 'electron/main/documentProtocol.ts'
const SENDER = 'electron/main/trustedSender.ts'
const TRUST = 'electron/main/secureFetch.ts'
const CLIPBOARD = 'electron/main/clipboard.ts'

const IN_APP = 'tests/security/electron/appProtocol.test.ts'
const IN_DOCUMENT = 'tests/security/electron/documentProtocol.test.ts'
const IN_SENDER = 'tests/security/electron/trustedSender.test.ts'
const IN_CLIPBOARD = 'tests/security/electron/clipboard.test.ts'
const IN_TRUST = 'tests/security/electron/serverTrust.test.ts'

const gate = removalOf('gate')

/** Guards at the borders of the shell: calls, addresses, the line to the server, the clipboard. */
export const gateGuards = [
  gate('sender: our window', IN_SENDER, [[SENDER, 'event.sender === window && frame', 'frame']]),
  gate('sender: main frame', IN_SENDER, [
    [SENDER, 'frame === window.mainFrame && frame.origin', 'frame?.origin'],
  ]),
  gate('sender: our origin', IN_SENDER, [[SENDER, ' && frame.origin === APP_ORIGIN', '']]),
  gate('calls by their schema', 'tests/unit/ipc/requestContract.test.ts', [
    [
      'electron/ipc/ipcRouter.ts',
      "    if (!parsed.success) {\n      return refuse('invalid-request', describe(parsed.error))\n    }\n",
      "    if (!parsed.success && String(request) === describe(parsed.error)) {\n      return refuse('invalid-request', describe(parsed.error))\n    }\n",
    ],
  ]),
  gate('replies by their schema', 'tests/unit/ipc/replyContract.test.ts', [
    ['electron/ipc/ipcRouter.ts', 'value: ipcCalls[callName].reply.parse(reply)', 'value: reply'],
  ]),
  gate('app: ends at its folder, as written and where links lead', IN_APP, [
    [APP, '    !isInside(root, file) ||\n', ''],
    [APP, '!isInside(await realpath(root), await realpath(file))', 'root === file'],
  ]),
  gate('app: ends at its folder, where links lead', IN_APP, [
    [APP, '!isInside(await realpath(root), await realpath(file))', 'root === file'],
  ]),
  gate('app: one host', IN_APP, [[APP, " || url.host !== 'desk'", '']]),
  gate('app: only reads', IN_APP, [[APP, "request.method !== 'GET' || ", '']]),
  gate('app: known types only', IN_APP, [
    [
      APP,
      'const contentType = CONTENT_TYPES[extname(file)]',
      "const contentType = CONTENT_TYPES[extname(file)] ?? 'text/plain'",
    ],
  ]),
  gate('app: no guessing of types', IN_APP, [[APP, "      'x-content-type-options': 'nosniff',\n", '']]),
  gate('document: while signed in', IN_DOCUMENT, [[DOCUMENT, ' || !isSignedIn()', '']]),
  gate('document: of open cases', IN_DOCUMENT, [
    [DOCUMENT, 'if (!(await mayShow(caseId)))', 'if (!(await mayShow(caseId)) && isSignedIn() === null)'],
  ]),
  gate('document: by id', IN_DOCUMENT, [[DOCUMENT, '  z.uuid(),\n', '  z.string(),\n']]),
  gate('document: one host', IN_DOCUMENT, [[DOCUMENT, " || url.host !== 'case'", '']]),
  gate('document: only reads', IN_DOCUMENT, [[DOCUMENT, "request.method !== 'GET' || ", '']]),
  gate('document: pictures only', IN_DOCUMENT, [[DOCUMENT, 'z.enum(SCREEN_TYPES)', 'z.string()']]),
  gate('document: kept by nobody', IN_DOCUMENT, [[DOCUMENT, "        'cache-control': 'no-store',\n", '']]),
  gate('document: no guessing of types', IN_DOCUMENT, [
    [DOCUMENT, "        'x-content-type-options': 'nosniff',\n", ''],
  ]),
  gate('document: runs nothing', IN_DOCUMENT, [
    [DOCUMENT, `        'content-security-policy': "default-src 'none'",\n`, ''],
  ]),
  gate('clear text ends at this machine', IN_TRUST, [
    [
      'shared/protocol/safeLine.ts',
      "address.protocol === 'http:' && LOOPBACK.includes(address.hostname)",
      "address.protocol === 'http:'",
    ],
  ]),
  gate('authority of the server', IN_TRUST, [
    [TRUST, 'const agent = new Agent({\n', 'const agent = new Agent({\n    rejectUnauthorized: false,\n'],
  ]),
  gate('key of the server', IN_TRUST, [[TRUST, ' ?? pinProblem(trust.pin, certificate.raw)', '']]),
  gate('name of the server', IN_TRUST, [
    [TRUST, 'tls.checkServerIdentity(host, certificate) ?? pinProblem', 'pinProblem'],
  ]),
  gate('no redirect of the server', IN_TRUST, [
    [TRUST, 'if (isRedirect(message))', 'if (isRedirect(message) && message.destroyed)'],
  ]),
  gate('clipboard: taken off after a minute', IN_CLIPBOARD, [
    [CLIPBOARD, '      await system.clear()\n', ''],
  ]),
  gate("clipboard: not somebody else's", IN_CLIPBOARD, [
    [CLIPBOARD, 'if ((await system.read()) === text)', "if ((await system.read()) !== '')"],
  ]),
]
