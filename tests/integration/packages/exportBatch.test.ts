import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  asPort,
  exportDesk,
  exportIdOf,
  exportServer,
  JOB_ID,
  openExportProfile,
  PROVIDER,
  startJob,
} from './exportDesk'
import { inProcessMedia, passedCases } from './passedCase'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'
import { checkSignature } from '../../../cli/verifyPackage/checkSignature'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'
import type { ExportJob } from '../../../shared/ipc/exports'

const PLENTY = (): Promise<number> => Promise.resolve(1e12)

let cases: readonly PackageRequest[]
let root: string
let folder: string
let data: DataOperations

beforeAll(async () => {
  cases = await passedCases(3)
})
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'beian-batch-'))
  folder = path.join(root, 'out')
  await mkdir(folder)
  data = await openExportProfile(root)
})
afterEach(async () => {
  data.closeProfile()
  await rm(root, { recursive: true })
})

function job(): ExportJob {
  const [found] = data.exportJobs()
  if (!found) {
    throw new Error('no job')
  }
  return found
}

describe('a batch of exports', () => {
  it('puts each package with its signature into the folder and into the register, and says when it is done', async () => {
    const { server, registered } = exportServer(cases)
    startJob(data, folder, cases)
    const { runner } = exportDesk({ data: asPort(data), media: inProcessMedia, server, cases })
    await runner.run()
    expect(job()).toMatchObject({ state: 'done', counts: { waiting: 0, done: 3, failed: 0 } })
    expect(registered.map(({ id }) => id).sort()).toEqual([0, 1, 2].map(exportIdOf))
    const packages = data.listPackages()
    expect(packages.map(({ reason }) => reason?.purpose)).toEqual(['hand-over', 'hand-over', 'hand-over'])
    expect((await readdir(folder)).sort()).toEqual(
      packages.flatMap(({ fileName }) => [fileName, `${fileName}.sig.json`]).sort(),
    )
    for (const { fileName } of packages) {
      const bytes = await readFile(path.join(folder, fileName))
      const report = await checkPackage(bytes)
      expect(report.faults).toEqual([])
      const name = `${fileName}.sig.json`
      const signature = { name, bytes: await readFile(path.join(folder, name)) }
      const signed = checkSignature({
        packageBytes: bytes,
        manifest: report.manifest,
        signature,
        pinned: [PROVIDER.publicKey],
      })
      expect(signed).toEqual({ signedBy: PROVIDER.publicKey, isPinned: true, faults: [] })
    }
  })

  it('goes on past a package that cannot be built, keeps why, and tries it again when asked', async () => {
    const spoilt = cases.map((request, index) =>
      index === 1
        ? { ...request, filingCase: { ...request.filingCase, state: 'returned' as const } }
        : request,
    )
    startJob(data, folder, cases)
    const { server } = exportServer(spoilt)
    await exportDesk({ data: asPort(data), media: inProcessMedia, server, cases }).runner.run()
    expect(job()).toMatchObject({ state: 'done', counts: { done: 2, failed: 1 } })
    expect(data.exportFailures(JOB_ID)).toEqual([
      {
        caseId: cases[1]?.filingCase.id,
        orderNumber: cases[1]?.filingCase.orderNumber,
        problem: 'not-acknowledged',
        gaps: [],
      },
    ])
    const again = { jobId: JOB_ID, state: 'running', retryFailed: true } as const
    expect(data.steerExportJob(again)).toEqual({ ok: true, value: null })
    await exportDesk({
      data: asPort(data),
      media: inProcessMedia,
      server: exportServer(cases).server,
      cases,
    }).runner.run()
    expect(job()).toMatchObject({ state: 'done', counts: { done: 3, failed: 0 } })
  })

  it('pauses on a full disk with nothing under a final name, and goes on when there is room', async () => {
    const { server } = exportServer(cases)
    startJob(data, folder, cases)
    const full = (): Promise<number> => Promise.resolve(1000)
    await exportDesk({
      data: asPort(data),
      media: inProcessMedia,
      server,
      cases,
      freeBytes: full,
    }).runner.run()
    expect(job()).toMatchObject({ state: 'paused', stopped: 'disk-full', counts: { waiting: 3 } })
    expect(await readdir(folder)).toEqual([])
    expect(data.listPackages()).toEqual([])

    data.steerExportJob({ jobId: JOB_ID, state: 'running', retryFailed: false })
    await exportDesk({
      data: asPort(data),
      media: inProcessMedia,
      server,
      cases,
      freeBytes: PLENTY,
    }).runner.run()
    expect(job()).toMatchObject({ state: 'done', stopped: null, counts: { done: 3 } })
  })

  it('pauses without a connection and when the folder is gone', async () => {
    const { server } = exportServer(cases)
    startJob(data, folder, cases)
    await exportDesk({
      data: asPort(data),
      media: inProcessMedia,
      server,
      cases,
      token: () => null,
    }).runner.run()
    expect(job()).toMatchObject({ state: 'paused', stopped: 'offline', counts: { waiting: 3 } })
    await rm(folder, { recursive: true })
    data.steerExportJob({ jobId: JOB_ID, state: 'running', retryFailed: false })
    await exportDesk({ data: asPort(data), media: inProcessMedia, server, cases }).runner.run()
    expect(job()).toMatchObject({ state: 'paused', stopped: 'folder-missing', counts: { waiting: 3 } })
  })

  it('takes no further package while it is paused, and none after it was cancelled', async () => {
    const { server } = exportServer(cases)
    startJob(data, folder, cases)
    data.steerExportJob({ jobId: JOB_ID, state: 'paused', retryFailed: false })
    await exportDesk({ data: asPort(data), media: inProcessMedia, server, cases }).runner.run()
    expect(await readdir(folder)).toEqual([])
    data.steerExportJob({ jobId: JOB_ID, state: 'cancelled', retryFailed: false })
    const resume = { jobId: JOB_ID, state: 'running', retryFailed: false } as const
    expect(data.steerExportJob(resume)).toEqual({ ok: false, error: 'not-found' })
  })

  it('is nothing for whoever may not export, whatever calls', () => {
    const session = data.readSession()
    if (!session) {
      throw new Error('nobody')
    }
    data.saveSession({ ...session, user: { ...session.user, role: 'reviewer' } })
    expect(() => {
      startJob(data, folder, cases)
    }).toThrow('forbidden')
    expect(data.exportJobs()).toEqual([])
  })
})
