import { writeFileSync } from 'node:fs'

/**
 * Reporter of Vitest: keeps the errors that belong to no test (a rejection that nobody caught, a worker that did not end), which
 * fail a run without a failed test and stand far above the end of a long log.
 */
export default class LastWords {
  /**
   * @param {readonly unknown[]} _modules
   * @param {readonly { message?: string, stack?: string }[]} errors
   */
  onTestRunEnd(_modules, errors) {
    const file = process.env['BEIAN_LAST_WORDS']
    if (file !== undefined) {
      writeFileSync(
        file,
        JSON.stringify(errors.map(({ message, stack }) => stack ?? message ?? 'an error without words')),
      )
    }
  }
}
