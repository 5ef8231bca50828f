import { spawn } from 'node:child_process'

/** The end of a tool's output is where it says why it stopped. */
const KEPT_OUTPUT = 16_000

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, timedOut: boolean, missing: boolean, output: string, stdout: string }} CommandResult
 */

/**
 * Runs a command to its end and never throws: the caller decides what a failure means.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, input?: string,
 *   onOutput?: (text: string) => void, inherit?: boolean }} [options] inherit shows the output as it comes instead of keeping it
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    let stdout = ''
    let timedOut = false
    const child = spawn(command, args, {
      cwd: options.cwd,
      // Kept output is quoted in plain lines.
      env: { ...(options.env ?? process.env), ...(options.inherit ? {} : { NO_COLOR: '1' }) },
      stdio: [
        options.input === undefined ? 'ignore' : 'pipe',
        options.inherit ? 'inherit' : 'pipe',
        options.inherit ? 'inherit' : 'pipe',
      ],
    })
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, options.timeoutMs)
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString('utf8')
      output = (output + text).slice(-KEPT_OUTPUT)
      options.onOutput?.(text)
    }
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      stdout += chunk.toString('utf8')
      take(chunk)
    })
    child.stderr?.on('data', take)
    child.stdin?.end(options.input)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({
        code: null,
        signal: null,
        timedOut,
        missing: 'code' in error && error.code === 'ENOENT',
        output: error.message,
        stdout,
      })
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, timedOut, missing: false, output, stdout })
    })
  })
}

/** Lines that speak of an error without saying which. */
const SAYS_NOTHING =
  /A complete log of this run|^npm error code |^npm error$|^npm warn |Build failed|error during build/

/**
 * @param {CommandResult} result
 * @returns {string} the first line that names an error, else the last one that says something; to be quoted in a one-line failure
 */
export function tellingLine(result) {
  const lines = result.output.split('\n').map((line) => line.trim())
  const spoken = lines.filter((line) => line !== '' && !SAYS_NOTHING.test(line))
  const error = spoken.find((line) => /^E: |error|failed|refused|denied|cannot|could not/i.test(line))
  return (error ?? spoken.at(-1) ?? 'no output').slice(0, 200)
}
