import path from 'node:path'
import { createDeviceSigner } from '../../../electron/common/crypto/deviceSigner'
import { createDataOperations } from '../../../electron/data/createDataOperations'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'
import {
  createPackageExporter,
  type ExporterDependencies,
} from '../../../electron/workflows/packages/exportCase'
import { createExportRunner } from '../../../electron/workflows/packages/exportRunner'
import type { DataPort } from '../../../electron/workflows/ports/dataPort'
import { packageStatementMessage, SIGNATURE_FORMAT } from '../../../shared/package/packageSignature'
import type { User } from '../../../shared/protocol/apiModels'
import type { RegisterExportRequest } from '../../../shared/protocol/exports'
import { refusal, success } from '../../../shared/result'

const SERVER_ID = '01999f3c-7a10-7cc1-8a55-0d5f5a1fffff'
export const SUPERVISOR: User = {
  id: '0199a000-0000-7000-8000-000000000001',
  username: 'wang.lei',
  displayName: '王磊',
  role: 'supervisor',
}
/** The provider's key, the same in every process of a test. */
export const PROVIDER = createDeviceSigner(Buffer.alloc(32, 7))

/** The server as far as exports go: cases, documents, and a register that signs. */
export function exportServer(cases: readonly CaseOnServer[], known: readonly RegisterExportRequest[] = []) {
  const registered = [...known]
  const find = (caseId: string) => cases.find(({ filingCase }) => filingCase.id === caseId)
  const server: ExporterDependencies['server'] = {
    readCase: (_, caseId) => {
      const found = find(caseId)
      return Promise.resolve(found ? success(found.filingCase) : refusal('not-found'))
    },
    readDocument: (_, caseId, sha256) => {
      const bytes = find(caseId)?.documents.get(sha256)
      return Promise.resolve(bytes ? success(bytes) : refusal('not-found'))
    },
    registerExport: (_, request) => {
      const same = registered.filter(({ caseId }) => caseId === request.caseId)
      if (same.some((known) => known.package.sha256 !== request.package.sha256)) {
        return Promise.resolve(refusal('conflict'))
      }
      if (!same.some(({ id }) => id === request.id)) {
        registered.push(request)
      }
      return Promise.resolve(
        success({
          signature: {
            format: SIGNATURE_FORMAT,
            version: 1,
            package: request.package,
            signer: { serverId: SERVER_ID, publicKey: PROVIDER.publicKey },
            signature: PROVIDER.sign(packageStatementMessage(SERVER_ID, request.package)),
          },
          earlier: same.filter(({ id }) => id !== request.id).length,
        } as const),
      )
    },
  }
  return { server, registered }
}

/** An open profile of a supervisor, in this process. */
export async function openExportProfile(folder: string): Promise<DataOperations> {
  const data = createDataOperations({
    nativeBinding: process.env['BEIAN_SQLITE_ADDON'],
    kdfCost: { memoryKiB: 64, passes: 1, parallelism: 1 },
  })
  const opened = await data.openProfile({
    folder: path.join(folder, 'profile'),
    password: 'a long enough passphrase',
    create: true,
  })
  if (!opened.ok) {
    throw new Error(`The profile did not open: ${opened.error}`)
  }
  data.saveSession({
    user: SUPERVISOR,
    serverId: SERVER_ID,
    token: 'token-of-a-supervisor',
    tokenExpiresAt: '2026-11-21T00:00:00+08:00',
    by: 'password',
    refreshToken: null,
    reservations: 0,
  })
  return data
}

/** The operations as workflows see them. */
export function asPort(data: DataOperations): DataPort {
  const calls = Object.entries(data).map(([name, call]) => [
    name,
    (...args: readonly never[]) =>
      new Promise((resolve) => {
        resolve((call as (...given: readonly never[]) => unknown)(...args))
      }),
  ])
  // Built from the operations' own names, so every member is there.
  return Object.fromEntries(calls) as DataPort
}

interface Parts {
  readonly data: DataPort
  readonly server: ExporterDependencies['server']
  readonly cases: readonly CaseOnServer[]
  readonly media: ExporterDependencies['media']
  readonly freeBytes?: ExporterDependencies['freeBytes']
  readonly token?: () => string | null
}

/** Exporter and runner over a profile and a server. */
export function exportDesk({ data, server, cases, media, freeBytes, token }: Parts) {
  const unexpected: unknown[] = []
  const exporter = createPackageExporter({
    data,
    server,
    session: { token: token ?? (() => 'token-of-a-supervisor'), requireRight: () => SUPERVISOR },
    media,
    checklistOf: ({ id }) => cases.find(({ filingCase }) => filingCase.id === id)?.checklist ?? [],
    askedDocumentsOf: () => [],
    applicationVersion: '0.1.0',
    now: () => '2026-11-21T10:00:00+08:00',
    ...(freeBytes ? { freeBytes } : {}),
  })
  const runner = createExportRunner({
    data,
    exporter,
    onChange: () => undefined,
    logUnexpected: (_, cause) => {
      unexpected.push(cause)
    },
  })
  return { exporter, runner, unexpected }
}

/** What the server knows of a case, and its checklist. */
export type CaseOnServer = Pick<PackageRequest, 'filingCase' | 'documents' | 'checklist'>

/** Ids of a job and its items, the same in every process. */
export const JOB_ID = '0199b000-0000-7000-8000-000000000000'
export function exportIdOf(index: number): string {
  return `0199b000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`
}

/** A job over these cases, not yet run. */
export function startJob(
  data: DataOperations,
  folder: string,
  cases: readonly CaseOnServer[],
  recipients: readonly string[] = [],
): void {
  const started = data.startExportJob({
    job: {
      id: JOB_ID,
      createdAt: '2026-11-21T10:00:00+08:00',
      createdBy: SUPERVISOR.displayName,
      folder,
      selection: { which: 'waiting' },
      reason: { purpose: 'hand-over', note: '' },
      recipients: [...recipients],
    },
    items: cases.map(({ filingCase }, index) => ({
      exportId: exportIdOf(index),
      caseId: filingCase.id,
      orderNumber: filingCase.orderNumber,
    })),
  })
  if (!started.ok) {
    throw new Error(started.error)
  }
}
