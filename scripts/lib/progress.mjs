/** A step that could not be done, worded for the person at the terminal: what went wrong, and what to do about it. */
export class SetupFailure extends Error {
  /**
   * @param {string} problem one line
   * @param {string} remedy one line
   * @param {ErrorOptions} [options]
   */
  constructor(problem, remedy, options) {
    super(problem, options)
    this.name = 'SetupFailure'
    this.remedy = remedy
  }
}

/** Steps shorter than this print only their result. */
const QUIET_MS = 2_000
/** Long steps say at this distance that they are alive. */
const SIGN_OF_LIFE_MS = 10_000

/**
 * @typedef {(note: string) => void} Report tells what a long step is doing now
 * @typedef {{ step: <T>(title: string, action: (report: Report) => Promise<{ note?: string, value: T }>) => Promise<T>,
 *   say: (line: string) => void }} Progress
 */

/**
 * Prints one line per step with its duration. Whole lines only, so that steps may run side by side and logs stay readable.
 *
 * @param {{ write?: (line: string) => void, now?: () => number }} [ports]
 * @returns {Progress}
 */
export function createProgress({ write = writeLine, now = Date.now } = {}) {
  /**
   * @template T
   * @param {string} title
   * @param {(report: Report) => Promise<{ note?: string, value: T }>} action
   * @returns {Promise<T>}
   */
  async function step(title, action) {
    const startedAt = now()
    let note = 'working'
    const line = (/** @type {string} */ mark, /** @type {string} */ text) => {
      const seconds = ((now() - startedAt) / 1000).toFixed(1).padStart(6)
      write(`${mark.padEnd(5)} ${title.padEnd(22)} ${seconds} s  ${text}`.trimEnd())
    }
    const alive = () => line('...', note)
    const first = setTimeout(alive, QUIET_MS)
    const repeated = setInterval(alive, SIGN_OF_LIFE_MS)
    try {
      const result = await action((text) => {
        note = text
      })
      line('ok', result.note ?? '')
      return result.value
    } catch (error) {
      line('FAIL', error instanceof SetupFailure ? error.message : 'stopped')
      throw error
    } finally {
      clearTimeout(first)
      clearInterval(repeated)
    }
  }

  return { step, say: write }
}

/** @param {string} line */
function writeLine(line) {
  process.stdout.write(`${line}\n`)
}
