import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { guardRemovals } from './guards/guardRemovals.mjs'
import { openResults } from './longRun.mjs'
import { inProject } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { writeGuardReport } from './proofReports.mjs'
import { setUp } from './setUp.mjs'
import { failedTests } from './testReports.mjs'

/** @typedef {import('./guards/removal.mjs').Removal} Removal */

const COPY = inProject('.cache', 'guards', 'copy')
const RESULTS = inProject('.cache', 'guards', 'test-results')
/** What a copy needs besides node_modules: everything that is worked on, and nothing that is made of it. */
const COPIED = /^(?!node_modules$|\.git$|\.cache$|out$|dist$|demo-output$|test-results$)[^/]+$/
const SOURCES = ['electron', 'renderer', 'server', 'shared', 'tests', 'scripts/lib']
/** The shell alone, into the folder of the whole application: a page takes longer to build than the rest. */
const SHELL_CONFIG = `import whole from './electron.vite.config'
const { main } = whole
export default { main: { ...main, plugins: [], build: { ...main.build, emptyOutDir: false } } }
`

/**
 * @param {readonly string[]} args kinds and names of guards, `--report`
 * @returns {Promise<number>} exit code: 1 when a guard is missed by nobody, or a test fails with every guard in its place
 */
export async function runGuards(args) {
  const wanted = args.filter((arg) => !arg.startsWith('--'))
  const chosen = guardRemovals.filter(
    ({ kind, name }) => wanted.length === 0 || wanted.includes(kind) || wanted.includes(name),
  )
  const results = await openResults('guards', SOURCES)
  const known = new Set(results.lines.map(({ name }) => name))
  const open = chosen.filter(({ name }) => !known.has(name))
  if (open.length > 0) {
    await takeOut(open, results.add)
  }
  const lines = guardRemovals.flatMap(({ name }) => results.lines.filter((line) => line['name'] === name))
  if (args.includes('--report')) {
    await writeGuardReport(lines, guardRemovals.length)
  }
  const missed = lines.filter(({ noticed }) => Array.isArray(noticed) && noticed.length === 0)
  console.log(
    `${lines.length} of ${guardRemovals.length} guards taken out, ${missed.length} missed by nobody`,
  )
  return missed.length === 0 ? 0 : 1
}

/**
 * @param {readonly Removal[]} removals
 * @param {(line: string) => void} add
 */
async function takeOut(removals, add) {
  const needs = (/** @type {Removal['kind'][]} */ ...kinds) =>
    removals.some(({ kind }) => kinds.includes(kind))
  const workshop = await setUp({ virtualDisplay: needs('shell', 'page'), postgresql: true, build: false })
  try {
    const bench = await createBench(workshop, {
      built: needs('shell', 'page'),
      postgres: needs('model', 'kill'),
    })
    for (const removal of removals) {
      const before = await bench.failuresOf(removal)
      if (before.length > 0) {
        throw new Error(`${removal.test} fails with every guard in its place: ${before.join('; ')}`)
      }
    }
    for (const removal of removals) {
      const startedAt = performance.now()
      const noticed = await bench.without(removal)
      const { name, kind, test, changes } = removal
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      const files = [...new Set(changes.map(({ file }) => file))]
      add(JSON.stringify({ name, kind, test, files, noticed, seconds }))
      console.log(`${noticed.length > 0 ? 'noticed' : 'MISSED BY NOBODY'}  ${kind}: ${name} (${seconds} s)`)
    }
  } finally {
    await workshop.children.close()
  }
}

/**
 * A copy of the project in which guards can be taken out and tests be run.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {{ built: boolean, postgres: boolean }} needs
 */
async function createBench(workshop, needs) {
  await rm(COPY, { recursive: true, force: true })
  await mkdir(COPY, { recursive: true })
  for (const name of (await readdir(inProject())).filter((one) => COPIED.test(one))) {
    await cp(inProject(name), inCopy(name), { recursive: true })
  }
  await symlink(inProject('node_modules'), inCopy('node_modules'))
  await writeFile(inCopy('electron.vite.shell.config.ts'), SHELL_CONFIG)
  await workshop.user.own(RESULTS)
  const display = needs.built ? await startVirtualDisplay(workshop.user, workshop.children) : {}
  const database = needs.postgres ? { TEST_DATABASE_URL: await startPostgres(workshop) } : {}
  const env = { ...workshop.environment, ...display, ...database }
  if (needs.built) {
    await build('electron.vite.config.ts')
  }
  /** @type {Map<string, readonly string[]>} */
  const green = new Map()

  /** @param {string} config */
  async function build(config) {
    const program = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const child = workshop.children.start(process.execPath, [program, 'build', '--config', config], {
      cwd: COPY,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const [code] = await once(child, 'close')
    if (code !== 0) {
      throw new Error(`The copy does not build by ${config}`)
    }
  }

  /**
   * @param {Removal} removal
   * @returns {Promise<string[]>} titles of the tests that failed
   */
  async function run({ test, title }) {
    const report = path.join(RESULTS, 'report.json')
    await rm(report, { force: true })
    const only = title === undefined ? [] : [test.endsWith('.spec.ts') ? '--grep' : '-t', title]
    const args = test.endsWith('.spec.ts')
      ? [
          ...[inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test', test, ...only],
          ...['--project', 'workstation', '--reporter=json', '--output', path.join(RESULTS, 'e2e')],
        ]
      : [
          ...[inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', test, ...only],
          ...['--configLoader', 'runner', '--reporter=json', `--outputFile=${report}`],
        ]
    const wrapped = workshop.user.command(process.execPath, args)
    const child = workshop.children.start(wrapped.command, wrapped.args, {
      cwd: COPY,
      stdio: 'ignore',
      env: {
        ...env,
        ...{ PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' },
        BEIAN_TOOL_CACHE: path.join(RESULTS, '.cache'),
      },
    })
    await once(child, 'close')
    return failedTests(report)
  }

  return {
    /**
     * With every guard in its place; each test once.
     *
     * @param {Removal} removal
     */
    async failuresOf(removal) {
      const key = `${removal.test} ${removal.title ?? ''}`
      const failures = green.get(key) ?? (await run(removal))
      green.set(key, failures)
      return failures
    },
    /**
     * @param {Removal} removal
     * @returns {Promise<string[]>} titles of the tests that noticed
     */
    async without(removal) {
      const originals = new Map()
      for (const { file, find, put } of removal.changes) {
        const text = await readFile(inCopy(file), 'utf8')
        if (text.split(find).length !== 2) {
          throw new Error(`${removal.name}: what is to be taken out does not stand once in ${file}`)
        }
        originals.set(file, originals.get(file) ?? text)
        await writeFile(
          inCopy(file),
          text.replace(find, () => put),
        )
      }
      const config = { shell: 'electron.vite.shell.config.ts', page: 'electron.vite.config.ts' }[
        /** @type {'shell'} */ (removal.kind)
      ]
      try {
        if (config !== undefined) {
          await build(config)
        }
        return await run(removal)
      } finally {
        for (const [file, text] of originals) {
          await writeFile(inCopy(file), text)
        }
      }
    },
  }
}

/** @param {string} place */
function inCopy(place) {
  return path.join(COPY, place)
}
