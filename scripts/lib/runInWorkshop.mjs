import { once } from 'node:events'
import { inProject } from './paths.mjs'

/**
 * Runs a command as the unprivileged user and shows its output.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function runInWorkshop(workshop, command, args, extra = {}) {
  const wrapped = workshop.user.command(command, args)
  const child = workshop.children.start(wrapped.command, wrapped.args, {
    cwd: inProject(),
    stdio: 'inherit',
    env: { ...workshop.environment, ...extra },
  })
  const [code] = await once(child, 'close')
  return code ?? 1
}
