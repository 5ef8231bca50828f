import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { layNetworkCable, type NetworkCable } from './networkCable'
import { startReviewServer, type ReviewServerProcess } from './reviewServerProcess'

export interface Office {
  /** Folder of everything this worker makes; gone when the worker ends. */
  readonly folder: string
  readonly server: ReviewServerProcess
  /** Between workstations and the server; whoever cuts it mends it. */
  readonly cable: NetworkCable
}

/**
 * Tests with an office of their own: a review server on its own data, reached over a cable that can be cut. Files that
 * name different offices never share one, even when the same worker could run both.
 */
export const test = base.extend<object, { officeName: string; office: Office }>({
  officeName: ['', { scope: 'worker', option: true }],
  office: [
    async ({ officeName }, use) => {
      const folder = await mkdtemp(join(tmpdir(), `beian-e2e-${officeName}-`))
      const server = await startReviewServer({ folder: join(folder, 'server') })
      const cable = await layNetworkCable(server.url)
      try {
        await use({ folder, server, cable })
      } finally {
        await cable.close()
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
