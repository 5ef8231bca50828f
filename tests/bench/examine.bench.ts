import { judgeCorpus } from './examine/judgeCorpus'
import { keptCorpus } from './examine/keptCorpus'
import { measureMemory } from './examine/measureMemory'
import { measureTimes } from './examine/measureTimes'
import { measureReading } from './examine/readingFigures'
import { tellChecks } from './examine/tellChecks'
import type { Bench } from './frame/bench'

export const bench: Bench = {
  method:
    'The checks examine labelled pictures of the report world of the specimen corpus (docs/specimens.md), which has other fonts, papers, desks, cameras, ' +
    'people, seals and hands than the tuning world on which the bounds of the checks were set. Recall is the share of faulty pictures that get `fail` or ' +
    '`unsure`, precision the share of such pictures among all that get one of them; sound pictures count whatever other fault they have, unless it hides what is asked. ' +
    'The time of the checks stands beside decoding the same picture with `sharp` and asking for its `stats()`, in one thread. ' +
    'Memory is that of one real media process over documents in a row. The reading is measured on a sample; `bench -- reading --full` measures it at full size.',
  weakSpots: [
    'All pictures are drawn. Their faults are clear by construction and nothing is made between clearly bad and clearly good: of real pictures in between these figures say nothing.',
    'A fault stands alone on its picture; real pictures often have several.',
    'Without `--full` a check sees five faulty pictures of each fault, and memory is not measured: one miss is far below the bound.',
    'Faces are figures. What a check of real faces would find cannot be measured on them.',
    'The media process runs from its sources by a loader, which is part of its memory.',
  ],
  run: async (record, full, addSection) => {
    const { folder, labels } = await keptCorpus(full ? 'full' : 'quick')
    tellChecks(await judgeCorpus(folder, labels), record).forEach(addSection)
    await measureTimes(folder, labels, record, full)
    // Its full sizes have a bench of their own.
    await measureReading(record, false)
    if (full) {
      await measureMemory(folder, labels, record)
    }
  },
}
