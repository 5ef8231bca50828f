import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { configureSharp } from '../../../electron/media/images/configureSharp'
import { examinePicture } from '../../../electron/media/images/examinePicture'
import type { CorpusLabel } from '../../specimens/corpus/labels'
import type { Measured } from '../frame/bench'
import { median, percentile } from '../frame/percentile'

const PASSES = { quick: 2, full: 7 }
const PICTURES = { quick: 14, full: 78 }

interface Times {
  readonly checks: number
  readonly bare: number
}

/**
 * All checks of a picture against decoding the same picture with sharp alone and asking for its `stats()`. Both in
 * this process, one thread, turn by turn; a picture's time is the median of its passes.
 */
export async function measureTimes(
  folder: string,
  labels: readonly CorpusLabel[],
  record: (measured: Measured) => void,
  full: boolean,
): Promise<void> {
  configureSharp()
  const plain = labels
    .filter(({ fault, trap }) => fault === null && trap === null)
    .slice(0, full ? PICTURES.full : PICTURES.quick)
  const times: Times[] = []
  for (const label of plain) {
    const bytes = await readFile(path.join(folder, label.file))
    times.push(await timePicture(bytes, label, full ? PASSES.full : PASSES.quick))
  }
  const checks = times.map((taken) => taken.checks)
  const bare = times.map((taken) => taken.bare)
  record({
    figure: `checks of one picture, median of ${String(times.length)}, against bare decoding and stats()`,
    unit: 'ms',
    ours: median(checks),
    reference: median(bare),
    bounds: [{ of: 'ratio', is: '<=', value: 1.5 }],
  })
  record({
    figure: 'checks of one picture, 95th percentile',
    unit: 'ms',
    ours: percentile(checks, 0.95),
    reference: percentile(bare, 0.95),
  })
}

async function timePicture(bytes: Uint8Array, { paper }: CorpusLabel, passes: number): Promise<Times> {
  const checks: number[] = []
  const bare: number[] = []
  // The first pass only warms up.
  for (let pass = 0; pass <= passes; pass += 1) {
    const started = performance.now()
    await examinePicture(bytes, paper)
    const examined = performance.now()
    await sharp(bytes).raw().toBuffer()
    await sharp(bytes).stats()
    const ended = performance.now()
    if (pass > 0) {
      checks.push(examined - started)
      bare.push(ended - examined)
    }
  }
  return { checks: median(checks), bare: median(bare) }
}
