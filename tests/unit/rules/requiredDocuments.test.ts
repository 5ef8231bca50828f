import { beforeEach, describe, expect, it } from 'vitest'
import { makeCase } from './caseMaker'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBundle, type MadeBundle, type SpecimenOptions } from '../../specimens'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { requiredDocuments, type RequiredDocument } from '../../../shared/rules/requiredDocuments'
import type { RulePack } from '../../../shared/rules/rulePack'

const ON = '2026-11-20'

let pack: RulePack

beforeEach(async () => {
  pack = await readShippedRulePack()
})

function madeOf(options: SpecimenOptions): Promise<MadeBundle> {
  return makeBundle({ pictures: 'none', submittedAt: `${ON}T10:00:00+08:00`, ...options })
}

function dueOf({ bundle }: MadeBundle, without: readonly string[] = []): readonly RequiredDocument[] {
  const documents = bundle.documents
    .filter(({ kind }) => !without.includes(kind))
    .map((document) => ({ ...document, sha256: document.id.padEnd(64, '0') }))
  const { application, province } = bundle
  return requiredDocuments(pack, makeCase({ application, documents, province, submittedOn: ON }), ON)
}

describe('requiredDocuments', () => {
  it.each(FILING_TYPES.flatMap((type) => [[type, 'individual'] as const, [type, 'enterprise'] as const]))(
    'finds everything there that a careful applicant files for %s as %s',
    async (filingType, nature) => {
      const due = dueOf(await madeOf({ seed: `due-${filingType}-${nature}`, filingType, nature }))
      expect(due.filter(({ isSure, documentIds }) => isSure && documentIds.length === 0)).toEqual([])
    },
  )

  it('asks an individual for both faces of one card, an organization for its certificate and every person’s', async () => {
    const options = { seed: 'due-kinds', filingType: 'first-filing', province: '110000' } as const
    const individual = dueOf(await madeOf({ ...options, nature: 'individual' }))
    const cards = individual.filter(({ kinds }) => kinds.includes('resident-id'))
    expect(cards.map(({ face }) => face).sort()).toEqual(['emblem', 'portrait'])
    const organization = dueOf(await madeOf({ ...options, nature: 'enterprise' }))
    expect(organization.some(({ kinds, isSure }) => isSure && kinds.includes('business-licence'))).toBe(true)
    expect(organization.every(({ kinds }) => kinds.length > 0)).toBe(true)
  })

  it('names what is missing with the rule that asks for it, once', async () => {
    const made = await madeOf({ seed: 'due-missing', filingType: 'first-filing', nature: 'enterprise' })
    const missing = dueOf(made, ['business-licence']).filter(({ documentIds }) => documentIds.length === 0)
    const licence = missing.filter(({ kinds, isSure }) => isSure && kinds.includes('business-licence'))
    expect(licence).toHaveLength(1)
    expect(licence[0]?.rule.zh).not.toBe('')
    const all = dueOf(made, ['business-licence']).map(({ kinds, face, personPath, serviceId }) =>
      JSON.stringify([kinds, face, personPath, serviceId]),
    )
    expect(new Set(all).size).toBe(all.length)
  })

  it('differs by division', async () => {
    const options = { seed: 'due-province', filingType: 'first-filing', nature: 'enterprise' } as const
    const kindsIn = async (province: string): Promise<readonly string[]> =>
      dueOf(await madeOf({ ...options, province })).map(({ ruleId, kinds }) => `${ruleId} ${kinds.join('/')}`)
    const beijing = await kindsIn('110000')
    const guangdong = await kindsIn('440000')
    expect(guangdong.some((own) => own.startsWith('440000:'))).toBe(true)
    expect(guangdong).not.toEqual(beijing)
  })
})
