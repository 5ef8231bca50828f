import { createHash } from 'node:crypto'
import type { Application, Person } from '../../../shared/domain/filing'
import type { AcknowledgedDecision, Case, CaseDocument, Hold, QueueRow } from '../../../shared/protocol/case'
import type { ChecklistLine } from '../../../shared/rules/checklist'

/** Small made-up cases for tests of the data layer. Names, numbers and pictures are nobody's. */

export const NOW = '2026-11-20T10:00:00+08:00'
export const REVIEWER = {
  id: '018f0000-0000-7000-8000-00000000aaaa',
  username: 'lin',
  displayName: '林一',
  role: 'reviewer' as const,
}
export const SESSION = {
  user: REVIEWER,
  serverId: '018f0000-0000-7000-8000-00000000bbbb',
  token: 'token-of-a-test-session',
  tokenExpiresAt: '2026-11-21T10:00:00+08:00',
  by: 'password' as const,
  refreshToken: 'refresh-token-of-the-session',
  reservations: 5,
}

export function uuid(number: number): string {
  return `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function orderNumber(number: number): string {
  return `BA20261120-${String(number).padStart(6, '0')}`
}

export function makeRow(number: number, changes: Partial<QueueRow> = {}): QueueRow {
  return {
    id: uuid(number),
    orderNumber: orderNumber(number),
    version: 1,
    round: 1,
    state: 'pending-review',
    filingType: 'first-filing',
    province: '110000',
    entityKind: 'organization',
    entityName: '星河数据技术有限公司',
    serviceNames: ['星河之窗'],
    serviceKinds: ['website'],
    documentCount: 2,
    submittedAt: '2026-11-19T09:30:00+08:00',
    dueAt: '2026-11-20T09:30:00+08:00',
    holder: null,
    ...changes,
  }
}

export function makeHold(number: number, changes: Partial<Hold> = {}): Hold {
  return {
    caseId: uuid(number),
    token: 100 + number,
    kind: 'hold',
    since: '2026-11-20T09:00:00+08:00',
    expiresAt: '2026-11-20T13:00:00+08:00',
    ...changes,
  }
}

export function makePerson(changes: Partial<Person> = {}): Person {
  return {
    name: '张伟',
    certificate: { type: 'resident-id', number: '11010119900307123X' },
    mobile: '13800138000',
    email: 'zhang@example.com',
    ...changes,
  }
}

export function makeApplication(person: Person = makePerson()): Application {
  return {
    filingType: 'first-filing',
    entity: {
      kind: 'organization',
      nature: 'enterprise',
      name: '星河数据技术有限公司',
      certificate: { type: 'unified-social-credit-code', number: '91110000MA00000000' },
      legalRepresentative: '欧阳明',
      mailingAddress: '北京市示例路一号',
      principal: person,
    },
    services: [
      {
        id: 's1',
        kind: 'website',
        name: '星河之窗',
        domains: [
          {
            name: 'xinghe.example',
            registrar: '示例注册商',
            registrantName: '星河数据技术有限公司',
            expiresAt: '2027-11-20',
            realNameVerified: true,
          },
        ],
        contentCategories: ['企业'],
        languages: ['中文'],
        principal: person,
        preApprovals: [],
        access: {
          serviceNumber: 'SN-77001',
          mode: 'cloud',
          ipAddresses: ['192.0.2.1'],
          serverProvince: '110000',
          subscriptionMonths: 12,
          subscriptionEndsAt: '2027-11-20',
        },
      },
    ],
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface Picture {
  readonly bytes: Uint8Array
  readonly document: CaseDocument
}

export function makePicture(id: string, content: string, changes: Partial<CaseDocument> = {}): Picture {
  const bytes = new Uint8Array(
    Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.from(content)]),
  )
  return {
    bytes,
    document: {
      id,
      kind: 'business-licence',
      face: 'page',
      owner: 'entity',
      fileName: `${id}.jpg`,
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      mediaType: 'image/jpeg',
      receivedAt: NOW,
      ...changes,
    },
  }
}

interface CaseChanges extends Partial<Case> {
  readonly documents?: readonly CaseDocument[]
  readonly application?: Application
  readonly round?: number
}

export function makeCase(number: number, changes: CaseChanges = {}): Case {
  const { documents = [], application = makeApplication(), round = 1, ...rest } = changes
  return {
    id: uuid(number),
    orderNumber: orderNumber(number),
    accountId: 'account-1',
    version: 1,
    state: 'pending-review',
    province: '110000',
    rulePack: '2026-11-21',
    dueAt: '2026-11-20T09:30:00+08:00',
    rounds: [{ round, submittedAt: '2026-11-19T09:30:00+08:00', application, documents: [...documents] }],
    decisions: [],
    timeline: [],
    ...rest,
  }
}

export function makeLine(id: string, changes: Partial<ChecklistLine> = {}): ChecklistLine {
  return {
    id,
    group: 'entity',
    title: { zh: '主体名称与证件一致', en: 'Name equals the certificate' },
    requirement: { zh: '主体名称与证件一致', en: 'Name equals the certificate' },
    severity: 'return',
    blocking: true,
    cautions: [],
    confidence: 'guide',
    source: { key: 'TEST', name: 'Test', url: null, date: '2026-01-01', reliability: 'high' },
    effectiveFrom: null,
    effectiveTo: null,
    facts: [],
    corroboratedBy: [],
    conflictsWith: [],
    machine: null,
    reasonIds: [],
    ...changes,
  }
}

export const LINES: readonly ChecklistLine[] = [
  makeLine('national:name'),
  makeLine('national:licence', { machine: { verdict: 'pass', evidence: [] } }),
]

export const COMPLETE_DRAFT = {
  answers: [{ lineId: 'national:name', verdict: 'ok' as const, note: '与执照一致' }],
  reasons: [],
  internalNote: '',
}

export function makeAcknowledged(changes: Partial<AcknowledgedDecision> = {}): AcknowledgedDecision {
  return {
    commandId: uuid(0xd00),
    round: 1,
    caseVersion: 1,
    decision: {
      verdict: 'escalate',
      rulePack: '2026-11-21',
      lines: [
        { lineId: 'national:name', verdict: 'ok', note: '看过', machine: null },
        { lineId: 'national:licence', verdict: 'not-looked-at', machine: 'pass' },
      ],
      findings: [],
      reasons: [],
      internalNote: '请主管看一下',
    },
    decidedBy: { userId: REVIEWER.id, displayName: REVIEWER.displayName },
    decidedAt: NOW,
    auditHash: 'a'.repeat(64),
    ...changes,
  }
}
