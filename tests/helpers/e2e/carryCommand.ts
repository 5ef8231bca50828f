import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Office } from './deskTest'
import { TEAM } from './team'

const PROJECT = join(import.meta.dirname, '../../..')

/** The command of the supervisor at the server's side; answers what it prints. */
export async function carry({ server }: Office, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'cli/carry.ts', ...args, '--server', server.url],
    {
      cwd: PROJECT,
      env: { ...process.env, BEIAN_USERNAME: TEAM.zhou.username, BEIAN_PASSWORD: TEAM.zhou.password },
    },
  )
  return stdout
}
