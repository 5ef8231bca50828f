import { readFile } from 'node:fs/promises'
import { v7 as newId } from 'uuid'
import { readExportOptions, type ExportOptions } from './exportPackages/exportOptions'
import { openExportDesk, type ExportDesk } from './exportPackages/openExportDesk'
import { readSecrets } from './recovery/readSecrets'
import type { ExportJob } from '../shared/ipc/exports'
import { refusal, success, type Result } from '../shared/result'

const USAGE = `Usage: npm run --silent export-packages -- --user NAME --out FOLDER --work FOLDER [options]

Exports submission packages of passed cases without a window, for schedulers. Signs in at the review server as somebody
who may export; the password is asked for, or read from standard input. Batches that were under way are finished first.
  --user NAME      account at the review server
  --out FOLDER     where packages and their signatures go; must exist
  --work FOLDER    encrypted working folder of this account: batches, register, audit chain. The same at every run
  --server URL     review server; BEIAN_SERVER_URL, or http://127.0.0.1:8787
  --ca FILE        certificates (PEM) of the authorities that alone may vouch for the server
  --pin PIN        sha256/… of the public key that the server must have
  --province CODE  six digits, 330000; without it every province
  --day DAY        day in China of the passing decision: 2026-11-20, today or yesterday; without it every day
  --all            also cases that were exported or handed over before; without it only those that wait
  --purpose P      hand-over (as it is without it), hand-over-again, inspection or archive
  --note TEXT      goes into the register; no personal data
  --recipient KEY  age public key to encrypt for; may be given several times
  --rule-packs F   folder of the rule packs that the server came with, when they are not those of this copy
  --resume-only    finishes what was under way and begins nothing

Exit code 0: everything was exported, or there was nothing to do. 1: something was not; it is said what, and why. A later
run goes on with it. 2: wrong use, or the server or a folder cannot be reached.`

const EXIT = { done: 0, incomplete: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`)
    return EXIT.done
  }
  const options = readExportOptions(argv, process.env, Date.now())
  if (!options) {
    return misused(USAGE)
  }
  try {
    const [password = ''] = await readSecrets([`Password of ${options.user}`])
    return await exportAs(options, password)
  } catch (error) {
    return misused(`export-packages: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function exportAs(options: ExportOptions, password: string): Promise<number> {
  const ending = listenForEnd()
  const opened = await openExportDesk({
    options,
    password,
    version: await applicationVersion(),
    now: () => new Date().toISOString(),
    onChange: () => undefined,
    logUnexpected: (scope, cause) => {
      process.stderr.write(`${scope}: ${cause instanceof Error ? cause.name : 'unknown error'}\n`)
    },
  })
  if (!opened.ok) {
    return misused(`export-packages: ${opened.error}`)
  }
  const desk = opened.value
  try {
    return await exportWith(desk, options, ending)
  } finally {
    await desk.close()
  }
}

async function exportWith(desk: ExportDesk, options: ExportOptions, ending: AbortSignal): Promise<number> {
  // A call, because the answer may be another one after each wait.
  const isEnding = (): boolean => ending.aborted
  if (isEnding()) {
    tell('ended before anything was begun')
    return EXIT.incomplete
  }
  await resumeJobs(desk)
  if (!options['resume-only']) {
    const begun = await beginJob(desk, options)
    if (!begun.ok) {
      return misused(`export-packages: ${begun.error}`)
    }
    tell(begun.value === 0 ? 'nothing to export' : `${String(begun.value)} packages to export`)
  }
  const running = desk.runner.run()
  const stop = (): void => {
    void desk.runner.stop()
  }
  if (isEnding()) {
    stop()
  }
  ending.addEventListener('abort', stop)
  await running
  return tellOutcome(desk)
}

/** Asked to end, it ends after the packages under way; killed, it goes on with them at the next run. */
function listenForEnd(): AbortSignal {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending.abort()
    })
  }
  return ending.signal
}

async function applicationVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { readonly version: string }
  return version
}

/** Whatever stopped a batch, a scheduler's next run is the sign to try again. */
async function resumeJobs({ data }: ExportDesk): Promise<void> {
  for (const { id: jobId, state } of await data.exportJobs()) {
    if (state === 'paused') {
      await data.steerExportJob({ jobId, state: 'running', retryFailed: false })
    }
  }
}

/** How many packages the new batch has; none is begun where there is nothing, or all of it is in a batch already. */
async function beginJob(desk: ExportDesk, options: ExportOptions): Promise<Result<number, string>> {
  const { province, day, all, purpose, note, recipient: recipients, out: folder } = options
  const selection = {
    ...(province === undefined ? {} : { province }),
    ...(day === undefined ? {} : { day }),
    which: all ? ('all' as const) : ('waiting' as const),
  }
  const found = await desk.server.exportableCases(desk.token(), selection)
  if (!found.ok) {
    return refusal(`the server answered: ${found.error}`)
  }
  const underWay = new Set<string>()
  for (const { id: jobId } of await desk.data.exportJobs()) {
    const waiting = await desk.data.waitingExports({ jobId, limit: found.value.cases.length + 1 })
    waiting.forEach(({ caseId }) => underWay.add(caseId))
  }
  const cases = found.value.cases.filter(({ caseId }) => !underWay.has(caseId))
  if (cases.length > 0) {
    const job = {
      id: newId(),
      createdAt: new Date().toISOString(),
      createdBy: desk.displayName,
      folder,
      selection,
      reason: { purpose, note },
      recipients,
    }
    const items = cases.map(({ caseId, orderNumber }) => ({ exportId: newId(), caseId, orderNumber }))
    const started = await desk.data.startExportJob({ job, items })
    if (!started.ok) {
      return refusal(started.error)
    }
  }
  return success(cases.length)
}

async function tellOutcome({ data }: ExportDesk): Promise<number> {
  const jobs = (await data.exportJobs()).filter(({ state }) => state !== 'cancelled')
  const [latest] = jobs
  let isWhole = true
  for (const job of jobs) {
    // Earlier batches that ended are history; what failed in them was said then.
    if (job !== latest && job.state === 'done') {
      continue
    }
    isWhole = (await tellJob(data, job)) && isWhole
  }
  return isWhole ? EXIT.done : EXIT.incomplete
}

async function tellJob(data: ExportDesk['data'], job: ExportJob): Promise<boolean> {
  const { id, state, stopped, counts, folder } = job
  tell(
    `${folder}: ${String(counts.done)} exported, ${String(counts.failed)} not, ${String(counts.waiting)} to go`,
  )
  if (stopped !== null) {
    tell(`  stopped: ${stopped}; the next run goes on`)
  }
  for (const { orderNumber, problem, gaps } of await data.exportFailures(id)) {
    tell(`  ${orderNumber} ${problem}`)
    for (const gap of gaps) {
      tell(
        `    ${gap.code} ${'lineId' in gap ? gap.lineId : 'documentId' in gap ? gap.documentId : gap.field}`,
      )
    }
  }
  return state === 'done' && counts.failed === 0
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`)
}

function misused(text: string): number {
  process.stderr.write(`${text}\n`)
  return EXIT.unusable
}
