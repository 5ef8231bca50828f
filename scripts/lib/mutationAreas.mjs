import { readdirSync } from 'node:fs'
import { inProject } from './paths.mjs'

/**
 * Parts of shared/ that `npm run mutation` breaks one at a time, each with the tests that must notice. Narrow pairs keep
 * a run short, and ask more: a broken line must be noticed beside its own folder's tests.
 *
 * @typedef {{ name: string, breaks: RegExp, tests: readonly string[] }} MutationArea
 */

/** @type {readonly MutationArea[]} */
export const mutationAreas = [
  area('identifiers', /^domain\/identifiers\//, ['domain/identifiers']),
  area('domain', /^domain\/[^/]+$|^[^/]+$/, ['domain']),
  area('calendar', /^calendar\//, ['calendar']),
  area('imaging', /^imaging\//, ['imaging']),
  area('filing', /^filing\//, ['filing']),
  area('advisor', /^advisor\//, ['advisor']),
  area('matching', /^matching\//, ['matching']),
  area('reading', /^reading\//, ['reading']),
  area('review', /^review\//, ['review']),
  area('calls', /^calls\//, ['calls']),
  area('package', /^package\//, ['package']),
  area('contracts', /^(ipc|protocol)\//, ['ipc', 'protocol']),
  area('rules', /^rules\/[^/]+$/, ['rules/*.test.ts']),
  area('checks', /^rules\/checks\//, ['rules/checks', 'rules/proof', 'rules/requiredDocuments.test.ts']),
]

/**
 * @param {MutationArea} area
 * @returns {string[]} its sources, `shared/calendar/chinaTime.ts`
 */
export function sourcesOf({ breaks }) {
  return readdirSync(inProject('shared'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && breaks.test(file))
    .map((file) => `shared/${file}`)
    .toSorted()
}

/**
 * @param {string} name
 * @param {RegExp} breaks paths below shared/
 * @param {readonly string[]} places folders and files below tests/unit/
 * @returns {MutationArea}
 */
function area(name, breaks, places) {
  const globOf = (/** @type {string} */ place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`)
  return { name, breaks, tests: places.map((place) => `tests/unit/${globOf(place)}`) }
}
