import type { FakeDeskInput } from './fakeDesk'
import type { ExportFailure, ExportJob } from '../../shared/ipc/exports'
import type { Handlers } from '../../shared/ipc/contract'

type Fakes = {
  readonly [
    N in
      | 'package.gaps'
      | 'package.register'
      | 'package.countBatch'
      | 'package.startBatch'
      | 'package.jobs'
      | 'package.failures'
      | 'package.steerJob'
  ]: (request: Parameters<Handlers[N]>[0]) => Awaited<ReturnType<Handlers[N]>>
}

const JOB = '0199c000-0000-7000-8000-000000000001'

/** Batches as a desk shows them: one done with two failures, one paused for want of room, one under way. */
export function createFakeExports(input: Pick<FakeDeskInput, 'items' | 'user' | 'now'>): Fakes {
  const passed = input.items.filter(({ state }) => state === 'passed')
  const base = {
    createdAt: input.now().toISOString(),
    createdBy: input.user.displayName,
    folder: '/home/desk/packages',
    recipients: [],
  }
  const jobs: ExportJob[] = [
    {
      ...base,
      id: '0199c000-0000-7000-8000-000000000003',
      state: 'running',
      stopped: null,
      selection: { which: 'waiting', province: '330000', day: '2026-11-20' },
      reason: { purpose: 'hand-over', note: '' },
      counts: { waiting: 61, done: 27, failed: 0 },
    },
    {
      ...base,
      id: '0199c000-0000-7000-8000-000000000002',
      state: 'paused',
      stopped: 'disk-full',
      selection: { which: 'all' },
      reason: { purpose: 'archive', note: '年度归档' },
      recipients: [`age1${'q'.repeat(58)}`],
      counts: { waiting: 312, done: 188, failed: 0 },
    },
    {
      ...base,
      id: JOB,
      state: 'done',
      stopped: null,
      selection: { which: 'waiting', province: '440000', day: '2026-11-19' },
      reason: { purpose: 'hand-over', note: '' },
      counts: { waiting: 0, done: 40, failed: 2 },
    },
  ]
  const failures: ExportFailure[] = passed.slice(0, 2).map(({ id, orderNumber }, index) => ({
    caseId: id,
    orderNumber,
    problem: index === 0 ? 'requirements-missing' : 'media-failed',
    gaps:
      index === 0
        ? [
            {
              code: 'line-open',
              lineId: 'province:line',
              line: { zh: '负责人须签署承诺书', en: 'The principal signs the commitment' },
            },
            { code: 'document-unreadable', documentId: 'd1', kind: 'resident-id', face: 'portrait' },
          ]
        : [],
  }))
  return {
    'package.gaps': () => ({ gaps: failures[0]?.gaps ?? [] }),
    'package.register': () => ({
      entries: passed.slice(0, 12).map(({ orderNumber, version }, index) => ({
        place: 12 - index,
        id: `0199c000-0000-7000-9000-${String(index).padStart(12, '0')}`,
        orderNumber,
        caseVersion: version,
        sha256: 'a1b2c3d4'.repeat(8),
        bytes: 1_843_200,
        applicationVersion: '0.1.0',
        reason: {
          purpose: index % 4 === 0 ? 'inspection' : 'hand-over',
          note: index % 4 === 0 ? '第三批抽查' : '',
        },
        encrypted: index % 3 === 0,
        by: input.user.displayName,
        at: input.now().toISOString(),
      })),
      more: false,
    }),
    'package.countBatch': ({ province }) => ({
      cases: province === undefined ? passed.length : 0,
      more: false,
    }),
    'package.startBatch': () => ({ jobId: JOB, cases: passed.length }),
    'package.jobs': () => jobs,
    'package.failures': ({ jobId }) => (jobId === JOB ? failures : []),
    'package.steerJob': ({ jobId, step }) => {
      const at = jobs.findIndex(({ id }) => id === jobId)
      const job = jobs[at]
      if (job) {
        const state = step === 'pause' ? 'paused' : step === 'cancel' ? 'cancelled' : 'running'
        jobs[at] = { ...job, state, stopped: null }
      }
      return {}
    },
  }
}
