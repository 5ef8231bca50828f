import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const environmentSchema = z.object({
  BEIAN_SERVER_URL: z.url(),
  /** Folder of this workstation; its profiles and temporary files lie below. */
  BEIAN_USER_DATA: z.string().min(1),
  BEIAN_DEMO_ACCOUNTS: z.string().min(1),
  /** Folder with queue/, later/ and labels/ of the specimens. */
  BEIAN_DEMO_BUNDLES: z.string().min(1),
  BEIAN_DEMO_OUTPUT: z.string().min(1),
  INTAKE_TOKEN: z.string().min(1),
  BEIAN_RUNTIME: z.string().optional(),
})
const accountsSchema = z.array(
  z.object({
    username: z.string(),
    displayName: z.string(),
    role: z.enum(['reviewer', 'supervisor']),
    password: z.string(),
  }),
)
export type DemoAccount = z.output<typeof accountsSchema>[number]

export interface DemoSettings {
  readonly serverUrl: string
  readonly machine: string
  readonly bundles: string
  readonly output: string
  readonly intakeToken: string
  readonly runtime: string
  readonly reviewer: DemoAccount
  readonly supervisor: DemoAccount
}

/** What `npm run demo` has prepared: a server with a queue, a team, folders. */
export async function readDemoSettings(variables: NodeJS.ProcessEnv): Promise<DemoSettings> {
  const env = environmentSchema.parse(variables)
  const accounts = accountsSchema.parse(JSON.parse(await readFile(env.BEIAN_DEMO_ACCOUNTS, 'utf8')))
  return {
    serverUrl: env.BEIAN_SERVER_URL,
    machine: env.BEIAN_USER_DATA,
    bundles: env.BEIAN_DEMO_BUNDLES,
    output: env.BEIAN_DEMO_OUTPUT,
    intakeToken: env.INTAKE_TOKEN,
    runtime: env.BEIAN_RUNTIME ?? 'official',
    reviewer: accountOf(accounts, 'reviewer'),
    supervisor: accountOf(accounts, 'supervisor'),
  }
}

function accountOf(accounts: readonly DemoAccount[], role: DemoAccount['role']): DemoAccount {
  const account = accounts.find((candidate) => candidate.role === role)
  if (!account) {
    throw new Error(`The team has no ${role}`)
  }
  return account
}
