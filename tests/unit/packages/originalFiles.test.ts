import { describe, expect, it } from 'vitest'
import { originalFiles } from '../../../electron/workflows/packages/originalFiles'
import type { CaseDocument } from '../../../shared/protocol/case'
import type { RequiredDocument } from '../../../shared/rules/requiredDocuments'

function document(id: string, kind: CaseDocument['kind']): CaseDocument {
  return {
    id,
    kind,
    face: 'page',
    owner: 'entity',
    fileName: `${id}.jpg`,
    sha256: 'ab'.repeat(32),
    bytes: 10,
    mediaType: 'image/jpeg',
    receivedAt: '2026-11-20T10:00:00+08:00',
  }
}

function asked(zh: string, ...documentIds: readonly string[]): RequiredDocument {
  return {
    ruleId: `330000:${zh}`,
    rule: { zh, en: zh },
    isSure: true,
    kinds: SENT.filter(({ id }) => documentIds.includes(id)).map(({ kind }) => kind),
    face: null,
    personPath: null,
    serviceId: null,
    documentIds: [...documentIds],
  }
}

const SENT = [
  document('photo', 'supplementary'),
  document('licence', 'business-licence'),
  document('commitment', 'authenticity-commitment'),
  document('other', 'supplementary'),
]

describe('originalFiles', () => {
  it('follows the rules of the administration, then the order in which the others were sent', () => {
    const files = originalFiles(SENT, [asked('承诺书', 'commitment'), asked('营业执照', 'licence')])
    expect(files.map(({ path, askedBy }) => [path, askedBy?.title ?? null])).toEqual([
      ['originals/01-authenticity-commitment-page.jpg', '承诺书'],
      ['originals/02-business-licence-page.jpg', '营业执照'],
      ['originals/03-supplementary-page.jpg', null],
      ['originals/04-supplementary-page.jpg', null],
    ])
    expect(files.slice(2).map(({ document: { id } }) => id)).toEqual(['photo', 'other'])
  })

  it('keeps the order of the filing where no rule asks', () => {
    expect(originalFiles(SENT, []).map(({ document: { id } }) => id)).toEqual(SENT.map(({ id }) => id))
  })
})
