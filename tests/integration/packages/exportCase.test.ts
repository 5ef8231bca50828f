import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  startJob,
} from './exportDesk'
import { inProcessMedia, passedCases } from './passedCase'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'
import { openSealed } from '../../../electron/common/crypto/ageSeal'
import { makeRecoveryKey } from '../../../electron/common/crypto/recoveryWrap'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'

let cases: readonly PackageRequest[]
let root: string
let folder: string
let data: DataOperations

beforeAll(async () => {
  cases = await passedCases(1)
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

describe('the same package again', () => {
  it('is found identical, counts what left before, and leaves the folder as it is', async () => {
    const { server, registered } = exportServer(cases)
    const { exporter } = exportDesk({ data: asPort(data), media: inProcessMedia, server, cases })
    const [first] = cases
    const request = {
      caseId: first?.filingCase.id ?? '',
      folder,
      reason: { purpose: 'hand-over', note: '' },
      recipients: [],
      intents: [],
    } as const
    const one = await exporter.exportCase({ ...request, exportId: exportIdOf(0) })
    const before = await readdir(folder)
    const two = await exporter.exportCase({ ...request, exportId: exportIdOf(1) })
    expect(one.ok && two.ok && [one.value.sha256 === two.value.sha256, two.value.earlierExports]).toEqual([
      true,
      1,
    ])
    expect(await readdir(folder)).toEqual(before)
    expect(registered).toHaveLength(2)
  })

  it('is refused when it would have other bytes', async () => {
    const { server } = exportServer(cases)
    const [first] = cases
    const request = {
      caseId: first?.filingCase.id ?? '',
      folder,
      reason: { purpose: 'hand-over', note: '' },
      recipients: [],
      intents: [],
    } as const
    await exportDesk({ data: asPort(data), media: inProcessMedia, server, cases }).exporter.exportCase({
      ...request,
      exportId: exportIdOf(0),
    })
    const shorter = cases.map((one) => ({ ...one, checklist: one.checklist.slice(1) }))
    const other = await exportDesk({
      data: asPort(data),
      media: inProcessMedia,
      server,
      cases: shorter,
    }).exporter.exportCase({
      ...request,
      exportId: exportIdOf(1),
    })
    expect(other).toEqual({ ok: false, error: { problem: 'not-identical', gaps: [] } })
  })
})

describe('an encrypted package', () => {
  it('opens for its recipient alone, to the same bytes; its signature is that of the package', async () => {
    const { identity, recipient } = await makeRecoveryKey()
    const { server } = exportServer(cases)
    startJob(data, folder, cases.slice(0, 1), [recipient])
    await exportDesk({ data: asPort(data), media: inProcessMedia, server, cases }).runner.run()
    const [made] = data.listPackages()
    expect(made).toMatchObject({ encrypted: true, fileName: expect.stringMatching(/\.zip\.age$/) as string })
    const sealed = await readFile(path.join(folder, made?.fileName ?? ''))
    expect(await openSealed(sealed, (await makeRecoveryKey()).identity)).toBeNull()
    const opened = await openSealed(sealed, identity)
    expect((await checkPackage(opened ?? new Uint8Array())).sha256).toBe(made?.sha256)
  })

  it('takes the place of our own for another recipient, also after tries that ended in between', async () => {
    const { server } = exportServer(cases)
    const { exporter } = exportDesk({ data: asPort(data), media: inProcessMedia, server, cases })
    startJob(data, folder, cases)
    const [former, latter] = [await makeRecoveryKey(), await makeRecoveryKey()]
    // None of these came to the register: each ended as soon as its file was in its place, or just before.
    async function tryFor(recipient: string): Promise<string> {
      const [item] = data.waitingExports({ jobId: JOB_ID, limit: 1 })
      const exported = await exporter.exportCase({
        exportId: exportIdOf(0),
        caseId: cases[0]?.filingCase.id ?? '',
        folder,
        reason: { purpose: 'archive', note: '' },
        recipients: [recipient],
        intents: item?.intents ?? [],
      })
      if (!exported.ok) {
        throw new Error(JSON.stringify(exported.error))
      }
      return path.join(folder, exported.value.fileName)
    }
    const file = await tryFor(former.recipient)
    data.intendExport({
      exportId: exportIdOf(0),
      intent: { fileName: path.basename(file), sha256: '0'.repeat(64) },
    })
    await tryFor(latter.recipient)
    const sealed = await readFile(file)
    expect(await openSealed(sealed, former.identity)).toBeNull()
    expect(await openSealed(sealed, latter.identity)).not.toBeNull()
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('never replaces a file of that name which is not ours', async () => {
    const { recipient } = await makeRecoveryKey()
    const { server } = exportServer(cases)
    const { exporter } = exportDesk({ data: asPort(data), media: inProcessMedia, server, cases })
    const [first] = cases
    const request = {
      caseId: first?.filingCase.id ?? '',
      folder,
      reason: { purpose: 'hand-over', note: '' },
      intents: [],
    } as const
    const plain = await exporter.exportCase({ ...request, exportId: exportIdOf(0), recipients: [] })
    const name = plain.ok ? `${plain.value.fileName}.age` : ''
    await writeFile(path.join(folder, name), 'somebody else’s')
    expect(
      await exporter.exportCase({ ...request, exportId: exportIdOf(1), recipients: [recipient] }),
    ).toEqual({
      ok: false,
      error: { problem: 'different-file-exists', gaps: [] },
    })
    expect(await readFile(path.join(folder, name), 'utf8')).toBe('somebody else’s')
  })
})

describe('requirements of the administration', () => {
  it('keep a package from being built, with a list that leads to each place', async () => {
    const [first] = cases
    if (!first) {
      throw new Error('no case')
    }
    const round = first.filingCase.rounds.at(-1)
    const [document] = round?.documents ?? []
    const [line] = first.checklist
    if (!round || !document || !line || !('services' in round.application)) {
      throw new Error('an unexpected specimen')
    }
    const added = { ...line, id: 'province:new-line', blocking: true, machine: null }
    const [service, ...others] = round.application.services
    const services = service ? [{ ...service, languages: ['世界语'] }, ...others] : []
    const application = { ...round.application, services } as typeof round.application
    const spoilt: PackageRequest = {
      ...first,
      checklist: [...first.checklist, added],
      documents: new Map([...first.documents, [document.sha256, Buffer.from('no picture')]]),
      filingCase: {
        ...first.filingCase,
        rounds: [...first.filingCase.rounds.slice(0, -1), { ...round, application }],
      },
    }
    const { server, registered } = exportServer([spoilt])
    const { exporter } = exportDesk({ data: asPort(data), media: inProcessMedia, server, cases: [spoilt] })
    const gaps = [
      { code: 'line-open', lineId: 'province:new-line', line: { zh: line.title.zh, en: line.title.en } },
      { code: 'document-unreadable', documentId: document.id, kind: document.kind, face: document.face },
      { code: 'value-not-in-table', field: 'application.services.0.languages', table: 'languages' },
    ]
    expect(await exporter.gapsOf(first.filingCase.id)).toEqual({ ok: true, value: gaps })
    const exported = await exporter.exportCase({
      exportId: exportIdOf(0),
      caseId: first.filingCase.id,
      folder,
      reason: { purpose: 'hand-over', note: '' },
      recipients: [],
      intents: [],
    })
    expect(exported).toEqual({ ok: false, error: { problem: 'requirements-missing', gaps } })
    expect(registered).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })
})
