import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { format, resolveConfig } from 'prettier'
import { inProject } from './paths.mjs'

/** @typedef {readonly Record<string, unknown>[]} Lines */

/**
 * @param {Lines} lines one for each seed
 * @param {number} wanted sequences of the whole run
 */
export async function writeModelReport(lines, wanted) {
  const sum = (/** @type {string} */ name) => lines.reduce((all, line) => all + Number(line[name]), 0)
  await writeReport('model.md', [
    '# Random teams',
    '',
    `\`npm run model\` played ${sum('sequences')} of ${wanted} random sequences of five reviewers and a supervisor at 50 cases, from ${lines.length} seeds, and found nothing that must not be. What a sequence is made of, what must be true after it and how the test was shown to find faults: [sync.md](../sync.md#how-it-is-proven).`,
    '',
    ...facts(),
    '',
    '| what | how often |',
    '| --- | ---: |',
    `| sequences | ${sum('sequences')} |`,
    `| steps | ${sum('steps')} |`,
    `| ends of a machine's process, between two operations or within one | ${sum('crashes')} |`,
    `| decisions that a person was told are saved | ${sum('told')} |`,
    `| of them applied by the server | ${sum('applied')} |`,
    `| of them refused and kept by their authors | ${sum('told') - sum('applied')} |`,
    `| seconds, all processes together | ${Math.round(sum('seconds'))} |`,
    '',
    'What was done at desks and what happened to machines, network and time:',
    '',
    '| step | how often |',
    '| --- | ---: |',
    ...[...kindsOf(lines)].map(([name, count]) => `| ${name} | ${count} |`),
  ])
}

/** @param {Lines} lines */
function kindsOf(lines) {
  /** @type {Map<string, number>} */
  const sums = new Map()
  for (const [name, count] of lines.flatMap(({ kinds }) => Object.entries(kinds ?? {}))) {
    sums.set(name, (sums.get(name) ?? 0) + Number(count))
  }
  return sums
}

/** @param {Lines} lines one for each end */
export async function writeKillReport(lines) {
  const targets = [...new Set(lines.map(({ target }) => String(target)))].toSorted()
  const ended = lines.filter(({ where }) => where !== null)
  const rows = [...new Set(ended.map(({ where }) => String(where)))].toSorted().map((where) => {
    const counts = targets.map(
      (target) => ended.filter((line) => line['target'] === target && line['where'] === where).length,
    )
    return `| ${[where, ...counts].join(' | ')} |`
  })
  await writeReport('kill.md', [
    '# Ended by kill -9',
    '',
    `\`npm run kill\` ended workstation and server ${ended.length} times by SIGKILL at points spread over all their write steps, opened what was left behind each time, and found every database sound, every audit chain whole and everything that had been confirmed in its place. In ${lines.length - ended.length} further days the point came after the day's last write. How: [sync.md](../sync.md#how-it-is-proven).`,
    '',
    ...facts(),
    '',
    `| where | ${targets.join(' | ')} |`,
    `| --- | ${targets.map(() => '---:').join(' | ')} |`,
    ...rows,
  ])
}

/**
 * @param {Lines} lines one for each guard that was taken out
 * @param {number} total guards that there are
 */
export async function writeGuardReport(lines, total) {
  const missed = lines.filter(({ noticed }) => Array.isArray(noticed) && noticed.length === 0)
  await writeReport('guards.md', [
    '# Guards taken out',
    '',
    `\`npm run guards\` took ${lines.length} of ${total} guards out of a copy of the project, one after another, and ran the test that speaks for each: ${lines.length - missed.length} were noticed, ${missed.length} were not. With every guard in its place all of these tests pass; that is looked at first.`,
    '',
    ...facts(),
    '',
    '| guard | taken out of | test | noticed by |',
    '| --- | --- | --- | --- |',
    ...lines.map(({ name, kind, files, test, noticed }) => {
      const by = /** @type {string[]} */ (noticed)
      const shown =
        by.length === 0 ? '**nobody**' : `${by[0]}${by.length > 1 ? ` and ${by.length - 1} more` : ''}`
      return `| ${kind}: ${name} | ${/** @type {string[]} */ (files).map((file) => `\`${file}\``).join(', ')} | \`${test}\` | ${shown.replaceAll('|', ' ')} |`
    }),
  ])
}

function facts() {
  return [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Node ${process.versions.node}; ${os.type()} ${os.arch()}, ${os.cpus().length} cores`,
  ]
}

/**
 * @param {string} name
 * @param {readonly string[]} lines
 */
async function writeReport(name, lines) {
  const file = inProject('docs', 'reports', name)
  const text = await format(lines.join('\n'), { ...(await resolveConfig(file)), parser: 'markdown' })
  await writeFile(file, text)
}
