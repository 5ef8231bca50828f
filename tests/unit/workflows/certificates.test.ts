import { describe, expect, it, vi } from 'vitest'
import { certificatePdf } from '../../helpers/issuedCertificates'
import { createCertificateWorkflow } from '../../../electron/workflows/afterSubmission/certificates'
import { AppError } from '../../../electron/workflows/appError'
import { pushCertificates } from '../../../electron/workflows/sync/pushCertificates'
import type { SyncDependencies } from '../../../electron/workflows/sync/syncOnce'
import type { DesktopPort } from '../../../electron/workflows/ports/desktopPort'
import type { ReviewServerPort } from '../../../electron/workflows/ports/reviewServerPort'
import type { ChosenCertificate } from '../../../shared/ipc/certificates'
import type { Role } from '../../../shared/review/roles'
import { may, type Right } from '../../../shared/review/rights'
import { refusal, success } from '../../../shared/result'

const CASE = '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001'
const NOW = '2026-11-20T10:00:00.000Z'
const BYTES = certificatePdf()
const CHOSEN: ChosenCertificate = {
  ...{ caseId: CASE, orderNumber: 'BA2026-0001', fileName: 'a.pdf', sha256: 'ab'.repeat(32), bytes: 10 },
  ...{ mediaType: 'application/pdf', replaces: null, chosenAt: NOW, problem: null },
}

type ChosenFile = Awaited<ReturnType<DesktopPort['chooseCertificate']>>

function workflow(file: ChosenFile, role: Role = 'supervisor', kept = success(null) as Kept) {
  const chooseCertificate = vi.fn(() => Promise.resolve(kept))
  const notify = vi.fn()
  const nudgeSync = vi.fn()
  const certificates = createCertificateWorkflow({
    data: {
      chooseCertificate,
      dropCertificate: () => Promise.resolve(),
      chosenCertificates: () => Promise.resolve([CHOSEN]),
    },
    session: { requireRight: (right: Right) => requireRight(role, right) },
    desktop: { chooseCertificate: () => Promise.resolve(file) },
    now: () => NOW,
    notify,
    nudgeSync,
  })
  return { certificates, chooseCertificate, notify, nudgeSync }
}
type Kept = { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: 'disk-full' }

function requireRight(role: Role, right: Right): never {
  if (!may(role, right)) {
    throw new AppError('forbidden', 'No right')
  }
  return undefined as never
}

describe('choosing a certificate', () => {
  it('keeps what its bytes say it is, and has it sent', async () => {
    const { certificates, chooseCertificate, notify, nudgeSync } = workflow({ name: 'a.txt', bytes: BYTES })
    expect(await certificates.choose(CASE, null)).toEqual({ outcome: 'chosen' })
    expect(chooseCertificate).toHaveBeenCalledWith({
      ...{ caseId: CASE, replaces: null, fileName: 'a.txt', bytes: BYTES },
      ...{ mediaType: 'application/pdf', now: NOW },
    })
    expect(notify).toHaveBeenCalledWith('case-changed', { caseId: CASE })
    expect(nudgeSync).toHaveBeenCalled()
  })

  it.each<[string, ChosenFile, object]>([
    ['nothing', null, { outcome: 'cancelled' }],
    ['too much', 'too-large', { outcome: 'refused', problem: 'too-large' }],
    ['no document', { name: 'a.pdf', bytes: Buffer.from('x') }, { outcome: 'refused', problem: 'format' }],
    ['an empty file', { name: 'a.pdf', bytes: Buffer.alloc(0) }, { outcome: 'refused', problem: 'empty' }],
  ])('keeps nothing of %s', async (_, file, expected) => {
    const { certificates, chooseCertificate } = workflow(file)
    expect(await certificates.choose(CASE, null)).toEqual(expected)
    expect(chooseCertificate).not.toHaveBeenCalled()
  })

  it('says that the disk is full', async () => {
    const { certificates } = workflow({ name: 'a.pdf', bytes: BYTES }, 'supervisor', refusal('disk-full'))
    await expect(certificates.choose(CASE, null)).rejects.toMatchObject({ failure: { code: 'disk-full' } })
  })

  it.each<Role>(['reviewer', 'senior-reviewer', 'auditor'])('is not for a %s', async (role) => {
    const { certificates, chooseCertificate } = workflow({ name: 'a.pdf', bytes: BYTES }, role)
    await expect(certificates.choose(CASE, null)).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    await expect(certificates.drop(CASE)).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    await expect(certificates.chosen()).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    expect(chooseCertificate).not.toHaveBeenCalled()
  })
})

describe('sending certificates', () => {
  interface Around {
    readonly role?: Role
    readonly bytes?: Uint8Array | null
    readonly isCaseHere?: boolean
  }

  function exchange(
    answer: Awaited<ReturnType<ReviewServerPort['keepCertificate']>>,
    { role = 'supervisor', bytes = BYTES, isCaseHere = false }: Around = {},
  ) {
    const keepCertificate = vi.fn(() => Promise.resolve(answer))
    const settleCertificate = vi.fn(() => Promise.resolve({ isCaseHere }))
    const storeCase = vi.fn(() => Promise.resolve())
    const readCase = vi.fn(() => Promise.resolve(success({ id: CASE })))
    const dependencies = {
      data: {
        certificatesToSend: () => Promise.resolve([CHOSEN, { ...CHOSEN, replaces: 'cd'.repeat(32) }]),
        certificateBytes: () => Promise.resolve(bytes),
        settleCertificate,
        storeCase,
      },
      server: { keepCertificate, readCase },
      session: { requireUser: () => ({ role }) },
      notify: () => undefined,
      now: () => NOW,
    } as unknown as SyncDependencies
    const run = () => pushCertificates(dependencies, 'token')
    return { run, keepCertificate, settleCertificate, storeCase }
  }
  const place = { caseId: CASE, sha256: CHOSEN.sha256 }

  it('names the order and the one that is to be replaced, and settles what was kept', async () => {
    const reply = success({ outcome: 'kept', ...place } as const)
    const { run, keepCertificate, settleCertificate, storeCase } = exchange(reply, { isCaseHere: true })
    expect(await run()).toEqual(success(null))
    expect(keepCertificate.mock.calls).toEqual([
      ['token', { orderNumber: 'BA2026-0001' }, BYTES],
      ['token', { orderNumber: 'BA2026-0001', replaces: 'cd'.repeat(32) }, BYTES],
    ])
    expect(settleCertificate).toHaveBeenCalledWith({ ...place, problem: null })
    // The case on screen shows what it has now.
    expect(storeCase).toHaveBeenCalledTimes(2)
  })

  it('keeps a refused one with its problem, and goes on with the next', async () => {
    const { run, keepCertificate, settleCertificate, storeCase } = exchange(
      success({ outcome: 'refused', code: 'another-kept' } as const),
      { isCaseHere: true },
    )
    expect(await run()).toEqual(success(null))
    expect(keepCertificate).toHaveBeenCalledTimes(2)
    expect(settleCertificate).toHaveBeenCalledWith({ ...place, problem: 'another-kept' })
    expect(storeCase).not.toHaveBeenCalled()
  })

  it('leaves everything as it is without an answer, and ends the exchange', async () => {
    const { run, keepCertificate, settleCertificate } = exchange(refusal('offline'))
    expect(await run()).toEqual(refusal('offline'))
    expect(keepCertificate).toHaveBeenCalledTimes(1)
    expect(settleCertificate).not.toHaveBeenCalled()
  })

  it('tries again later what the server could not do, and keeps nothing else back', async () => {
    const { run, keepCertificate, settleCertificate } = exchange(refusal('unexpected'))
    expect(await run()).toEqual(success(null))
    expect(keepCertificate).toHaveBeenCalledTimes(2)
    expect(settleCertificate).not.toHaveBeenCalled()
  })

  it('says of a file that is lost that it is, and sends nothing of it', async () => {
    const { run, keepCertificate, settleCertificate } = exchange(refusal('offline'), { bytes: null })
    expect(await run()).toEqual(success(null))
    expect(keepCertificate).not.toHaveBeenCalled()
    expect(settleCertificate).toHaveBeenCalledWith({ ...place, problem: 'file-lost' })
  })

  it('asks nothing for who may not record notices', async () => {
    const { run, keepCertificate } = exchange(refusal('offline'), { role: 'reviewer' })
    expect(await run()).toEqual(success(null))
    expect(keepCertificate).not.toHaveBeenCalled()
  })
})
