/**
 * What stands guard, how it is taken out, and the test that must notice. `find` stands exactly once in the file; what is
 * covered by two guards is taken out together, because each alone would not be missed.
 *
 * @typedef {{ file: string, find: string, put: string }} Change
 * @typedef {{ name: string, kind: Kind, changes: readonly Change[], test: string, title?: string }} Removal
 * @typedef {'shell' | 'page' | 'gate' | 'model' | 'kill'} Kind what has to be built and started: the shell, shell and page, nothing, desks and server
 */

/**
 * @param {Kind} kind
 * @returns {(name: string, test: string, changes: readonly (readonly [string, string, string])[], title?: string) => Removal}
 *   changes: file, what stands there, what is put in its place; title: of the test, where the file has others
 */
export function removalOf(kind) {
  return (name, test, changes, title) => ({
    ...{ kind, name, test },
    changes: changes.map(([file, find, put]) => ({ file, find, put })),
    ...(title === undefined ? {} : { title }),
  })
}
