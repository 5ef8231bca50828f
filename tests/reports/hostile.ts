import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { makeHostileReport } from './hostileReport'
import { DATE_LINE, withDate } from './reportDate'
import { HOSTILE_BOMBS, SLOW_BOMBS } from '../security/media/hostileBombs'
import { hostileCorpus } from '../security/media/hostileCorpus'
import { runHostile } from '../security/media/runHostile'

/** `npm run hostile`: thousands of spoilt files through the real media processes, and a page about what became of them. */
const SEED = 'hostile'
const COUNT = 5100
const BOMBS = [...HOSTILE_BOMBS, ...SLOW_BOMBS]
const FILE = path.join(import.meta.dirname, '../../docs/reports/hostile.md')

const from = performance.now()
const run = await runHostile(hostileCorpus(SEED, COUNT, BOMBS))
const seconds = Math.round((performance.now() - from) / 1000)
const page = makeHostileReport(run, { seed: SEED, seconds, dateLine: DATE_LINE })
const text = await format(page, { ...(await resolveConfig(FILE)), parser: 'markdown' })
await mkdir(path.dirname(FILE), { recursive: true })
await writeFile(FILE, withDate(text, new Date().toISOString().slice(0, 10)))
console.log(`${String(run.answers.length)} files in ${String(seconds)} s, docs/reports/hostile.md written`)
if (run.answers.length !== COUNT + BOMBS.length) {
  process.exitCode = 1
}
