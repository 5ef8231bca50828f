import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PROJECT = join(import.meta.dirname, '../..')

export interface IntakeAddress {
  readonly serverUrl: string
  readonly intakeToken: string
}

/** Sends a bundle by the intake command, as the provider's filing system would; answers what the command said. */
export async function sendLater({ serverUrl, intakeToken }: IntakeAddress, bundle: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'cli/intake.ts', bundle], {
    cwd: PROJECT,
    env: { ...process.env, BEIAN_SERVER_URL: serverUrl, INTAKE_TOKEN: intakeToken },
  })
  return stdout.trim().split('\n').at(-1) ?? ''
}

/** Checks a package by the command that anybody can run without a database; throws with its report when it is refused. */
export async function verifyPackage(file: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'cli/verifyPackage.ts', file], {
    cwd: PROJECT,
  })
  return stdout.trim()
}
