import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Environment of the server's process; docs/server.md lists the variables. */
type Settings = Readonly<Record<string, string>>

interface Running {
  readonly child: ChildProcess
  readonly url: string
  /** Waited for from the start: who begins to wait when the process has ended waits for ever. */
  readonly closed: Promise<unknown>
}

export type ServerHost = ReturnType<typeof createServerHost>

/** Keeps one server process running: when it has ended at the step it was given, it is started again, whole. */
export function createServerHost(program: string, settings: Settings) {
  let running: Running | null = null
  let complaint = ''
  let killedAt: string | null = null

  async function start(killAt: number, spinMicroseconds: number): Promise<void> {
    complaint = ''
    const child = spawn(process.execPath, [program], {
      env: {
        ...settings,
        PATH: process.env['PATH'],
        KILL_AT: String(killAt),
        KILL_SPIN: String(spinMicroseconds),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-20_000)
    })
    let said = ''
    const listening = new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const url = /listening on (\S+)/.exec(said)?.[1]
        if (url !== undefined) {
          resolve(url)
        }
      })
    })
    const closed = once(child, 'close')
    const url = await Promise.race([listening, closed.then(() => null)])
    running = url === null ? null : { child, url, closed }
    if (url === null) {
      await noteEnd(child)
    }
  }

  /** Only the step it was given may end it. */
  function noteEnd(child: ChildProcess): Promise<void> {
    if (child.signalCode !== 'SIGKILL') {
      return Promise.reject(new Error(`The server ended in another way: ${complaint}`))
    }
    killedAt = lastLineOf(complaint)
    return Promise.resolve()
  }

  return {
    start,
    killedAt: () => killedAt,
    /** Address of the running server; starts it again first when it has ended. */
    async url(): Promise<string> {
      if (running !== null && (running.child.exitCode !== null || running.child.signalCode !== null)) {
        const { child } = running
        running = null
        await noteEnd(child)
      }
      if (running === null) {
        await start(0, 0)
      }
      if (running === null) {
        throw new Error(`The server does not start again: ${complaint}`)
      }
      return running.url
    },
    /** To be called when a request got no answer: a process that is ending is waited for. */
    async lookAgain(): Promise<void> {
      if (running === null) {
        return
      }
      const { url, closed } = running
      const isAlive = await fetch(new URL('/v1/health', url)).then(
        (answer) => answer.ok,
        () => false,
      )
      if (!isAlive) {
        await closed
      }
    },
    /** Ends it as an operator does; answers how many write steps it has counted. */
    async stop(): Promise<number> {
      if (running === null) {
        return 0
      }
      const { child, closed } = running
      running = null
      child.kill('SIGTERM')
      await closed
      if (child.signalCode === 'SIGKILL') {
        await noteEnd(child)
      } else if (child.exitCode !== 0) {
        throw new Error(`The server did not end well: ${complaint}`)
      }
      return Number(/steps (\d+)/.exec(complaint)?.[1] ?? 0)
    },
  }
}

/** The line that the kill point wrote. Log lines are JSON. */
function lastLineOf(text: string): string {
  return (
    text
      .split('\n')
      .filter((line) => /^(?:before|during|after) /.test(line))
      .at(-1) ?? ''
  )
}
