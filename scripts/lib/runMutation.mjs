import { mkdir, readFile } from 'node:fs/promises'
import { mutationAreas, sourcesOf } from './mutationAreas.mjs'
import { formatScores, readArea, scoreOf } from './mutationScores.mjs'
import { inProject } from './paths.mjs'
import { runCommand } from './runCommand.mjs'
import { writeScores } from './writeScores.mjs'

const RESULTS = inProject('.cache', 'mutation')
/** Of a hundred breaks at least so many must be noticed, in shared/ as a whole and in the named checks of the rules. */
const BOUNDS = { all: 85, checks: 90 }
const FILES_AT_ONCE = 15

/**
 * Breaks the named areas (all without a name), prints what got by unnoticed, then the scores of every area that has results.
 *
 * @param {readonly string[]} args names of areas, `--report`
 * @returns {Promise<number>} exit code: 1 when a bound does not hold or an area could not be run
 */
export async function runMutation(args) {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const unknown = names.filter((name) => !mutationAreas.some((area) => area.name === name))
  if (unknown.length > 0) {
    console.error(
      `no area ${unknown.join(', ')}; there are: ${mutationAreas.map(({ name }) => name).join(', ')}`,
    )
    return 2
  }
  const report = args.includes('--report')
  const chosen = mutationAreas.filter(({ name }) => (names.length === 0 ? !report : names.includes(name)))
  await mkdir(RESULTS, { recursive: true })
  let broken = false
  for (const area of chosen) {
    const whole = await breakArea(area)
    broken ||= !whole
  }
  const scores = (await Promise.all(mutationAreas.map(readScore))).filter((score) => score !== undefined)
  for (const { survivors } of scores.filter(({ name }) => chosen.some((area) => area.name === name))) {
    for (const line of survivors) {
      console.log(line)
    }
  }
  console.log(formatScores(scores).join('\n'))
  if (report) {
    await writeScores(inProject('docs', 'reports', 'mutation.md'), scores)
  }
  const checks = scores.find(({ name }) => name === 'checks')
  const holds = scoreOf(scores) >= BOUNDS.all && (checks === undefined || scoreOf([checks]) >= BOUNDS.checks)
  return broken || !holds ? 1 : 0
}

/**
 * A few files at a time: what is done is kept when the run is stopped, and goes on from there.
 *
 * @param {import('./mutationAreas.mjs').MutationArea} area
 * @returns {Promise<boolean>} whether every file was broken
 */
async function breakArea(area) {
  const { name } = area
  const files = sourcesOf(area)
  let whole = true
  for (let first = 0; first < files.length; first += FILES_AT_ONCE) {
    const some = files.slice(first, first + FILES_AT_ONCE)
    console.log(`== ${name}, ${first + 1} to ${first + some.length} of ${files.length} files`)
    const { code, signal } = await runCommand(
      process.execPath,
      [
        inProject('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
        'run',
        ...['--mutate', some.join(',')],
        ...['--incrementalFile', `.cache/mutation/${name}.json`],
        ...['--tempDirName', `.cache/mutation/sandbox-${name}`],
      ],
      { cwd: inProject(), env: { ...process.env, BEIAN_MUTATION_AREA: name, NO_COLOR: '1' }, inherit: true },
    )
    if (code !== 0) {
      console.error(`${name}: stopped (${signal ?? `exit code ${code}`})`)
      whole = false
    }
  }
  return whole
}

/**
 * @param {import('./mutationAreas.mjs').MutationArea} area
 * @returns {Promise<import('./mutationScores.mjs').AreaScore | undefined>} undefined before the area's first run
 */
async function readScore({ name }) {
  const text = await readFile(resultsOf(name), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : readArea(name, JSON.parse(text))
}

/** @param {string} area */
function resultsOf(area) {
  return inProject('.cache', 'mutation', `${area}.json`)
}
