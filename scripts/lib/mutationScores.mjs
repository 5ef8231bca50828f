/**
 * @typedef {{ line: number, column: number }} Place both count from 1
 * @typedef {{ id: string, mutatorName: string, replacement?: string, status: string, static?: boolean,
 *   statusReason?: string, location: { start: Place, end: Place } }} Mutant
 * @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} MutationResults as the mutation runner keeps them
 * @typedef {{ name: string, noticed: number, unnoticed: number, survivors: readonly string[] }} AreaScore
 */

const NOTICED = ['Killed', 'Timeout']
const UNNOTICED = ['Survived', 'NoCoverage']
const SHOWN = 90

/**
 * Breaks that do not run at all (a syntax that the compiler refuses) count neither way.
 *
 * @param {string} name
 * @param {MutationResults} results
 * @returns {AreaScore}
 */
export function readArea(name, { files }) {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, mutant })),
  )
  const unnoticed = all.filter(({ mutant }) => UNNOTICED.includes(mutant.status))
  return {
    name,
    noticed: all.filter(({ mutant }) => NOTICED.includes(mutant.status)).length,
    unnoticed: unnoticed.length,
    survivors: unnoticed.map(({ file, source, mutant }) => describe(file, source, mutant)),
  }
}

/**
 * @param {readonly AreaScore[]} areas
 * @returns {number} breaks noticed of a hundred; none where nothing has been run
 */
export function scoreOf(areas) {
  const noticed = areas.reduce((sum, area) => sum + area.noticed, 0)
  const all = areas.reduce((sum, area) => sum + area.noticed + area.unnoticed, 0)
  return all === 0 ? 0 : (100 * noticed) / all
}

/**
 * @param {readonly AreaScore[]} areas
 * @returns {string[]} lines of a Markdown table
 */
export function formatScores(areas) {
  const rows = [...areas.map((area) => rowOf(area.name, [area])), rowOf('**all**', areas)]
  const head = ['area of shared/', 'breaks', 'noticed', 'unnoticed', 'score']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}

/**
 * @param {string} title
 * @param {readonly AreaScore[]} areas
 */
function rowOf(title, areas) {
  const noticed = areas.reduce((sum, area) => sum + area.noticed, 0)
  const unnoticed = areas.reduce((sum, area) => sum + area.unnoticed, 0)
  return [
    title,
    String(noticed + unnoticed),
    String(noticed),
    String(unnoticed),
    `${scoreOf(areas).toFixed(1)} %`,
  ]
}

/**
 * @param {string} file
 * @param {string} source
 * @param {Mutant} mutant
 */
function describe(file, source, { mutatorName, replacement = '', location: { start, end } }) {
  const lines = source.split('\n')
  const first = lines[start.line - 1] ?? ''
  const broken =
    start.line === end.line
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)}…`
  const oneLine = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').slice(0, SHOWN)
  return `${file}:${start.line} ${mutatorName}: ${oneLine(broken)} -> ${oneLine(replacement)}`
}
