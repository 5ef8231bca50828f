import { createFakeDesk, type FakeDesk, type FakeDeskInput } from './fakeDesk'
import type { CaseView, QueueItem } from '../../shared/ipc/models'
import type { Case, CaseDocument, CaseRound } from '../../shared/protocol/case'
import type { ChecklistLine } from '../../shared/rules/checklist'

/** Small cases for tests of the screens' stores. */
export const ME = {
  id: '0199d000-0000-7000-b000-000000000001',
  username: 'zhou.min',
  displayName: '周敏',
  role: 'reviewer',
} as const

export const SUBMITTED_AT = '2026-11-20T10:24:00+08:00'

export function caseIdOf(index: number): string {
  return `0199d000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

export function makeItem(index: number, part: Partial<QueueItem> = {}): QueueItem {
  return {
    id: caseIdOf(index),
    orderNumber: `BA-20261120-${String(index).padStart(4, '0')}`,
    version: 1,
    round: 1,
    state: 'pending-review',
    filingType: 'first-filing',
    province: '330000',
    entityKind: 'organization',
    entityName: `星河${String(index)}科技有限公司`,
    serviceNames: ['星河'],
    serviceKinds: ['website'],
    documentCount: 1,
    submittedAt: SUBMITTED_AT,
    dueAt: new Date(Date.parse(SUBMITTED_AT) + index * 60_000).toISOString(),
    holder: null,
    isLocal: false,
    unsent: null,
    workingMinutesLeft: 90,
    ...part,
  }
}

export function makeLine(id: string, part: Partial<ChecklistLine> = {}): ChecklistLine {
  return {
    id: `desk:${id}`,
    group: 'entity',
    title: { zh: `检查${id}`, en: `Check ${id}` },
    requirement: { zh: `要求${id}`, en: `Requirement ${id}` },
    severity: 'return',
    blocking: true,
    cautions: [],
    confidence: 'guide',
    source: { key: 'desk', name: '接入商指南', url: null, date: '2026-01-01', reliability: 'high' },
    effectiveFrom: null,
    effectiveTo: null,
    facts: [],
    corroboratedBy: [],
    conflictsWith: [],
    machine: null,
    reasonIds: [],
    ...part,
  }
}

export function makeDocument(id: string, part: Partial<CaseDocument> = {}): CaseDocument {
  return {
    id,
    kind: 'business-licence',
    face: 'face',
    owner: 'entity',
    fileName: `${id}.jpg`,
    sha256: id.padEnd(64, '0').replaceAll(/[^0-9a-f]/g, 'a'),
    bytes: 1000,
    mediaType: 'image/jpeg',
    receivedAt: SUBMITTED_AT,
    ...part,
  }
}

export function makeRound(part: Partial<CaseRound> = {}): CaseRound {
  const certificate = { type: 'resident-id', number: '110101199001010015' } as const
  const principal = { name: '王芳', certificate, mobile: '13800001234', email: 'wang@mail.example' }
  return {
    round: 1,
    submittedAt: SUBMITTED_AT,
    application: {
      filingType: 'cancel-entity',
      existing: { entityIcpNumber: '浙ICP备12345678号', filingPassword: 'secret' },
      entity: {
        kind: 'organization',
        nature: 'enterprise',
        name: '星河科技有限公司',
        certificate: { type: 'unified-social-credit-code', number: '91330000000000000A', address: '杭州市' },
        mailingAddress: '浙江省杭州市西湖区1号',
        principal,
      },
      reason: '不再使用',
    },
    documents: [makeDocument('licence')],
    ...part,
  }
}

export function makeView(
  index: number,
  checklist: readonly ChecklistLine[],
  part: Partial<CaseView> = {},
): CaseView {
  const round = makeRound()
  const filing: Case = {
    id: caseIdOf(index),
    orderNumber: makeItem(index).orderNumber,
    accountId: 'acct-1',
    version: 1,
    state: 'pending-review',
    province: '330000',
    rulePack: '2026-11-21',
    dueAt: makeItem(index).dueAt,
    rounds: [round],
    decisions: [],
    timeline: [{ at: SUBMITTED_AT, kind: 'received', round: 1, actor: null }],
  }
  return {
    case: filing,
    hold: { caseId: filing.id, token: 1, kind: 'hold', since: SUBMITTED_AT, expiresAt: SUBMITTED_AT },
    drawReason: 'due-first',
    workingMinutesLeft: 90,
    checklist: [...checklist],
    findings: [],
    documentStates: { licence: 'stored' },
    readings: { licence: [] },
    earlierDocuments: [],
    certificatePapers: [],
    resubmission: null,
    packOffer: null,
    draft: { answers: [], reasons: [], internalNote: '' },
    outbox: [],
    ...part,
  }
}

/** A signed-in fake shell whose clock stands still. */
export function makeDesk(part: Partial<FakeDeskInput> = {}): FakeDesk {
  return createFakeDesk({
    user: ME,
    password: 'right',
    items: [],
    views: [],
    signedIn: true,
    now: () => new Date('2026-11-21T02:32:00.000Z'),
    ...part,
  })
}
