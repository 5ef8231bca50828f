import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const LIST = 'opened'
/** What Linux calls for an address that another program is to open. Written down, it opens nothing. */
const XDG_OPEN = `#!/bin/sh\nprintf '%s\\n' "$1" >> "$(dirname "$0")/${LIST}"\n`

const folderOf = (machine: string): string => join(machine, 'bin')

/**
 * Puts a softphone and browser into a machine that only write down what they are asked to open: a real one would outlive the test,
 * hold its pipes, and keep the number of an applicant. Answers the search path with them in front.
 */
export async function installOpener(machine: string): Promise<string> {
  const folder = folderOf(machine)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'xdg-open'), XDG_OPEN, { mode: 0o755 })
  return [folder, process.env['PATH'] ?? ''].join(delimiter)
}

/** Every address that this machine was asked to open outside, in order. */
export async function openedOutside(machine: string): Promise<readonly string[]> {
  const text = await readFile(join(folderOf(machine), LIST), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}
