import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { CorpusItem } from './labels'
import { makePicture } from './makePicture'

/** Sent by `makeCorpus`; answered by the picture's label, or by the end of this process with an error. */
export interface CorpusJob {
  readonly item: CorpusItem
  readonly out: string
}

// Each process has one core to itself.
sharp.concurrency(1)
sharp.cache(false)
process.on('message', (job: CorpusJob) => void carryOut(job))

async function carryOut({ item, out }: CorpusJob): Promise<void> {
  const { bytes, label } = await makePicture(item)
  await writeFile(path.join(out, label.file), bytes)
  process.send?.(label)
}
