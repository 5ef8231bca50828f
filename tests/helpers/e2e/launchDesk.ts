import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { installOpener } from './openedOutside'

export const PROJECT = join(import.meta.dirname, '../../..')

/** What development machines are given from outside; a packaged application brings its own. */
const PROVIDED_BY_TOOLCHAIN = ['BEIAN_NODE', 'BEIAN_SQLITE_ADDON', 'ELECTRON_OVERRIDE_DIST_PATH']

export interface DeskApplication {
  readonly app: ElectronApplication
  readonly page: Page
  /** Process id of the shell. */
  readonly pid: number
  /** Everything that the application has written to stdout and stderr so far. */
  output(): string
  /** Ends it as a person would who closes the window; nothing when it has ended already. */
  close(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

interface Options {
  readonly serverUrl: string
  /** Folder of this machine; profiles lie in `userData` below it, temporary files in `tmp`. */
  readonly machine: string
  /** Packaged application; without it the built one of this clone is started. */
  readonly executablePath?: string
}

export const userDataOf = (machine: string): string => join(machine, 'userData')
export const temporaryFilesOf = (machine: string): string => join(machine, 'tmp')

/** Starts the workstation with its sandbox on, as `npm start` does, on folders of its own. */
export async function launchDesk({ serverUrl, machine, executablePath }: Options): Promise<DeskApplication> {
  await mkdir(temporaryFilesOf(machine), { recursive: true })
  const switches = switchesForChromium()
  const app = await _electron.launch({
    // Without this Playwright itself would switch the sandbox off.
    chromiumSandbox: true,
    args: executablePath === undefined ? [PROJECT, ...switches] : [...switches],
    ...(executablePath === undefined ? {} : { executablePath }),
    env: await environmentOf(
      { serverUrl, machine },
      executablePath === undefined ? [] : PROVIDED_BY_TOOLCHAIN,
    ),
  })
  const written: string[] = []
  const child = app.process()
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')))
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')))
  const page = await app.firstWindow().catch((cause: unknown) => {
    throw new Error(`The application showed no window:\n${written.join('')}`, { cause })
  })
  await page.waitForLoadState('domcontentloaded')
  return {
    app,
    page,
    pid: child.pid ?? -1,
    output: () => written.join(''),
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        await app.close()
      }
    },
    async kill() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** What this machine needs so that Chromium comes up with its sandbox. */
export function switchesForChromium(): readonly string[] {
  return (process.env['BEIAN_CHROMIUM_SWITCHES'] ?? '').split(' ').filter((text) => text !== '')
}

/** Variables of a workstation on folders of its own; `without`: what it is not given of ours. */
export async function environmentOf(
  { serverUrl, machine }: Pick<Options, 'serverUrl' | 'machine'>,
  without: readonly string[] = [],
): Promise<Record<string, string>> {
  return {
    ...presentVariables(without),
    BEIAN_USER_DATA: userDataOf(machine),
    BEIAN_SERVER_URL: serverUrl,
    TMPDIR: temporaryFilesOf(machine),
    PATH: await installOpener(machine),
    // Deadlines are in China time wherever the desk stands.
    TZ: 'America/St_Johns',
  }
}

function presentVariables(without: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !without.includes(entry[0]),
    ),
  )
}
