import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { writeBundle, zipBundle } from '../bundleFiles'
import { makeBundle, makeSupplement } from '../makeBundle'
import type { QueueEntry } from './queuePlan'

/** Sent by `writeQueue`; answered by `{ done: name }` or by the end of this process with an error. */
export interface Job {
  readonly entry: QueueEntry
  readonly out: string
  readonly zip: boolean
}

// Each process has one core to itself.
sharp.concurrency(1)
process.on('message', (job: Job) => void carryOut(job))

async function carryOut({ entry, out, zip }: Job): Promise<void> {
  const made =
    entry.kind === 'supplement' ? await makeSupplement(entry.options) : await makeBundle(entry.options)
  const place = path.join(out, entry.folder, entry.name)
  if (zip) {
    await writeFile(`${place}.zip`, zipBundle(made))
  } else {
    await writeBundle(place, made)
  }
  const labels = path.join(out, 'labels')
  await mkdir(labels, { recursive: true })
  await writeFile(path.join(labels, `${entry.name}.json`), `${JSON.stringify(made.labels, undefined, 2)}\n`)
  process.send?.({ done: entry.name })
}
