import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Worker } from 'node:worker_threads'

/** What happens to a write when the process ends there. */
export const KILL_MOMENTS = ['before', 'during', 'after'] as const
type Moment = (typeof KILL_MOMENTS)[number]

export interface KillPoints {
  /** Wraps a step that writes: the process may end before it, after it or, where that takes time, within it. */
  around<T>(name: string, step: () => T): T
  /** Points passed so far. */
  passed(): number
}

/**
 * Counts every write step of this process and ends the process by SIGKILL at the so-manieth point; 0 never ends it.
 * `spinMicroseconds`: how far into a step the end comes that falls within one.
 */
export function createKillPoints(killAt: number, spinMicroseconds: number): KillPoints {
  const killer = killAt > 0 ? startKiller(spinMicroseconds) : null
  let count = 0

  function isNow(name: string, moment: Moment): boolean {
    count += 1
    if (count !== killAt) {
      return false
    }
    rawWrite(2, `${moment} ${name}\n`)
    return true
  }

  return {
    around(name, step) {
      if (isNow(name, 'before')) {
        endNow()
      }
      if (isNow(name, 'during')) {
        killer?.release()
        step()
        endNow()
      }
      const done = step()
      if (isNow(name, 'after')) {
        endNow()
      }
      return done
    },
    passed: () => count,
  }
}

const rawWrite = fs.writeSync

function endNow(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal has been delivered by the time the call returns; this line only tells the compiler.
  throw new Error('The process goes on')
}

/** A thread that ends the process a moment after it is released, while the main thread is inside native code. */
function startKiller(spinMicroseconds: number): { readonly release: () => void } {
  const flag = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(
    `const { workerData: { flag, nanoseconds } } = require('node:worker_threads')
     Atomics.store(flag, 1, 1)
     Atomics.notify(flag, 1)
     Atomics.wait(flag, 0, 0)
     const until = process.hrtime.bigint() + BigInt(nanoseconds)
     while (process.hrtime.bigint() < until) {}
     process.kill(process.pid, 'SIGKILL')`,
    { eval: true, workerData: { flag, nanoseconds: spinMicroseconds * 1000 } },
  )
  worker.unref()
  Atomics.wait(flag, 1, 0)
  return {
    release() {
      Atomics.store(flag, 0, 1)
      Atomics.notify(flag, 0)
    },
  }
}

/** Calls of the file system that change something on disk, by the name under which both kinds of callers know them. */
const FILE_CALLS = [
  'writeSync',
  'fsyncSync',
  'fdatasyncSync',
  'renameSync',
  'unlinkSync',
  'rmSync',
  'mkdirSync',
  'ftruncateSync',
  'truncateSync',
  'writeFileSync',
  'copyFileSync',
] as const

/** Makes every write of a file by this process a kill point. Standard streams are left alone. */
export function watchFiles(points: KillPoints): void {
  for (const name of FILE_CALLS) {
    const call = fs[name] as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]): unknown => {
      const isStream = typeof args[0] === 'number' && args[0] <= 2
      return isStream ? call(...args) : points.around(name, () => call(...args))
    }
    Object.assign(fs, { [name]: watched })
  }
  for (const name of ['writeFile', 'rename', 'unlink', 'utimes', 'mkdir'] as const) {
    const call = fs.promises[name] as (...args: unknown[]) => unknown
    Object.assign(fs.promises, {
      [name]: (...args: unknown[]): unknown => points.around(name, () => call(...args)),
    })
  }
  syncBuiltinESMExports()
}

/** The same for files that are written through a handle. */
export async function watchHandles(points: KillPoints): Promise<void> {
  const probe = await fs.promises.open('/dev/null', 'w')
  const prototype = Object.getPrototypeOf(probe) as Record<string, (...args: unknown[]) => unknown>
  await probe.close()
  for (const name of ['write', 'writeFile', 'sync', 'datasync'] as const) {
    const call = prototype[name]
    if (call !== undefined) {
      prototype[name] = function (this: unknown, ...args: unknown[]): unknown {
        return points.around(`handle ${name}`, () => call.apply(this, args))
      }
    }
  }
}
