import { describe, expect, it } from 'vitest'
import { firstFiling, individualFiling, judged, OTHER_PERSON, PRINCIPAL, pointsAt } from '../caseMaker'

const FILING_DOCUMENTS = {
  name: 'filing-documents',
  entityPapers: { enterprise: ['business-licence', 'uscc-certificate'] },
  persons: ['entity-principal', 'service-principals'],
  personPapers: {
    'resident-id': { kind: 'resident-id', faces: ['portrait', 'emblem'] },
    passport: { kind: 'passport', faces: ['face'] },
  },
}
const LICENCE = { kind: 'business-licence', face: 'face', owner: 'entity' } as const
const PORTRAIT = { kind: 'resident-id', face: 'portrait', owner: 'entity-principal' } as const
const EMBLEM = { kind: 'resident-id', face: 'emblem', owner: 'entity-principal' } as const

describe('document-present', () => {
  const commitment = {
    name: 'document-present',
    documents: [{ anyOf: ['filing-commitment', 'responsibility-notice'] }],
  }

  it('names every kind that would do when none is there', () => {
    const verdict = judged(commitment)
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(['missing filing-commitment', 'missing responsibility-notice'])
  })

  it('is content with one of the kinds and points at it', () => {
    const verdict = judged(commitment, { documents: [{ kind: 'responsibility-notice' }] })
    expect(verdict.verdict).toBe('pass')
    expect(pointsAt(verdict)).toEqual(['document d0'])
  })

  it('asks for each of several papers', () => {
    const both = {
      name: 'document-present',
      documents: [{ anyOf: ['responsibility-notice'] }, { anyOf: ['authenticity-commitment'] }],
    }
    const verdict = judged(both, { documents: [{ kind: 'responsibility-notice' }] })
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(['missing authenticity-commitment'])
  })

  it('leaves a paper that has to be read to a person', () => {
    expect(
      judged({ ...commitment, then: 'person-reads' }, { documents: [{ kind: 'filing-commitment' }] }).verdict,
    ).toBe('unsure')
  })

  it('counts a paper for the service that it is for', () => {
    const each = {
      name: 'document-present',
      documents: [{ anyOf: ['domain-certificate'], perService: 'website' }],
    }
    const application = firstFiling({}, { id: 's1' }, { id: 's2' })
    const one = [{ kind: 'domain-certificate', serviceId: 's1' } as const]
    expect(judged(each, { application, documents: one }).verdict).toBe('fail')
    expect(
      judged(each, { application, documents: [...one, { kind: 'domain-certificate', serviceId: 's2' }] })
        .verdict,
    ).toBe('pass')
    expect(judged(each, { application, documents: [{ kind: 'domain-certificate' }] }).verdict).toBe('pass')
  })
})

describe('filing-documents', () => {
  it('passes with the licence and both sides of the card, once for a person in two roles', () => {
    expect(judged(FILING_DOCUMENTS, { documents: [LICENCE, PORTRAIT, EMBLEM] }).verdict).toBe('pass')
  })

  it('takes a card that is filed under the legal representative', () => {
    const asLegal = [PORTRAIT, EMBLEM].map((document) => ({
      ...document,
      owner: 'legal-representative' as const,
    }))
    expect(judged(FILING_DOCUMENTS, { documents: [LICENCE, ...asLegal] }).verdict).toBe('pass')
  })

  it.each([
    ['no licence', [PORTRAIT, EMBLEM], ['missing business-licence', 'missing uscc-certificate']],
    ['one side missing', [LICENCE, PORTRAIT], ['missing resident-id', 'document d1']],
    ['one side twice', [LICENCE, PORTRAIT, PORTRAIT], ['missing resident-id', 'document d1', 'document d2']],
  ] as const)('fails with %s', (_, documents, evidence) => {
    const verdict = judged(FILING_DOCUMENTS, { documents })
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(evidence)
  })

  it('asks for the papers of a service principal who is another person', () => {
    const application = firstFiling({}, { principal: OTHER_PERSON })
    const verdict = judged(FILING_DOCUMENTS, { application, documents: [LICENCE, PORTRAIT, EMBLEM] })
    expect(verdict.verdict).toBe('fail')
    const own = [PORTRAIT, EMBLEM].map((document) => ({ ...document, owner: 'service-principal' as const }))
    expect(
      judged(FILING_DOCUMENTS, { application, documents: [LICENCE, PORTRAIT, EMBLEM, ...own] }).verdict,
    ).toBe('pass')
  })

  it('leaves a certificate that the rule does not know to a person', () => {
    const certificate = { ...PRINCIPAL.certificate, type: 'other' as const }
    const application = individualFiling({ ...PRINCIPAL, certificate })
    expect(judged(FILING_DOCUMENTS, { application }).verdict).toBe('unsure')
  })
})

describe('pre-approval', () => {
  const check = {
    name: 'pre-approval',
    categories: [
      { category: '新闻', contents: ['网络新闻'], missing: 'fail' },
      { category: '教育', contents: ['网络教育'], missing: 'unsure' },
    ],
  }

  it.each([
    ['no such content', ['单位门户网站'], [], 'not-applicable'],
    ['news without a paper', ['网络新闻'], [], 'fail'],
    ['news with a paper to read', ['网络新闻'], [{ kind: 'pre-approval' as const }], 'unsure'],
    [
      'a paper for another service',
      ['网络新闻'],
      [{ kind: 'pre-approval' as const, serviceId: 's9' }],
      'fail',
    ],
    ['education, which few divisions still approve', ['网络教育'], [], 'unsure'],
  ])('%s', (_, contentCategories, documents, expected) => {
    expect(judged(check, { application: firstFiling({}, { contentCategories }), documents }).verdict).toBe(
      expected,
    )
  })

  it('wants the paper of an approval that the applicant declares', () => {
    const application = firstFiling({}, { preApprovals: [{ category: '出版', number: 'X-1' }] })
    expect(judged(check, { application }).verdict).toBe('fail')
  })
})

describe('distinct-pictures', () => {
  const picture = (sha256: string) => ({ kind: 'resident-id' as const, sha256 })

  it('finds the picture that stands in two places', () => {
    const verdict = judged(
      { name: 'distinct-pictures' },
      { documents: [picture('a'), picture('b'), picture('a')] },
    )
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(['document d0', 'document d2'])
  })

  it('is content with pictures of their own, and with none', () => {
    expect(judged({ name: 'distinct-pictures' }, { documents: [picture('a'), picture('b')] }).verdict).toBe(
      'pass',
    )
    expect(judged({ name: 'distinct-pictures' }).verdict).toBe('not-applicable')
  })
})
