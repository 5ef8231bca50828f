import { parseArgs } from 'node:util'
import { planQueue } from './queue/queuePlan'
import { writeQueue } from './queue/writeQueue'

const USAGE = `usage: npx tsx tests/specimens/generate.ts --queue --out DIR [--seed N] [--now ISO] [--zip]
  --out DIR   gets queue/ (filings to hand in), later/ (second rounds and photos) and labels/ (ground truth)
  --seed N    decides everything; the same seed and time give the same bytes (default 1)
  --now ISO   filings were submitted in the two working days before it, 2026-11-20T16:00:00+08:00 (default: now)
  --zip       archives instead of folders`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      queue: { type: 'boolean', default: false },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      now: { type: 'string' },
      zip: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const now = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (!values.queue || values.out === undefined || Number.isNaN(now)) {
    throw new Error(USAGE)
  }
  const started = performance.now()
  const entries = planQueue(values.seed, now)
  await writeQueue(entries, { out: values.out, zip: values.zip, onProgress: showProgress })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${String(entries.length)} bundles in ${values.out} (${seconds} s)`)
}

/** One line that moves on a terminal; a line for every tenth part elsewhere. */
function showProgress(done: number, total: number): void {
  const message = `specimens ${String(done)}/${String(total)}`
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${message}${done === total ? '\n' : ''}`)
  } else if (done === total || done % Math.ceil(total / 10) === 0) {
    console.log(message)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
