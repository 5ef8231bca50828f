import { Worker } from 'node:worker_threads'

/**
 * Honest pages with the reading of them stay below 1 GB. A stream of a few kilobytes can unpack to gigabytes, in
 * one call that nothing in this thread could interrupt.
 */
const MOST_BYTES = 2_000_000_000
const LOOK_MS = 20

/** Runs in a thread of its own; waits without work until the flag is up. */
const WATCH = `
const { workerData: { flag, most, every } } = require('node:worker_threads')
const raised = new Int32Array(flag)
for (;;) {
  if (Atomics.load(raised, 0) === 0) {
    Atomics.wait(raised, 0, 0)
  } else if (process.memoryUsage.rss() > most) {
    process.kill(process.pid, 'SIGKILL')
  } else {
    Atomics.wait(raised, 0, Atomics.load(raised, 0), every)
  }
}`

let raised: Int32Array | undefined

/** Does the work; ends this process when it takes more memory than a page may. The host answers the call as crashed. */
export async function guardMemory<T>(work: () => Promise<T>): Promise<T> {
  raised ??= startWatch()
  const flag = raised
  Atomics.add(flag, 0, 1)
  Atomics.notify(flag, 0)
  try {
    return await work()
  } finally {
    Atomics.sub(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
}

function startWatch(): Int32Array {
  const flag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { flag, most: MOST_BYTES, every: LOOK_MS },
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  })
  worker.unref()
  return new Int32Array(flag)
}
