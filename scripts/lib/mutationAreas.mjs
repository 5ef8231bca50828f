/**
 * Parts of shared/ that `npm run mutation` breaks one at a time, each with the tests that must notice. Narrow pairs keep
 * a run short, and ask more: a broken line must be noticed beside its own folder's tests.
 *
 * @typedef {{ name: string, breaks: readonly string[], tests: readonly string[] }} MutationArea
 */

/** @type {readonly MutationArea[]} */
export const mutationAreas = [
  area('identifiers', ['domain/identifiers/**/*.ts'], ['domain/identifiers']),
  area('domain', ['domain/*.ts', 'canonicalJson.ts', 'result.ts'], ['domain']),
  area('calendar', ['calendar/**/*.ts'], ['calendar']),
  area('imaging', ['imaging/**/*.ts'], ['imaging']),
  area('filing', ['filing/**/*.ts'], ['filing']),
  area('advisor', ['advisor/**/*.ts'], ['advisor']),
  area('matching', ['matching/**/*.ts'], ['matching']),
  area('reading', ['reading/**/*.ts'], ['reading']),
  area('review', ['review/**/*.ts'], ['review']),
  area('package', ['package/**/*.ts'], ['package']),
  area('contracts', ['ipc/**/*.ts', 'protocol/**/*.ts'], ['ipc', 'protocol']),
  area('rules', ['rules/*.ts'], ['rules']),
  area('checks', ['rules/checks/**/*.ts'], ['rules/checks', 'rules/proof']),
]

/**
 * @param {string} name
 * @param {readonly string[]} sources below shared/
 * @param {readonly string[]} folders below tests/unit/
 * @returns {MutationArea}
 */
function area(name, sources, folders) {
  return {
    name,
    breaks: sources.map((source) => `shared/${source}`),
    tests: folders.map((folder) => `tests/unit/${folder}/**/*.test.ts`),
  }
}
