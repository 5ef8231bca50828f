import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { startDemonstration } from './demonstration.mjs'
import { lendDisplay } from './display.mjs'
import { projectRoot } from './paths.mjs'

/** Chromium's own log lines (missing buses, drivers) tell a reviewer nothing; BEIAN_VERBOSE=1 shows them. */
const CHROMIUM_LOG = /^\[\d+:\d+\/\d+\.\d+:(?:ERROR|WARNING|INFO|VERBOSE\d*):/

/**
 * Opens the workstation on the person's display and waits until its window is closed.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @returns {Promise<number>} exit code
 */
export async function openWorkstation(workshop) {
  const { progress, user, children, environment, runtime, switches } = workshop
  const demonstration = await startDemonstration(workshop)
  const { command, args } = user.command(runtime.executable, [projectRoot, ...switches])
  const workstation = children.start(command, args, {
    cwd: projectRoot,
    env: {
      ...environment,
      ...(await lendDisplay(user)),
      BEIAN_SERVER_URL: demonstration.serverUrl,
      BEIAN_USER_DATA: demonstration.userData,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  if (workstation.stderr !== null) {
    const lines = createInterface({ input: workstation.stderr })
    lines.on('line', (line) => {
      if (process.env.BEIAN_VERBOSE === '1' || !CHROMIUM_LOG.test(line)) {
        process.stderr.write(`${line}\n`)
      }
    })
  }
  progress.say(
    `\nThe workstation opens. Sign in with the demonstration password ${demonstration.accounts[0]?.password ?? ''} as`,
  )
  for (const { username, displayName, role } of demonstration.accounts) {
    progress.say(`  ${username.padEnd(10)} ${displayName}  ${role}`)
  }
  progress.say('Closing its window ends the review server too.\n')
  const [code] = await once(workstation, 'close')
  return code ?? 1
}
