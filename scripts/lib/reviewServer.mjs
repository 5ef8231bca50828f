import { inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'

/** The embedded PostgreSQL opens in seconds; on a machine that is busy with other things it takes minutes. */
const START_LIMIT_MS = 5 * 60_000
const LISTENING = /^review server listening on (http:\/\/\S+)$/m

/**
 * Starts the review server as the unprivileged user and waits until it listens. It ends with the other children.
 *
 * @param {Pick<import('./setUp.mjs').Workshop, 'user' | 'children' | 'environment'>} workshop
 * @param {NodeJS.ProcessEnv} settings the server's own variables: DATA_DIR or DATABASE_URL, ACCOUNTS_FILE, INTAKE_TOKEN ...
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, and how to end it before the others
 */
export async function startReviewServer({ user, children, environment }, settings) {
  const { command, args } = user.command(process.execPath, [
    '--import',
    'tsx',
    inProject('server', 'main.ts'),
  ])
  const server = children.start(command, args, {
    cwd: inProject(),
    env: { ...environment, HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    const fail = (/** @type {string} */ problem) => {
      clearTimeout(timer)
      const line = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
      reject(
        new SetupFailure(
          `the review server ${problem}: ${line || 'it said nothing'}`,
          'if it speaks of another process, end that one; to begin anew, remove .cache/demo; then start again',
        ),
      )
    }
    const timer = setTimeout(() => fail('did not answer in time'), START_LIMIT_MS)
    server.stdout?.on('data', (chunk) => {
      stdout = (stdout + String(chunk)).slice(-16_000)
      const url = LISTENING.exec(stdout)?.[1]
      if (url !== undefined) {
        clearTimeout(timer)
        resolve({ url, stop: () => children.stop(server) })
      }
    })
    server.stderr?.on('data', (chunk) => {
      stderr = (stderr + String(chunk)).slice(-16_000)
    })
    server.once('error', (error) => fail(`could not be started (${error.message})`))
    server.once('exit', () => fail('ended'))
  })
}
