import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { QueueEntry } from './queuePlan'
import type { Job } from './worker'

const MOST_WORKERS = 4
const FOLDERS = ['queue', 'later', 'labels'] as const

export interface QueueTarget {
  /** Gets `queue/`, `later/` and `labels/`, which must be empty or absent. */
  readonly out: string
  readonly zip: boolean
  readonly onProgress: (done: number, total: number) => void
}

/** Makes the bundles in child processes, one a core. Throws when a folder holds something already or a bundle fails. */
export async function writeQueue(entries: readonly QueueEntry[], target: QueueTarget): Promise<void> {
  for (const folder of FOLDERS) {
    await mkdir(path.join(target.out, folder), { recursive: true })
    if ((await readdir(path.join(target.out, folder))).length > 0) {
      throw new Error(`${path.join(target.out, folder)} is not empty`)
    }
  }
  const waiting = entries.map((entry): Job => ({ entry, out: target.out, zip: target.zip }))
  const workers = Array.from(
    { length: Math.min(os.availableParallelism(), MOST_WORKERS, waiting.length) },
    () =>
      // Inherits the options of this process, among them the loader for TypeScript.
      fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
  )
  let done = 0
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
          await carryOut(worker, job)
          done += 1
          target.onProgress(done, entries.length)
        }
      }),
    )
  } finally {
    for (const worker of workers) {
      worker.kill()
    }
  }
}

async function carryOut(worker: ChildProcess, job: Job): Promise<void> {
  worker.send(job)
  const stop = new AbortController()
  const finished = once(worker, 'message', { signal: stop.signal }).then(() => 'done' as const)
  const ended = once(worker, 'exit', { signal: stop.signal }).then(() => 'ended' as const)
  const outcome = await Promise.race([finished, ended])
  stop.abort()
  await Promise.allSettled([finished, ended])
  if (outcome === 'ended') {
    throw new Error(`the process that made ${job.entry.name} ended early`)
  }
}
