import { Worker } from 'node:worker_threads'

/**
 * What a media process may hold in memory, in MiB. The limit of the JavaScript heap says nothing of what decoders and
 * models take beside it. Honest pages with the reading of them stay below 1 GB; a
 * stream of a few kilobytes can unpack to gigabytes in one call that nothing in its thread could interrupt.
 */
const RESIDENT_MEBIBYTES = 1536
/** A decoder fills memory at some gigabytes a second at most. */
const LOOK_EVERY_MS = 50

/**
 * Ends the process hard when it holds more. A thread of its own looks, because what eats the memory blocks the main one;
 * whoever waits for the process learns that it died, and starts another.
 */
export function limitMemory(mebibytes: number = RESIDENT_MEBIBYTES): void {
  const bytes = mebibytes * 1024 * 1024
  const look = `if (process.memoryUsage.rss() > ${String(bytes)}) { process.kill(process.pid, 'SIGKILL') }`
  const watch = new Worker(`setInterval(() => { ${look} }, ${String(LOOK_EVERY_MS)})`, {
    eval: true,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  })
  watch.unref()
}
