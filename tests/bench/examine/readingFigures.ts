import sharp from 'sharp'
import { drawnPapers } from './drawnPapers'
import { measureNameSheets } from './nameSheetFigures'
import { measureReadingMemory } from './measureReadingMemory'
import { measureReadingTimes } from './measureReadingTimes'
import { isExact, isFlagged, readPapers, type PaperPicture, type ReadValue } from './readPapers'
import { readingModels } from '../../../electron/media/reading/readingModels'
import { makePicture } from '../../specimens/corpus/makePicture'
import { planCorpus } from '../../specimens/corpus/planCorpus'
import type { Measured } from '../frame/bench'

/** Filings of the world that the reading was tuned on; plain pictures of each paper in the other world. */
const SIZES = { quick: { filings: 2, perPaper: 2 }, full: { filings: 16, perPaper: 44 } }
const NAMES: readonly ReadValue['field'][] = ['name', 'company', 'legal-representative', 'registrant']
type Record = (measured: Measured) => void

/** Accuracy of reading on sound pictures of both worlds, its time beside tesseract's, both cores and memory. */
export async function measureReading(record: Record, full: boolean): Promise<void> {
  // Pictures are drawn here, from SVG, which a process that only reads never opens.
  sharp.unblock({ operation: ['VipsForeignLoad'] })
  sharp.concurrency(1)
  const { filings, perPaper } = full ? SIZES.full : SIZES.quick
  const specimens = drawnPapers('bench-reading', filings).map(({ draw, ...paper }): PaperPicture => ({
    ...paper,
    bytes: draw,
  }))
  tellAccuracy(record, 'tuning world', await readPapers(specimens), await known())
  await measureNameSheets(record, full)
  tellAccuracy(record, 'report world', await readPapers(await reportPapers(perPaper)), await known())
  await measureReadingTimes(record, full)
  await measureReadingMemory(record, full)
}

/** Papers in fonts, on grounds and by cameras that the reading was never tuned on. */
async function reportPapers(perPaper: number): Promise<readonly PaperPicture[]> {
  const items = planCorpus('report', { perFault: 0, perTrap: 0, perPaper })
  const papers: PaperPicture[] = []
  for (const item of items.filter(({ paper }) => paper.kind !== 'backdrop-photo')) {
    const { bytes, label } = await makePicture(item)
    papers.push({ ...item.paper, truth: label.fields, bytes: () => Promise.resolve(bytes) })
  }
  return papers
}

/** Characters that the recognizer can answer at all. */
async function known(): Promise<ReadonlySet<string>> {
  return new Set((await readingModels()).characters)
}

function tellAccuracy(
  record: Record,
  world: string,
  values: readonly ReadValue[],
  characters: ReadonlySet<string>,
): void {
  const tell = (figure: string, of: readonly ReadValue[], bound?: number): void => {
    record({
      figure: `${world}: ${figure} (${String(of.length)})`,
      unit: 'share',
      ours: of.length === 0 ? 1 : of.filter(isExact).length / of.length,
      ...(bound === undefined ? {} : { bounds: [{ of: 'ours', is: '>=', value: bound }] }),
    })
  }
  const numbers = values.filter(({ field, truth }) => field === 'number' && truth.length === 18)
  const names = values.filter(({ field }) => NAMES.includes(field))
  const isKnown = ({ truth }: ReadValue): boolean => Array.from(truth).every((own) => characters.has(own))
  tell('ID numbers and credit codes read exactly', numbers, 0.98)
  tell('names of known characters read exactly', names.filter(isKnown), 0.97)
  tell('all names read exactly', names)
  tellFlagged(record, `${world}: wrong readings of ID numbers and credit codes flagged`, numbers)
  tellFlagged(
    record,
    `${world}: names with a character outside the dictionary flagged`,
    names.filter((name) => !isKnown(name)),
  )
  for (const kind of [...new Set(values.map((value) => value.kind))].sort()) {
    const own = values.filter((value) => value.kind === kind)
    tell(`fields read exactly, ${kind}`, own)
    const all = own.reduce((sum, { truth }) => sum + Array.from(truth).length, 0)
    const wrong = own.reduce((sum, { wrongCharacters }) => sum + wrongCharacters, 0)
    record({
      figure: `${world}: characters read, ${kind} (${String(all)})`,
      unit: 'share',
      ours: 1 - wrong / all,
    })
  }
}

function tellFlagged(record: Record, figure: string, values: readonly ReadValue[]): void {
  const wrong = values.filter((value) => !isExact(value))
  record({
    figure: `${figure} (${String(wrong.length)})`,
    unit: 'share',
    ours: wrong.length === 0 ? 1 : wrong.filter(isFlagged).length / wrong.length,
    bounds: [{ of: 'ours', is: '>=', value: 1 }],
  })
}
