import { spawn } from 'node:child_process'
import { encodeFrame, FrameReader } from './frames'
import type { StartMediaTransport } from './transport'

/** JavaScript heap of the process. Pixels live outside it and are bounded by the picture's size (thresholds). */
const HEAP_MEBIBYTES = 768

/**
 * Of the C library on Linux, which else keeps one a thread and hardly gives anything back: after a thousand documents a process held a quarter
 * more than after two hundred, with two of them nothing more (docs/reports/bench-examine.md), in the same time.
 */
const ALLOCATION_ARENAS = '2'

export interface StdioTransportOptions {
  /** A plain Node, never Electron's: sharp and Electron's GLib do not share a process on Linux. */
  readonly nodePath: string
  readonly scriptPath: string
  /** Extra arguments of Node, such as a loader for TypeScript in tests. */
  readonly nodeArguments?: readonly string[]
}

/**
 * Media process as a plain Node child over stdin and stdout. Its environment is empty but for what the operating
 * system itself needs, and what it writes to stderr is dropped: a library's complaint may quote a file.
 */
export function stdioTransport(options: StdioTransportOptions): StartMediaTransport {
  return (events) => {
    const child = spawn(
      options.nodePath,
      [
        ...(options.nodeArguments ?? []),
        `--max-old-space-size=${String(HEAP_MEBIBYTES)}`,
        options.scriptPath,
      ],
      { stdio: ['pipe', 'pipe', 'ignore'], env: minimalEnvironment(), windowsHide: true },
    )
    let isGone = false
    const onGone = (): void => {
      if (!isGone) {
        isGone = true
        events.onExit()
      }
    }
    const reader = new FrameReader(events.onFrame)
    child.stdout.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk)
      } catch {
        child.kill('SIGKILL')
      }
    })
    // A write to a process that has just died fails here; its exit is reported by `close`.
    child.stdin.on('error', () => undefined)
    child.on('error', onGone)
    child.on('close', onGone)
    return {
      send: (frame) => {
        for (const part of encodeFrame(frame)) {
          child.stdin.write(part)
        }
      },
      kill: () => {
        child.kill('SIGKILL')
      },
      end: () => {
        child.stdin.end()
      },
    }
  }
}

function minimalEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { MALLOC_ARENA_MAX: ALLOCATION_ARENAS }
  for (const name of ['SystemRoot', 'TEMP', 'TMPDIR']) {
    const value = process.env[name]
    if (value !== undefined) {
      environment[name] = value
    }
  }
  return environment
}
