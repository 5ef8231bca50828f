import type { ReplyOf, RequestOf } from '../../shared/ipc/contract'

const PEOPLE = [
  { id: '0199d000-0000-7000-b000-000000000001', displayName: '周敏' },
  { id: '0199d000-0000-7000-b000-000000000002', displayName: '李娜' },
]
const DEVICE = '0199e000-0000-7000-8000-000000000001'
const REFUSED_DEVICE = '0199e000-0000-7000-8000-000000000002'
const HASH = 'a3f1'.repeat(16)
const CASE = '0199c000-0000-7000-8000-00000000ca5e'

type Entry = ReplyOf<'audit.list'>['entries'][number]

const KINDS = [
  'held',
  'returned',
  'passed',
  'signed-in',
  'device-countersigned',
  'read-by-supervisor',
  'case-purged',
]

/** A chain as an auditor might find it: open changes, destroyed ones, and entries without any. */
function entryOf(sequence: number): Entry {
  const kind = KINDS[sequence % KINDS.length] ?? 'held'
  const isOfCase = !['signed-in', 'device-countersigned'].includes(kind)
  return {
    sequence,
    at: new Date(Date.parse('2026-11-20T02:00:00Z') + sequence * 240_000).toISOString(),
    kind,
    person: kind === 'case-purged' ? null : (PEOPLE[sequence % PEOPLE.length] ?? null),
    caseId: isOfCase ? CASE : null,
    orderNumber: isOfCase ? `BA2026-${String(1000 + (sequence % 9))}` : null,
    detail: JSON.stringify({ caseVersion: 2 + (sequence % 3), token: sequence }),
    change: changeOf(kind, sequence),
    hash: HASH,
  }
}

function changeOf(kind: string, sequence: number): Entry['change'] {
  if (kind !== 'returned' && kind !== 'passed') {
    return { state: 'none' }
  }
  if (sequence % 4 === 0) {
    return { state: 'destroyed' }
  }
  const reasons = [
    { field: 'application.entity.name', problem: '主体名称与证件不一致', advice: '请按证件填写' },
  ]
  return {
    state: 'open',
    before: JSON.stringify({ state: 'pending-review', version: 1 }),
    after: JSON.stringify({ state: kind, version: 2, decision: { verdict: 'return', reasons } }),
  }
}

export function listFakeAudit(request: RequestOf<'audit.list'>): ReplyOf<'audit.list'> {
  const all = Array.from({ length: 140 }, (_, index) => entryOf(140 - index))
    .filter(({ sequence }) => request.before === undefined || sequence < request.before)
    .filter(({ kind }) => request.kind === undefined || kind === request.kind)
    .filter(({ person }) => request.person === undefined || person?.id === request.person)
    .filter(({ orderNumber }) => request.orderNumber === undefined || orderNumber === request.orderNumber)
  return { entries: all.slice(0, request.limit), more: all.length > request.limit }
}

export function fakeAuditState(): ReplyOf<'audit.state'> {
  const device = {
    publicKey: 'k'.repeat(43),
    registeredAt: '2026-11-02T01:00:00.000Z',
    hash: HASH,
    countersignedAt: '2026-11-20T10:58:00.000Z',
  }
  return {
    server: { id: CASE, publicKey: 'k'.repeat(43) },
    head: { sequence: 140, hash: HASH, at: '2026-11-20T11:00:00.000Z', signature: 's'.repeat(86) },
    people: PEOPLE,
    kinds: KINDS,
    devices: [
      { ...device, id: DEVICE, person: { ...person(0), role: 'supervisor' }, sequence: 412, refused: null },
      {
        ...device,
        id: REFUSED_DEVICE,
        person: { ...person(1), role: 'reviewer' },
        sequence: 96,
        refused: { at: '2026-11-20T10:12:00.000Z', problem: 'truncated', shownSequence: 88, shownHash: HASH },
      },
    ],
    faults: [],
  }
}

function person(index: 0 | 1): (typeof PEOPLE)[number] {
  return PEOPLE[index] ?? { id: '', displayName: '' }
}
