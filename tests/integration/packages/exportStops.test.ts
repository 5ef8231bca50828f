import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asPort, JOB_ID, openExportProfile, startJob } from './exportDesk'
import { passedCases } from './passedCase'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { AppError } from '../../../electron/workflows/appError'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'
import type { PackageExporter } from '../../../electron/workflows/packages/exportCase'
import { createExportRunner } from '../../../electron/workflows/packages/exportRunner'
import type { DataPort } from '../../../electron/workflows/ports/dataPort'
import { refusal } from '../../../shared/result'

let cases: readonly PackageRequest[]
let root: string
let data: DataOperations

beforeAll(async () => {
  cases = await passedCases(3)
})
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'beian-stops-'))
  data = await openExportProfile(root)
  startJob(data, root, cases)
})
afterEach(async () => {
  data.closeProfile()
  await rm(root, { recursive: true })
})

/** A runner over a real profile whose packages end as the test says. */
function runnerOver(exportCase: PackageExporter['exportCase'], port: DataPort = asPort(data)) {
  const unexpected: unknown[] = []
  const runner = createExportRunner({
    data: port,
    exporter: { exportCase },
    onChange: () => undefined,
    logUnexpected: (_, cause) => {
      unexpected.push(cause)
    },
  })
  return { runner, unexpected }
}

function loseRight(): void {
  const session = data.readSession()
  if (!session) {
    throw new Error('nobody')
  }
  data.saveSession({ ...session, user: { ...session.user, role: 'reviewer' } })
}

const ALL_WAIT = { waiting: 3, done: 0, failed: 0 }

describe('a batch that stops before it is done', () => {
  it('pauses, instead of asking again and again, when the right goes while packages are under way', async () => {
    const { runner } = runnerOver(() => {
      loseRight()
      return Promise.resolve(refusal({ problem: 'not-acknowledged', gaps: [] }))
    })
    await runner.run()
    expect(data.exportJobs()).toMatchObject([{ state: 'paused', stopped: 'forbidden' }])
  })

  it('pauses without needing the right when a package meets that it is gone', async () => {
    const { runner, unexpected } = runnerOver(() => {
      loseRight()
      return Promise.reject(new AppError('forbidden', 'The role does not have the right export'))
    })
    await runner.run()
    expect(data.exportJobs()).toMatchObject([{ state: 'paused', stopped: 'forbidden', counts: ALL_WAIT }])
    expect(unexpected).toEqual([])
  })

  it('leaves everything waiting when nobody is signed in any more', async () => {
    let tries = 0
    const { runner, unexpected } = runnerOver(() => {
      tries += 1
      return Promise.reject(new AppError('not-signed-in', 'Nobody is signed in'))
    })
    await runner.run()
    expect(data.exportJobs()).toMatchObject([{ state: 'running', stopped: null, counts: ALL_WAIT }])
    expect(tries).toBeLessThanOrEqual(2)
    expect(unexpected).toEqual([])
  })

  it('begins no package that it was still looking up when it was told to stop', async () => {
    const port = asPort(data)
    let tries = 0
    const told: Promise<void>[] = []
    const { runner } = runnerOver(
      () => {
        tries += 1
        return Promise.resolve(refusal({ stop: 'offline' }))
      },
      {
        ...port,
        waitingExports: async (request) => {
          const waiting = await port.waitingExports(request)
          told.push(runner.stop())
          return waiting
        },
      },
    )
    await runner.run()
    await Promise.all(told)
    expect(tries).toBe(0)
    expect(data.exportJobs()).toMatchObject([{ state: 'running', counts: ALL_WAIT }])
  })

  it('stays paused by a person when the connection is lost after that', async () => {
    const { runner } = runnerOver(() => {
      data.steerExportJob({ jobId: JOB_ID, state: 'paused', retryFailed: false })
      return Promise.resolve(refusal({ stop: 'offline' }))
    })
    await runner.run()
    // One that had stopped for the connection would be gone on with at the next sign-in.
    expect(data.exportJobs()).toMatchObject([{ state: 'paused', stopped: null, counts: ALL_WAIT }])
  })
})
