import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchDesk, type DeskApplication } from './launchDesk'
import { layNetworkCable, type NetworkCable } from './networkCable'
import { startReviewServer, type ReviewServerProcess } from './reviewServerProcess'
import { CLIENT_ID, startIdentityProvider, type IdentityProvider } from '../identityProvider'

export interface Office {
  /** Folder of everything this worker makes; gone when the worker ends. */
  readonly folder: string
  readonly server: ReviewServerProcess
  /** The company's own sign-in service, where a test asked for one. */
  readonly provider: IdentityProvider | null
  /** Between workstations and the server; whoever cuts it mends it. */
  readonly cable: NetworkCable
  /** Folder of a machine by its name. */
  readonly machine: (name: string) => string
  /** Starts the workstation of a machine, at the end of the cable. It is closed with the office at the latest. */
  openDesk(machineName: string, executablePath?: string): Promise<DeskApplication>
}

/**
 * Tests with an office of their own: a review server on its own data, reached over a cable that can be cut. Files that
 * name different offices never share one, even when the same worker could run both.
 */
export const test = base.extend<object, { officeName: string; withProvider: boolean; office: Office }>({
  officeName: ['', { scope: 'worker', option: true }],
  withProvider: [false, { scope: 'worker', option: true }],
  office: [
    async ({ officeName, withProvider }, use) => {
      const folder = await mkdtemp(join(tmpdir(), `beian-e2e-${officeName}-`))
      const provider = withProvider ? await startIdentityProvider() : null
      const server = await startReviewServer({
        folder: join(folder, 'server'),
        variables: provider === null ? {} : companyVariables(provider),
      })
      const cable = await layNetworkCable(server.url)
      const desks: DeskApplication[] = []
      const machine = (name: string): string => join(folder, name)
      async function openDesk(name: string, executablePath?: string): Promise<DeskApplication> {
        const desk = await launchDesk({
          serverUrl: cable.url,
          machine: machine(name),
          ...(executablePath === undefined ? {} : { executablePath }),
        })
        desks.push(desk)
        return desk
      }
      try {
        await use({ folder, server, provider, cable, machine, openDesk })
      } finally {
        await Promise.all(desks.map((desk) => desk.close()))
        await cable.close()
        await server.stop()
        await provider?.close()
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** Whoever signs in there is bound by the name that the provider gives them, which is their user name here. */
function companyVariables({ issuer }: IdentityProvider): NodeJS.ProcessEnv {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_ALGORITHMS: 'ES256',
    OIDC_ACCOUNT_CLAIM: 'preferred_username',
  }
}
