import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { inProject } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { createProgress } from './progress.mjs'
import { setUp } from './setUp.mjs'

/** A sequence throws away nearly all that it makes; a larger young space spares looking through the rest. */
const YOUNG_SPACE = '--max-semi-space-size=64'

/** What the random and the killed days rest on. */
const SOURCES = [
  'shared',
  'electron/common',
  'electron/data',
  'electron/workflows',
  'server',
  'tests/model',
  'tests/kill',
]

/**
 * Lines of JSON that a long run has made so far, kept for as long as the sources are the same.
 *
 * @param {string} name
 * @param {readonly string[]} [sources] folders a result rests on: another line in one of these, and it has to be made again
 * @returns {Promise<{ lines: Record<string, unknown>[], add: (line: string) => void }>}
 */
export async function openResults(name, sources = SOURCES) {
  const folder = inProject('.cache', name)
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'results.jsonl')
  const head = JSON.stringify({ sources: await digestOf(sources) })
  const [first, ...kept] = (await readFile(file, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
  const isSame = first === head
  if (!isSame) {
    await writeFile(file, `${head}\n`)
  }
  const lines = isSame ? kept.map((line) => JSON.parse(line)) : []
  return {
    lines,
    add(line) {
      lines.push(JSON.parse(line))
      appendFileSync(file, `${line}\n`)
    },
  }
}

/** @param {readonly string[]} folders */
async function digestOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = await readdir(inProject(folder), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
    for (const file of files.toSorted()) {
      hash.update(path.relative(inProject(), file)).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/**
 * Runs TypeScript programs of the tests side by side, one a core, on a throw-away PostgreSQL. A program that fails ends the run.
 *
 * @param {readonly (readonly string[])[]} jobs program and arguments of each
 * @param {(line: string) => void} onLine told of every line of JSON
 * @returns {Promise<number>} exit code
 */
export async function runJobs(jobs, onLine) {
  const toErrors = createProgress({ write: (line) => void process.stderr.write(`${line}\n`) })
  const workshop = await setUp({ virtualDisplay: false, postgresql: true, build: false }, toErrors)
  try {
    const env = { ...process.env, ...workshop.environment, TEST_DATABASE_URL: await startPostgres(workshop) }
    const waiting = [...jobs]
    let code = 0
    const worker = async () => {
      for (let job = waiting.shift(); job !== undefined && code === 0; job = waiting.shift()) {
        code ||= await runJob(job, env, onLine)
      }
    }
    await Promise.all(Array.from({ length: os.availableParallelism() }, worker))
    return code
  } finally {
    await workshop.children.close()
  }
}

/**
 * @param {readonly string[]} job
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} onLine
 * @returns {Promise<number>}
 */
function runJob([program = '', ...args], env, onLine) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [YOUNG_SPACE, '--import', 'tsx', inProject(program), ...args], {
      cwd: inProject(),
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    createInterface({ input: child.stdout }).on('line', onLine)
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * The value behind a switch, or what stands for it.
 *
 * @param {readonly string[]} args
 * @param {string} name
 * @param {number} otherwise
 */
export function numberAfter(args, name, otherwise) {
  const at = args.indexOf(name)
  const value = at < 0 ? otherwise : Number(args[at + 1])
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} wants a whole number`)
  }
  return value
}

/**
 * Shares work out so that every part takes about as long.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} size
 * @returns {T[][]}
 */
export function inParts(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  )
}
