import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import { formatScores } from './mutationScores.mjs'

const BEGIN = '<!-- scores: written by npm run mutation -- --report -->'
const END = '<!-- end of scores -->'

/**
 * Puts date, versions and scores into their place of a report whose other words are written by people.
 *
 * @param {string} file
 * @param {readonly import('./mutationScores.mjs').AreaScore[]} scores
 */
export async function writeScores(file, scores) {
  const text = await readFile(file, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) {
    throw new Error(`${file} has no place for the scores`)
  }
  const facts = [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Node ${process.versions.node}; ${os.type()} ${os.arch()}, ${os.cpus().length} cores`,
  ]
  await writeFile(
    file,
    [before + BEGIN, '', ...facts, '', ...formatScores(scores), '', END + after].join('\n'),
  )
}
