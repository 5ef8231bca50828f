import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CorpusItem, CorpusLabel } from './labels'
import type { CorpusJob } from './worker'

const MOST_WORKERS = 4

export interface CorpusTarget {
  /** Gets the pictures and `labels.json`. */
  readonly out: string
  readonly onProgress?: (done: number, total: number) => void
}

/** Makes the pictures in child processes, one a core. Throws when one of them fails. Labels come in the order of the items. */
export async function makeCorpus(
  items: readonly CorpusItem[],
  { out, onProgress }: CorpusTarget,
): Promise<readonly CorpusLabel[]> {
  await mkdir(out, { recursive: true })
  const waiting = items.map((item, index) => ({ job: { item, out } satisfies CorpusJob, index }))
  const labels = new Map<number, CorpusLabel>()
  const workers = Array.from(
    { length: Math.min(os.availableParallelism(), MOST_WORKERS, items.length) },
    () =>
      fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        // Whatever started this process, the worker's own file is TypeScript.
        execArgv: ['--import', import.meta.resolve('tsx')],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          labels.set(next.index, await carryOut(worker, next.job))
          onProgress?.(labels.size, items.length)
        }
      }),
    )
  } finally {
    for (const worker of workers) {
      worker.kill()
    }
  }
  const ordered = [...labels].toSorted(([one], [other]) => one - other).map(([, label]) => label)
  await writeFile(path.join(out, 'labels.json'), `${JSON.stringify(ordered, undefined, 1)}\n`)
  return ordered
}

async function carryOut(worker: ChildProcess, job: CorpusJob): Promise<CorpusLabel> {
  worker.send(job)
  const stop = new AbortController()
  const finished = once(worker, 'message', { signal: stop.signal }) as Promise<[CorpusLabel]>
  const ended = once(worker, 'exit', { signal: stop.signal }).then(() => null)
  try {
    const outcome = await Promise.race([finished, ended])
    if (outcome === null) {
      throw new Error(`the process that made ${job.item.id} ended early`)
    }
    return outcome[0]
  } finally {
    stop.abort()
    await Promise.allSettled([finished, ended])
  }
}
