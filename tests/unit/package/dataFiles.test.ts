import { describe, expect, it } from 'vitest'
import { FIRST_FILING } from '../rules/caseMaker'
import {
  packageCaseSchema,
  packageChecklistSchema,
  packageDecisionSchema,
  packageFilingSchema,
} from '../../../shared/package/dataFiles'

const HASH = 'a'.repeat(64)
const AT = '2026-11-20T10:00:00+08:00'
const BY = { displayName: '李娜' }

const FILING = {
  orderNumber: 'BA-2026-0001',
  round: 2,
  province: '330000',
  submittedAt: AT,
  application: FIRST_FILING,
  documents: [
    {
      id: 'd1',
      kind: 'business-licence',
      face: 'page',
      owner: 'entity',
      fileName: 'licence.jpg',
      bytes: 10,
      mediaType: 'image/jpeg',
      sha256: HASH,
      receivedAt: AT,
      file: 'documents/d1.jpg',
    },
  ],
}
const DECISION = {
  orderNumber: 'BA-2026-0001',
  round: 2,
  caseVersion: 3,
  verdict: 'pass',
  rulePack: '2026-11-21',
  decidedBy: BY,
  decidedAt: AT,
  auditHash: HASH,
  lines: [{ lineId: 'national:a', verdict: 'ok', machine: null }],
  findings: [],
}
const CHECKLIST = { orderNumber: 'BA-2026-0001', rulePack: '2026-11-21', lines: [] }
const CASE = {
  caseId: '01936000-0000-7000-8000-000000000001',
  orderNumber: 'BA-2026-0001',
  version: 4,
  round: 2,
  timeline: [],
  earlierDecisions: [
    {
      round: 1,
      verdict: 'return',
      decidedBy: BY,
      decidedAt: AT,
      auditHash: HASH,
      reasons: [{ field: 'application.entity.name', problem: '名称不符', advice: '按证件填写' }],
    },
  ],
}

const FILES = [
  ['filing', packageFilingSchema, FILING],
  ['decision', packageDecisionSchema, DECISION],
  ['checklist', packageChecklistSchema, CHECKLIST],
  ['case', packageCaseSchema, CASE],
] as const

describe('the data files of a package', () => {
  it.each(FILES)('%s is read as it was written', (_, schema, content) => {
    expect(schema.parse(content)).toEqual(content)
  })

  it.each(FILES)('%s holds nothing else, and nothing of it may be missing', (_, schema, content) => {
    expect(schema.safeParse({ ...content, note: '给同事' }).success).toBe(false)
    for (const left of Object.keys(content)) {
      const rest = Object.fromEntries(Object.entries(content).filter(([name]) => name !== left))
      expect(schema.safeParse(rest).success, left).toBe(false)
    }
  })

  it('hold no note that a reviewer wrote for colleagues', () => {
    const [line] = DECISION.lines
    expect(packageDecisionSchema.safeParse({ ...DECISION, lines: [{ ...line, note: '看过' }] }).success).toBe(
      false,
    )
    const [earlier] = CASE.earlierDecisions
    const noted = { ...CASE, earlierDecisions: [{ ...earlier, note: '看过' }] }
    expect(packageCaseSchema.safeParse(noted).success).toBe(false)
    const decidedBy = { ...BY, userId: 'u1' }
    expect(packageDecisionSchema.safeParse({ ...DECISION, decidedBy }).success).toBe(false)
  })

  it.each([
    [packageDecisionSchema, { ...DECISION, verdict: 'return' }],
    [packageDecisionSchema, { ...DECISION, auditHash: HASH.slice(1) }],
    [packageDecisionSchema, { ...DECISION, caseVersion: 0 }],
    [packageFilingSchema, { ...FILING, province: '33' }],
    [packageFilingSchema, { ...FILING, documents: FILING.documents.map(({ file: _, ...rest }) => rest) }],
    [packageCaseSchema, { ...CASE, round: 1.5 }],
  ])('are refused with a value that none has: case %#', (schema, content) => {
    expect(schema.safeParse(content).success).toBe(false)
  })
})
