import { writeSync } from 'node:fs'
import { createDataOperations } from '../../../electron/data/createDataOperations'
import { COMPLETE_DRAFT, LINES, makeCase, makeHold, NOW, SESSION, uuid } from './sampleData'

/**
 * Run as a process of its own: decides case after case and says so on standard output once the decision is
 * confirmed, until somebody ends it. Arguments: profile folder, password, number of the first case.
 */
const [folder = '', password = '', first = ''] = process.argv.slice(2)
const data = createDataOperations({
  nativeBinding: process.env['BEIAN_SQLITE_ADDON'],
  kdfCost: { memoryKiB: 64, passes: 1, parallelism: 1 },
})
await data.openProfile({ folder, password, create: true })
data.saveSession(SESSION)
for (let number = Number(first); ; number += 1) {
  data.storeCase({ filingCase: makeCase(number), hold: makeHold(number), now: NOW })
  data.saveDraft({ caseId: uuid(number), draft: COMPLETE_DRAFT, now: NOW })
  const decided = data.decide({
    commandId: uuid(0x500000 + number),
    caseId: uuid(number),
    verdict: 'pass',
    reasons: [],
    internalNote: '',
    lines: LINES,
    carried: [],
    now: NOW,
  })
  if (!decided.ok) {
    throw new Error(decided.error.code)
  }
  writeSync(1, `${decided.value.commandId}\n`)
}
