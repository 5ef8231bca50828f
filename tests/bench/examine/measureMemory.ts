import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '../../../shared/result'
import type { CorpusLabel } from '../../specimens/corpus/labels'
import type { Measured } from '../frame/bench'
import { median } from '../frame/percentile'
import { realMediaHost, residentMebibytes } from './realMediaHost'

/** In a row, and how many of them are compared: the second of these groups with the last. */
const DOCUMENTS = 1000
const GROUP = 100
/** Every so many documents one is read as well, which takes some seconds. */
const READ_EACH = 20

/**
 * Resident memory of one media process that examines document after document: the first group fills the heap, the second is the measure.
 * Each group takes every so-manieth picture of the corpus from another beginning: what is large in one is as large in the others, so that
 * a difference is what stayed behind.
 */
export async function measureMemory(
  folder: string,
  labels: readonly CorpusLabel[],
  record: (measured: Measured) => void,
): Promise<void> {
  const host = realMediaHost(1)
  const resident: number[] = []
  try {
    const stride = Math.max(1, Math.floor(labels.length / GROUP))
    for (let index = 0; index < DOCUMENTS; index += 1) {
      const label = labels[((index % GROUP) * stride + Math.floor(index / GROUP)) % labels.length]
      if (label === undefined) {
        throw new Error('A corpus has pictures')
      }
      const bytes = await readFile(path.join(folder, label.file))
      const { kind, face, entityKind } = label.paper
      answered(label.file, await host.examine({ bytes, kind, face, entityKind }))
      if (index % READ_EACH === 0) {
        answered(label.file, await host.read({ bytes, kind, face }))
      }
      resident.push(residentMebibytes())
    }
  } finally {
    await host.close()
  }
  record({
    figure: `resident memory, last ${String(GROUP)} of ${String(DOCUMENTS)} documents against the second ${String(GROUP)}, medians`,
    unit: 'MiB',
    ours: median(resident.slice(-GROUP)),
    reference: median(resident.slice(GROUP, GROUP * 2)),
    bounds: [{ of: 'ratio', is: '<=', value: 1.1 }],
  })
}

/** A process that was ended begins anew with an empty heap: its memory would prove nothing. */
function answered(file: string, answer: Result<unknown, string>): void {
  if (!answer.ok && (answer.error === 'timed-out' || answer.error === 'crashed')) {
    throw new Error(`${file}: ${answer.error}, so the documents were not read in a row`)
  }
}
