import { measureReading } from './examine/readingFigures'
import type { Bench } from './frame/bench'

export const bench: Bench = {
  method:
    'Sound pictures of papers are read by `readDocument`, and every field is compared with what was drawn; spaces between the words of a name do not count. ' +
    'The tuning world are the specimens that the reading was tuned on; the report world (docs/specimens.md) has other fonts, papers, desks and cameras. ' +
    'A number counts when it is an ID number or a unified social credit code. A wrong reading is flagged when its check character denies it, when it is doubtful, lacks a character, or when there is none at all. ' +
    'The time of one card is that of `readDocument` in a warm process on one thread, against the program `tesseract` with its defaults and `chi_sim` on the same file, turn by turn; ' +
    'beside it stands tesseract without the loading of its models, as the difference between one and several pictures in one process. ' +
    'Two cards at once and the memory are measured on real media processes; three documents in four of those in a row are cards, the fourth is a sheet, and the same ones come round again.',
  weakSpots: [
    'All papers are drawn: no wear, no holograms, no print through film.',
    'The recognizer knows 6,623 characters. One specimen name in twelve has another one; such a name cannot be read, only flagged, so the bound is on names of known characters and the share of all names stands beside it.',
    'Tesseract reads a card without knowing what a card is, and misses most of its lines; given more pixels or another segmentation it would read more and take longer.',
    'The report world has no passports and travel permits.',
    'Without `--full` there are some thirty papers in each world: one miss is below the bound.',
  ],
  run: async (record, full) => {
    await measureReading(record, full)
    return undefined
  },
}
