import { chown, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { findPostgresqlPrograms } from './systemPackages.mjs'

const START_LIMIT_MS = 60_000
const USER = 'beian'

/** A cluster that lives for one test run needs no durability. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const SETTINGS = ['max_connections=200', 'listen_addresses=', 'timezone=UTC']

/**
 * Makes and starts a throw-away cluster, reachable through a socket in a folder that only its user may enter. It is stopped and
 * removed with the other children.
 *
 * @param {Pick<import('./setUp.mjs').Workshop, 'user' | 'children'>} workshop
 * @param {{ durable: boolean }} [options] durable: as a team's server has to be, for measurements
 * @returns {Promise<string>} the address, as TEST_DATABASE_URL and DATABASE_URL take it
 */
export async function startPostgres({ user, children }, { durable } = { durable: false }) {
  const programs = await findPostgresqlPrograms()
  if (programs === undefined) {
    throw new SetupFailure('PostgreSQL is not installed', 'install the package postgresql, then start again')
  }
  // Short, because the address of a Unix socket has at most 107 bytes.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-pg-'))
  children.onClose(() => rm(folder, { recursive: true, force: true }))
  if (isRoot()) {
    await chown(folder, user.uid, user.gid)
  }
  const data = path.join(folder, 'data')
  const env = user.environment({ ...process.env, LC_ALL: 'C.UTF-8' })
  const make = user.command(path.join(programs, 'initdb'), [
    ...['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ])
  const made = await runCommand(make.command, make.args, { cwd: folder, env })
  if (made.code !== 0) {
    throw new SetupFailure(
      `initdb failed: ${tellingLine(made)}`,
      'check the free space of the temporary folder',
    )
  }
  const start = user.command(path.join(programs, 'postgres'), [
    ...['-D', data, '-k', folder],
    ...(durable ? SETTINGS : [...FORGETFUL, ...SETTINGS]).flatMap((setting) => ['-c', setting]),
  ])
  const server = children.start(start.command, start.args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // SIGINT: connections are cut; the polite SIGTERM would wait for them.
  children.onClose(() => children.stop(server, 'SIGINT'))
  await ready(server)
  return `postgresql://${USER}@localhost/postgres?host=${encodeURIComponent(folder)}`
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function ready(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (/** @type {string} */ problem) => {
      clearTimeout(timer)
      const line = said.trim().split('\n').at(-1) ?? ''
      reject(
        new SetupFailure(
          `PostgreSQL did not start: ${problem} ${line}`,
          'read the message, then start again',
        ),
      )
    }
    const timer = setTimeout(() => fail('time limit reached'), START_LIMIT_MS)
    server.stderr?.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-4000)
      if (said.includes('ready to accept connections')) {
        clearTimeout(timer)
        resolve()
      }
    })
    server.once('error', (error) => fail(error.message))
    server.once('exit', () => fail('it ended.'))
  })
}
