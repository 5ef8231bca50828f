import { drawnPapers } from './drawnPapers'
import { realMediaHost, residentMebibytes } from './realMediaHost'
import type { Measured } from '../frame/bench'
import { median } from '../frame/percentile'

/** In a row, and how many of them are compared: the second of these groups with the last. */
const ROWS = {
  quick: { documents: 40, group: 10, filings: 2 },
  full: { documents: 1000, group: 100, filings: 8 },
}

/** Every fourth is a sheet, which takes several times as long as a card. */
const SHEET_EVERY = 4

/** Resident memory of one real media process that reads document after document. */
export async function measureReadingMemory(
  record: (measured: Measured) => void,
  full: boolean,
): Promise<void> {
  const { documents, group, filings } = full ? ROWS.full : ROWS.quick
  const papers = await Promise.all(
    drawnPapers('bench-memory', filings).map(async ({ draw, kind, face }) => ({
      kind,
      face,
      bytes: await draw(),
    })),
  )
  const cards = papers.filter(({ kind }) => kind === 'resident-id')
  const sheets = papers.filter(({ kind }) => kind !== 'resident-id')
  const host = realMediaHost(1)
  const resident: number[] = []
  try {
    for (let index = 0; index < documents; index += 1) {
      const isSheet = index % SHEET_EVERY === 0
      const turn = Math.floor(index / SHEET_EVERY)
      const paper = isSheet ? sheets[turn % sheets.length] : cards[(index - turn) % cards.length]
      const answer = paper === undefined ? null : await host.read(paper)
      if (answer?.ok !== true) {
        throw new Error('A paper could not be read')
      }
      resident.push(residentMebibytes())
    }
  } finally {
    await host.close()
  }
  record({
    figure: `resident memory while reading, last ${String(group)} of ${String(documents)} papers against the second ${String(group)}, medians`,
    unit: 'MiB',
    ours: median(resident.slice(-group)),
    reference: median(resident.slice(group, group * 2)),
    // So few do not fill the heap.
    ...(full ? { bounds: [{ of: 'ratio', is: '<=', value: 1.1 }] as const } : {}),
  })
}
