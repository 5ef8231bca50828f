import type { IntakeProblem, IntakeProblemCode } from '../../shared/protocol/apiModels'

/** The file at the head of a bundle. */
export const MANIFEST_NAME = 'filing.json'

/** One reason for refusing a bundle. `path`: the file or the field it is about, empty for the bundle as a whole. */
export function problem(code: IntakeProblemCode, path: string, message: string): IntakeProblem {
  return { code, path, message }
}
