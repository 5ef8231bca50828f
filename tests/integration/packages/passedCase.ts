import { createHash } from 'node:crypto'
import { drawDossier } from '../../../electron/media/pdf/drawDossier'
import { dossierInputSchema } from '../../../electron/media/pdf/dossierInput'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'
import type { Application } from '../../../shared/domain/filing'
import type { Case, CaseDocument } from '../../../shared/protocol/case'
import { success } from '../../../shared/result'
import { CHECKLIST_GROUPS, type ChecklistLine } from '../../../shared/rules/checklist'
import { makeBundle } from '../../specimens/index'
import type { SpecimenOptions } from '../../specimens/options'

/** A text that must stay with the reviewers: it is in every note that a passed case can carry. */
export const NOTE_CANARY = 'canary-of-an-internal-note'
export const ACCOUNT_CANARY = 'canary-of-an-account'

const CASE_ID = '01935a7e-5c6a-7c11-9d2e-0f6f0a1b2c3d'
const COMMAND_ID = '01935a7e-5c6a-7c11-9d2e-0f6f0a1b2c40'
const USER_ID = '01935a7e-5c6a-7c11-9d2e-0f6f0a1b2c4f'
const DECIDED_AT = '2026-11-20T14:32:05+08:00'

/** Draws in this process: the transport has tests of its own. */
export const inProcessMedia: PackageRequest['media'] = {
  dossier: async ({ input, pictures }) =>
    success({ bytes: await drawDossier(dossierInputSchema.parse(input), pictures) }),
}

/** Everything a package is built from: a case that passed in its second round, with small pictures. */
export async function passedCase(options: Partial<SpecimenOptions> = {}): Promise<PackageRequest> {
  const made = await makeBundle({
    seed: 71,
    filingType: 'first-filing',
    nature: 'enterprise',
    ...options,
    pictures: 'tiny',
  })
  const { bundle } = made
  const documents = new Map<string, Uint8Array>()
  const listed = bundle.documents.map(({ file, ...document }): CaseDocument => {
    const bytes = made.files.get(file)
    if (!bytes) {
      throw new Error('A specimen lacks a document')
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    documents.set(sha256, bytes)
    return {
      ...document,
      fileName: file.split('/').at(-1) ?? file,
      sha256,
      bytes: bytes.length,
      mediaType: file.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
      receivedAt: bundle.submittedAt,
    }
  })
  const checklist = checklistLines()
  return {
    filingCase: caseOf(bundle, listed, checklist),
    checklist,
    asked: [],
    documents,
    applicationVersion: '0.1.0',
    media: inProcessMedia,
  }
}

/** Passed cases, each with its own order and id. */
export async function passedCases(count: number): Promise<readonly PackageRequest[]> {
  const made: PackageRequest[] = []
  for (let index = 0; index < count; index += 1) {
    const request = await passedCase({ seed: `batch-${String(index)}`, filingType: 'change' })
    const id = `01935a7e-5c6a-7c11-9d2e-0f6f0a1b2c${String(index + 10)}`
    const orderNumber = `BA-20261120-${String(index).padStart(4, '0')}`
    made.push({ ...request, filingCase: { ...request.filingCase, id, orderNumber } })
  }
  return made
}

function checklistLines(): readonly ChecklistLine[] {
  return CHECKLIST_GROUPS.flatMap((group, index): ChecklistLine[] => [
    line(group, `national:machine-${String(index)}`, '证件剩余有效期不少于三个月', {
      verdict: 'pass',
      measured: '2043-05-12',
      expected: '≥ 2027-02-20',
      evidence: [{ kind: 'field', path: 'application.entity.certificate.validTo' }],
    }),
    line(group, `national:person-${String(index)}`, '图片为原件拍摄，无遮挡、无涂改', null),
  ])
}

function line(
  group: ChecklistLine['group'],
  id: string,
  zh: string,
  machine: ChecklistLine['machine'],
): ChecklistLine {
  return {
    id,
    group,
    title: { zh, en: id },
    requirement: { zh, en: id },
    severity: 'return',
    blocking: true,
    cautions: [],
    confidence: 'guide',
    source: { key: 'guide', name: '备案指南', url: null, date: '2026-01-01', reliability: 'high' },
    effectiveFrom: null,
    effectiveTo: null,
    facts: [],
    corroboratedBy: [],
    conflictsWith: [],
    machine,
    reasonIds: [],
  }
}

function caseOf(
  bundle: {
    readonly orderNumber: string
    readonly province: string
    readonly submittedAt: string
    readonly application: Application
  },
  documents: CaseDocument[],
  checklist: readonly ChecklistLine[],
): Case {
  const { orderNumber, province, submittedAt, application } = bundle
  const decidedBy = { userId: USER_ID, displayName: '周敏' }
  const lines = checklist.map(({ id, machine }) => ({
    lineId: id,
    verdict: machine ? ('not-looked-at' as const) : ('ok' as const),
    machine: machine?.verdict ?? null,
    note: NOTE_CANARY,
  }))
  const findings = documents.map(({ id }) => ({
    documentId: id,
    check: 'sharpness' as const,
    verdict: 'pass' as const,
    value: 2.4123,
    threshold: 0.15,
    unit: '',
  }))
  return {
    id: CASE_ID,
    orderNumber,
    accountId: ACCOUNT_CANARY,
    version: 6,
    state: 'passed',
    province,
    rulePack: '2026-11-21',
    dueAt: submittedAt,
    rounds: [
      { round: 1, submittedAt, application, documents: [] },
      { round: 2, submittedAt, application, documents },
    ],
    decisions: [
      {
        commandId: USER_ID,
        round: 1,
        caseVersion: 3,
        decision: {
          verdict: 'return',
          rulePack: '2026-11-21',
          lines,
          findings: [],
          reasons: [{ field: 'entity.name', problem: '主体名称与证件不一致', advice: '按证件全称填写' }],
          internalNote: NOTE_CANARY,
        },
        decidedBy,
        decidedAt: '2026-11-20T10:40:00+08:00',
        auditHash: 'a'.repeat(64),
      },
      {
        commandId: COMMAND_ID,
        round: 2,
        caseVersion: 6,
        decision: {
          verdict: 'pass',
          rulePack: '2026-11-21',
          lines,
          findings,
          reasons: [],
          internalNote: NOTE_CANARY,
        },
        decidedBy,
        decidedAt: DECIDED_AT,
        auditHash: 'b'.repeat(64),
      },
    ],
    timeline: [
      { at: submittedAt, kind: 'received', round: 1, actor: null },
      { at: '2026-11-20T10:40:00+08:00', kind: 'returned', round: 1, actor: '周敏' },
      { at: '2026-11-20T11:20:00+08:00', kind: 'resubmitted', round: 2, actor: null },
      { at: DECIDED_AT, kind: 'passed', round: 2, actor: '周敏' },
    ],
  }
}
