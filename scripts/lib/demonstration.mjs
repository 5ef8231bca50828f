import { randomBytes, randomInt } from 'node:crypto'
import { chmod, chown, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { withCacheLock } from './cacheLock.mjs'
import { inProject, isRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { startReviewServer } from './reviewServer.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { fingerprint, readStamp, writeStamp } from './stamps.mjs'

const GENERATION_LIMIT_MS = 10 * 60_000
const INTAKE_LIMIT_MS = 10 * 60_000
/** Without characters that look alike. */
const PASSWORD_CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const PASSWORD_LENGTH = 12

/** Holds queue/, later/ and labels/; all starts share it. */
const BUNDLES = inProject('.cache', 'specimens')

/** The people of the demonstration; two of each role, because some steps need another person of the same right. */
const TEAM = [
  { username: 'li.wen', displayName: '李文', role: 'reviewer' },
  { username: 'chen.yu', displayName: '陈宇', role: 'reviewer' },
  { username: 'zhao.min', displayName: '赵敏', role: 'supervisor' },
  { username: 'sun.li', displayName: '孙立', role: 'supervisor' },
]

/**
 * @typedef {{ username: string, displayName: string, role: string, password: string }} Account
 * @typedef {{ serverUrl: string, accounts: readonly Account[], accountsFile: string, intakeToken: string, bundles: string,
 *   userData: string, stopServer: () => Promise<void> }} Demonstration
 * bundles: folder with queue/, later/ and labels/ of the specimens
 */

/**
 * Starts a review server with a team and a queue of synthetic filings. Accounts, documents and decisions stay in `folder`, so that
 * the next start goes on where this one ended.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} [folder] belongs to the unprivileged user
 * @returns {Promise<Demonstration>}
 */
export async function startDemonstration(workshop, folder = inProject('.cache', 'demo')) {
  // A second start waits until the first has filled the queue; then the server tells it that its folder is in use.
  return withCacheLock(`${folder}.lock`, () => prepare(workshop, folder))
}

/**
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} folder
 * @returns {Promise<Demonstration>}
 */
async function prepare(workshop, folder) {
  const { progress, user } = workshop
  await user.own(folder)
  await chmod(folder, 0o700)
  const data = path.join(folder, 'server')
  const userData = path.join(folder, 'desktop')
  const filled = path.join(folder, 'filled')
  const isFilled = (await readStamp(filled)) !== undefined
  if (!isFilled) {
    // A start that was interrupted while the queue was being filled; nobody has worked on it yet.
    await Promise.all([data, userData].map((place) => rm(place, { recursive: true, force: true })))
  }
  const { accounts, intakeToken } = await readSecrets(workshop, folder)
  const accountsFile = path.join(folder, 'accounts.json')
  await writePrivately(workshop, accountsFile, accounts)
  const server = await progress.step('review server', async () => {
    const value = await startReviewServer(workshop, {
      DATA_DIR: data,
      ACCOUNTS_FILE: accountsFile,
      INTAKE_TOKEN: intakeToken,
      RULE_PACK_KEYS: await provideRulePackKey(workshop, folder),
    })
    return { note: value.url, value }
  })
  const demonstration = {
    serverUrl: server.url,
    stopServer: server.stop,
    accounts,
    accountsFile,
    intakeToken,
    bundles: BUNDLES,
    userData,
  }
  if (!isFilled) {
    await progress.step('specimens', (report) => provideBundles(workshop, report))
    await progress.step('queue', async (report) => {
      report('handing in the filings')
      await handIn(workshop, demonstration, path.join(BUNDLES, 'queue'))
      await writeStamp(filled, new Date().toISOString())
      return { note: 'filled', value: undefined }
    })
  }
  return demonstration
}

/**
 * Sends a bundle, or a folder of bundles, the way the provider's filing system does.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {Pick<Demonstration, 'serverUrl' | 'intakeToken'>} demonstration
 * @param {string} place
 */
export async function handIn(workshop, { serverUrl, intakeToken }, place) {
  const { command, args } = workshop.user.command(process.execPath, [
    ...['--import', 'tsx', inProject('cli', 'intake.ts'), place],
  ])
  const result = await runCommand(command, args, {
    cwd: inProject(),
    env: { ...workshop.environment, BEIAN_SERVER_URL: serverUrl, INTAKE_TOKEN: intakeToken },
    timeoutMs: INTAKE_LIMIT_MS,
  })
  if (result.code !== 0) {
    throw new SetupFailure(
      `the filings were not taken in: ${tellingLine(result)}`,
      'remove .cache/demo and start again',
    )
  }
}

/**
 * Draws the documents of the demonstration, unless that was done today by the same generator: the filings carry dates, and a
 * queue in which everything is long overdue shows nothing.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {import('./progress.mjs').Report} report
 */
async function provideBundles({ user, environment }, report) {
  const stamp = `${BUNDLES}.stamp`
  const wanted = await stampOfBundles()
  if ((await readStamp(stamp)) === wanted) {
    return { note: 'unchanged', value: undefined }
  }
  await rm(BUNDLES, { recursive: true, force: true })
  await user.own(BUNDLES)
  report('drawing documents (about a minute)')
  const { command, args } = user.command(process.execPath, [
    ...['--import', 'tsx', inProject('tests', 'specimens', 'generate.ts'), '--queue', '--out', BUNDLES],
  ])
  const result = await runCommand(command, args, {
    cwd: inProject(),
    env: environment,
    timeoutMs: GENERATION_LIMIT_MS,
    onOutput: (text) => report(`drawing documents: ${text.trim().split('\n').at(-1) ?? ''}`.slice(0, 100)),
  })
  if (result.code !== 0) {
    throw new SetupFailure(
      `the specimens could not be drawn: ${result.timedOut ? 'time limit reached' : tellingLine(result)}`,
      'run npm run specimens -- --queue --out /tmp/specimens to see the whole message',
    )
  }
  await writeStamp(stamp, wanted)
  return { note: 'drawn', value: undefined }
}

/** @returns {Promise<string>} what the bundles must have been drawn from to be those of today */
async function stampOfBundles() {
  const generator = await fingerprint([inProject('tests', 'specimens'), inProject('shared', 'domain')])
  return `${generator} ${new Date().toISOString().slice(0, 10)}`
}

/**
 * Lays a demonstration on which nobody has worked yet into an empty folder. Setting up a database and handing in the filings
 * takes most of a start, so a filled folder is kept and copied as long as its day, its filings and the server are the same.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} folder
 */
export async function layFreshDemonstration(workshop, folder) {
  const kept = inProject('.cache', 'demo-kept')
  await withCacheLock(`${kept}.lock`, async () => {
    const server = await fingerprint(
      ['server', 'shared', 'resources', 'package-lock.json'].map((place) => inProject(place)),
    )
    const wanted = `${await stampOfBundles()} ${server}`
    const stamp = `${kept}.stamp`
    if ((await readStamp(stamp)) !== wanted) {
      await Promise.all([stamp, kept].map((place) => rm(place, { recursive: true, force: true })))
      const { stopServer } = await prepare(workshop, kept)
      await stopServer()
      await writeStamp(stamp, wanted)
    }
    await workshop.user.own(folder)
    const copy = "require('node:fs').cpSync(process.argv[1], process.argv[2], { recursive: true })"
    const { command, args } = workshop.user.command(process.execPath, ['-e', copy, kept, folder])
    const result = await runCommand(command, args, { env: workshop.environment })
    if (result.code !== 0) {
      throw new SetupFailure(
        `the demonstration could not be copied: ${tellingLine(result)}`,
        'make room on the disk, remove .cache/demo-kept and start again',
      )
    }
  })
}

/**
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} folder
 * @returns {Promise<{ accounts: Account[], intakeToken: string }>} made at the first start, then the same for good
 */
async function readSecrets(workshop, folder) {
  const file = path.join(folder, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) {
    return withWholeTeam(JSON.parse(text))
  }
  const password = Array.from(
    { length: PASSWORD_LENGTH },
    () => PASSWORD_CHARACTERS[randomInt(PASSWORD_CHARACTERS.length)],
  ).join('')
  const secrets = {
    accounts: TEAM.map((person) => ({ ...person, password })),
    intakeToken: randomBytes(32).toString('base64url'),
  }
  await writePrivately(workshop, file, secrets)
  return secrets
}

/**
 * A demonstration of an earlier version may lack people; they get the password of the others.
 *
 * @param {{ accounts: Account[], intakeToken: string }} secrets
 */
function withWholeTeam(secrets) {
  const known = new Set(secrets.accounts.map(({ username }) => username))
  const password = secrets.accounts[0]?.password ?? ''
  const missing = TEAM.filter(({ username }) => !known.has(username)).map((person) => ({
    ...person,
    password,
  }))
  return { ...secrets, accounts: [...secrets.accounts, ...missing] }
}

/**
 * The demonstration's own key for rule packs, made at the first start: `rulepack sign --key` makes packs with it that a
 * supervisor can import.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} folder
 * @returns {Promise<string>} the list of trusted keys
 */
async function provideRulePackKey({ user, environment }, folder) {
  const file = path.join(folder, 'rulepack-key.json')
  const keys = `${file}.public.json`
  if ((await readFile(keys, 'utf8').catch(() => undefined)) === undefined) {
    await rm(file, { force: true })
    const { command, args } = user.command(process.execPath, [
      ...['--import', 'tsx', inProject('cli', 'rulepack.ts'), 'new-key', 'Demonstration', file],
    ])
    const result = await runCommand(command, args, { cwd: inProject(), env: environment })
    if (result.code !== 0) {
      throw new SetupFailure(
        `the key for rule packs could not be made: ${tellingLine(result)}`,
        'remove .cache/demo and start again',
      )
    }
  }
  return keys
}

/**
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} file
 * @param {unknown} content
 */
async function writePrivately({ user }, file, content) {
  await writeStamp(file, JSON.stringify(content, null, 2), 0o600)
  if (isRoot()) {
    await chown(file, user.uid, user.gid)
  }
}
