import { drawnPapers, type DrawnPaper, type PaperTruth } from './drawnPapers'
import { realMediaHost } from './realMediaHost'
import { tesseractText, tesseractVersion, warmTesseract, withFile } from './tesseract'
import { readDocument } from '../../../electron/media/reading/readDocument'
import type { Measured } from '../frame/bench'
import { median } from '../frame/percentile'

const TIMES = { quick: 5, full: 21 }
const CARDS = { quick: 4, full: 12 }
/** What a card is read for. */
const ASKED = ['name', 'number', 'address'] as const
type Record = (measured: Measured) => void

/** One card, warm, the same file, beside tesseract in the same run; then two at once beside one. */
export async function measureReadingTimes(record: Record, full: boolean): Promise<void> {
  const cards = drawnPapers('bench-times', 24)
    .filter(({ kind, face }) => kind === 'resident-id' && face === 'portrait')
    .slice(0, full ? CARDS.full : CARDS.quick)
  const [first] = cards
  if (first === undefined) {
    throw new Error('The filings have no card')
  }
  const version = await tesseractVersion()
  await measureOneCard(record, await first.draw(), version, full ? TIMES.full : TIMES.quick)
  if (version !== null) {
    await measureAccuracy(record, cards)
  }
  await measureBothCores(record, await first.draw(), full ? 24 : 8)
}

async function measureOneCard(
  record: Record,
  bytes: Uint8Array,
  version: string | null,
  times: number,
): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  await withFile(bytes, async (file) => {
    // The first pass only warms up; then turn by turn, because a shared machine is never equally fast twice.
    for (let pass = 0; pass <= times; pass += 1) {
      const started = performance.now()
      await readDocument(bytes, { kind: 'resident-id', face: 'portrait' })
      const read = performance.now()
      if (version !== null) {
        await tesseractText(file)
      }
      if (pass > 0) {
        ours.push(read - started)
        theirs.push(performance.now() - read)
      }
    }
    if (version === null) {
      record({
        figure: 'one card, warm; tesseract with chi_sim is not installed',
        unit: 'ms',
        ours: median(ours),
      })
      return
    }
    record({
      figure: `one card, warm, against tesseract ${version} with chi_sim`,
      unit: 'ms',
      ours: median(ours),
      reference: median(theirs),
      bounds: [{ of: 'ratio', is: '<=', value: 0.5 }],
    })
    record({
      figure: `one card, warm, against tesseract ${version} without the loading of its models`,
      unit: 'ms',
      ours: median(ours),
      reference: await warmTesseract(file, times),
    })
  })
}

/** Names, numbers and addresses of cards: as fields here, anywhere in the text there. */
async function measureAccuracy(record: Record, cards: readonly DrawnPaper[]): Promise<void> {
  let [ours, theirs, all] = [0, 0, 0]
  for (const { draw, truth, kind, face } of cards) {
    const bytes = await draw()
    const read = await readDocument(bytes, { kind, face })
    const fields = read.ok ? read.value : []
    const text = await withFile(bytes, tesseractText)
    for (const [field, value] of askedOf(truth)) {
      all += 1
      ours += fields.some((own) => own.field === field && own.value === value) ? 1 : 0
      theirs += text.includes(value) ? 1 : 0
    }
  }
  record({
    figure: `names, numbers and addresses of ${String(cards.length)} cards read exactly, and by tesseract`,
    unit: 'share',
    ours: ours / all,
    // Nothing read at all would have no ratio.
    reference: Math.max(theirs, 0.5) / all,
    bounds: [{ of: 'ratio', is: '>=', value: 1 }],
  })
}

function askedOf(truth: PaperTruth): ReadonlyArray<readonly [string, string]> {
  return ASKED.flatMap((field) => {
    const value = truth[field]
    return value === undefined ? [] : [[field, value] as const]
  })
}

async function measureBothCores(record: Record, bytes: Uint8Array, documents: number): Promise<void> {
  const host = realMediaHost(2)
  const read = async (): Promise<void> => {
    const answer = await host.read({ bytes, kind: 'resident-id', face: 'portrait' })
    if (!answer.ok) {
      throw new Error(`A card could not be read: ${answer.error}`)
    }
  }
  try {
    await Promise.all([read(), read()])
    const rateOf = async (atOnce: number): Promise<number> => {
      const started = performance.now()
      for (let done = 0; done < documents; done += atOnce) {
        await Promise.all(Array.from({ length: atOnce }, read))
      }
      return (documents / (performance.now() - started)) * 1000
    }
    const one = await rateOf(1)
    record({
      figure: 'cards a second, two at once against one after the other',
      unit: '1/s',
      ours: await rateOf(2),
      reference: one,
      bounds: [{ of: 'ratio', is: '>=', value: 1.4 }],
    })
  } finally {
    await host.close()
  }
}
