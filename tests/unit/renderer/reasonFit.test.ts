import { describe, expect, it } from 'vitest'
import { makeLine } from '../../helpers/rendererCases'
import { lineGroups } from '../../../renderer/review/lineStatus'
import { reasonsByFit } from '../../../renderer/review/reasonFit'
import type { Evidence, MachineVerdict } from '../../../shared/rules/checklist'

const PRINCIPAL = 'application.entity.principal'
const SERVICE = 'application.services.1'
const documents = [
  { id: 'front', kind: 'resident-id' },
  { id: 'licence', kind: 'business-licence' },
] as const

function field(path: string): Evidence {
  return { kind: 'field', path }
}

function missing(documentKind: string): Evidence {
  return { kind: 'missing-document', documentKind }
}

function best(
  reasonIds: readonly string[],
  machine: Partial<MachineVerdict> & Pick<MachineVerdict, 'evidence'>,
): string | undefined {
  const line = makeLine('a', { reasonIds: [...reasonIds], machine: { verdict: 'fail', ...machine } })
  return reasonsByFit(line, documents)[0]?.id
}

const FILING_DOCUMENTS = ['document-missing', 'side-missing', 'image-wrong-slot']
const HOLDER = ['domain-holder-mismatch', 'domain-holder-cert-type', 'domain-holder-no-role-proof']

describe('The reason that fits a failed line best', () => {
  it.each<[string, readonly string[], Evidence[], string | undefined, string]>([
    [
      'a mobile of wrong form was not called',
      ['phone-unanswered', 'phone-segment-unsupported'],
      [field(`${PRINCIPAL}.mobile`)],
      undefined,
      'phone-segment-unsupported',
    ],
    [
      'a paper that is missing',
      FILING_DOCUMENTS,
      [missing('business-licence')],
      undefined,
      'document-missing',
    ],
    [
      'one side of a card',
      FILING_DOCUMENTS,
      [missing('resident-id')],
      'resident-id/portrait',
      'side-missing',
    ],
    ['the whole card', FILING_DOCUMENTS, [missing('resident-id')], undefined, 'document-missing'],
    [
      'name of the registrant',
      HOLDER,
      [field(`${SERVICE}.domains.0.registrantName`)],
      undefined,
      'domain-holder-mismatch',
    ],
    [
      'number of the registrant',
      HOLDER,
      [field(`${SERVICE}.domains.0.registrantCertificateNumber`)],
      undefined,
      'domain-holder-cert-type',
    ],
    [
      'the emergency number, not the mobile',
      ['two-persons-same-phone', 'emergency-phone-same'],
      [field(`${SERVICE}.principal.emergencyPhone`)],
      undefined,
      'emergency-phone-same',
    ],
    [
      'two persons of the filing share a number',
      ['phone-used-elsewhere', 'two-persons-same-phone'],
      [field(`${PRINCIPAL}.mobile`), field(`${SERVICE}.principal.mobile`)],
      undefined,
      'two-persons-same-phone',
    ],
    [
      'the picture of one side stands for both',
      ['image-wrong-slot', 'side-missing'],
      [{ kind: 'document', documentId: 'front' }],
      undefined,
      'side-missing',
    ],
    [
      'two other papers are the same picture',
      ['side-missing', 'image-wrong-slot'],
      [{ kind: 'document', documentId: 'licence' }],
      undefined,
      'image-wrong-slot',
    ],
  ])('%s', (_, reasonIds, evidence, measured, expected) => {
    expect(best(reasonIds, { evidence, ...(measured === undefined ? {} : { measured }) })).toBe(expected)
    expect(best(reasonIds.toReversed(), { evidence, ...(measured === undefined ? {} : { measured }) })).toBe(
      expected,
    )
  })

  it('is one that a person finds where the machine had nothing to say, and the order of the rule else', () => {
    const ids = ['phone-segment-unsupported', 'phone-unanswered']
    const order = reasonsByFit(makeLine('a', { reasonIds: ids }), documents).map(({ id }) => id)
    expect(order).toEqual(['phone-unanswered', 'phone-segment-unsupported'])
    const equal = ['site-name-too-short', 'site-name-is-domain']
    expect(reasonsByFit(makeLine('a', { reasonIds: equal }), documents).map(({ id }) => id)).toEqual(equal)
    expect(reasonsByFit(makeLine('a', { reasonIds: ['no-such-reason'] }), documents)).toEqual([])
  })
})

it('puts what the ministry samples first, by its parts, and nowhere else', () => {
  const groups = lineGroups([
    makeLine('order', { group: 'order' }),
    makeLine('mobile', { group: 'persons', sampled: 'contact' }),
    makeLine('ip', { group: 'access', sampled: 'access' }),
    makeLine('number', { group: 'entity', sampled: 'certificate' }),
    makeLine('name', { group: 'entity' }),
  ])
  expect(groups.map(({ group, lines }) => [group, lines.map(({ id }) => id)])).toEqual([
    ['sampled', ['desk:number', 'desk:ip', 'desk:mobile']],
    ['order', ['desk:order']],
    ['entity', ['desk:name']],
  ])
})
