import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { HostileFile } from './hostileCorpus'
import { createMediaHost } from '../../../electron/common/mediaProcess/createMediaHost'
import { stdioTransport } from '../../../electron/common/mediaProcess/stdioTransport'

/** What became of one file: the answer to its examination, and to its thumbnail. */
export interface HostileAnswer {
  readonly format: HostileFile['format']
  readonly way: HostileFile['way']
  readonly examined: 'decodable' | 'undecodable' | 'timed-out' | 'crashed'
  readonly thumbnail:
    'made' | 'undecodable' | 'too-large' | 'several-pictures' | 'encrypted' | 'timed-out' | 'crashed'
  readonly milliseconds: number
}

export interface HostileRun {
  readonly answers: readonly HostileAnswer[]
  /** Processes that were started in all. */
  readonly started: number
  /** The most memory that one process had at a time, in mebibytes; null where the system does not tell. */
  readonly peakMebibytes: number | null
}

/** As the application starts them. */
const PROCESSES = 2

/**
 * Sends every file to real media processes, as many at a time as there are processes. Throws when one is answered by
 * anything but a name: a bug inside the process, or no answer.
 */
export async function runHostile(files: AsyncIterable<HostileFile>): Promise<HostileRun> {
  const start = stdioTransport({
    nodePath: process.execPath,
    nodeArguments: ['--import', import.meta.resolve('tsx')],
    scriptPath: path.join(import.meta.dirname, '../../../electron/media/process.ts'),
  })
  let started = 0
  const host = createMediaHost({
    size: PROCESSES,
    start: (events) => {
      started += 1
      return start(events)
    },
  })
  const answers: HostileAnswer[] = []
  let peak: number | null = null

  async function ask({ format, way, bytes }: HostileFile): Promise<void> {
    const from = performance.now()
    const examined = await host.examine({ bytes, kind: 'business-licence', face: 'face' })
    const thumbnail = await host.thumbnail({ bytes, edge: 320 })
    answers.push({
      format,
      way,
      examined: examinationOf(examined),
      thumbnail: thumbnail.ok ? 'made' : thumbnail.error,
      milliseconds: performance.now() - from,
    })
    if (way === 'bomb' || answers.length % 50 === 0) {
      peak = Math.max(peak ?? 0, peakOfChildren() ?? 0) || null
    }
  }

  const queue = files[Symbol.asyncIterator]()
  async function work(): Promise<void> {
    for (let next = await queue.next(); next.done !== true; next = await queue.next()) {
      await ask(next.value)
    }
  }
  try {
    await Promise.all(Array.from({ length: PROCESSES }, work))
  } finally {
    await host.close()
  }
  return { answers, started, peakMebibytes: peak }
}

/** High-water mark of the largest child of this process (Linux). */
function peakOfChildren(): number | null {
  try {
    const children = readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    const peaks = children.map((pid) =>
      Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    )
    return Math.round(Math.max(0, ...peaks) / 1024)
  } catch {
    // Another system, or a process that has just ended.
    return null
  }
}

/** An examination is answered by findings, or the process did not answer; it is never refused. */
function examinationOf(
  examined: Awaited<ReturnType<ReturnType<typeof createMediaHost>['examine']>>,
): HostileAnswer['examined'] {
  if (examined.ok) {
    const isDecodable = examined.value.findings.some(
      ({ check, verdict }) => check === 'decodable' && verdict === 'pass',
    )
    return isDecodable ? 'decodable' : 'undecodable'
  }
  if (examined.error === 'timed-out' || examined.error === 'crashed') {
    return examined.error
  }
  throw new Error(`An examination was refused: ${examined.error}`)
}
