import { readFile, writeFile } from 'node:fs/promises'
import { inProject } from './paths.mjs'
import { runCommand } from './runCommand.mjs'

/**
 * A break in what runs while a module is loaded may keep the module from loading at all. The mutation runner then sees no
 * failed test and calls the break unnoticed, although the whole file fails. So these are run once more as anybody would run
 * them: the broken file, the area's tests, and the exit code.
 *
 * @param {string} area
 * @param {string} resultsFile changed in place
 * @returns {Promise<void>}
 */
export async function recheckStatics(area, resultsFile) {
  /** @type {import('./mutationScores.mjs').MutationResults} */
  const results = JSON.parse(await readFile(resultsFile, 'utf8'))
  const doubtful = Object.entries(results.files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status, static: isStatic }) => status === 'Survived' && isStatic === true)
      .map((mutant) => ({ file, mutant })),
  )
  for (const { file, mutant } of doubtful) {
    const { location, replacement = '' } = mutant
    const { code } = await runCommand(
      process.execPath,
      [
        inProject('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--config',
        'vitest.mutation.config.ts',
        '--bail',
        '1',
      ],
      {
        cwd: inProject(),
        env: {
          ...process.env,
          BEIAN_MUTATION_AREA: area,
          BEIAN_BREAK: JSON.stringify({ file: inProject(file), location, replacement }),
        },
      },
    )
    if (code !== 0) {
      mutant.status = 'Killed'
      mutant.statusReason = 'The tests fail when the module is loaded'
    }
  }
  await writeFile(resultsFile, JSON.stringify(results))
}
