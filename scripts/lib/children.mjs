import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** How long a child may take to end by itself before it is killed. */
const GRACE_MS = 8_000

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {{ start: (command: string, args: readonly string[], options: import('node:child_process').SpawnOptions) => ChildProcess,
 *   stop: (child: ChildProcess, signal?: NodeJS.Signals) => Promise<void>,
 *   onClose: (action: () => Promise<void>) => void, close: () => Promise<void> }} Children
 */

/**
 * Keeps track of everything that was started, so that it ends with us in the reverse order, also on Ctrl+C.
 *
 * @returns {Children}
 */
export function createChildren() {
  /** @type {(() => Promise<void>)[]} */
  const closers = []
  /** @type {Promise<void> | undefined} */
  let closing

  /** @type {Children['stop']} */
  async function stop(child, signal = 'SIGTERM') {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      return
    }
    const ended = once(child, 'exit')
    child.kill(signal)
    const killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    await ended
    clearTimeout(killer)
  }

  /** @type {Children['start']} */
  function start(command, args, options) {
    const child = spawn(command, args, options)
    // A command that cannot be started at all shows in its exit state; without a listener it would end this process.
    child.on('error', () => {})
    closers.push(() => stop(child))
    return child
  }

  function close() {
    closing ??= (async () => {
      for (const closer of closers.reverse()) {
        await closer()
      }
    })()
    return closing
  }

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
  return { start, stop, onClose: (action) => void closers.push(action), close }
}
