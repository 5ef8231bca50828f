import { beforeAll, describe, expect, it } from 'vitest'
import paperNames from '../../../resources/codes/paper-names.json'
import type { DossierBlock } from '../../../electron/media/pdf/dossierInput'
import { composeDossier } from '../../../electron/workflows/packages/dossier/composeDossier'
import { originalFiles } from '../../../electron/workflows/packages/originalFiles'
import { DOCUMENT_KINDS, type DocumentKind } from '../../../shared/domain/documentKinds'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import { decidingDecision } from '../../../shared/package/decidingDecision'
import { currentRound, type Case, type CaseDocument } from '../../../shared/protocol/case'
import { askedDocuments } from '../../../shared/rules/requiredDocuments'
import type { Rule } from '../../../shared/rules/rule'
import type { RulePack } from '../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { passedCase } from './passedCase'

let pack: RulePack
let rules: ReadonlyMap<string, Rule>

beforeAll(async () => {
  pack = await readShippedRulePack()
  rules = new Map([...pack.general, ...Object.values(pack.byProvince).flat()].map((rule) => [rule.id, rule]))
})

const CASES = FILING_TYPES.flatMap((filingType) =>
  (['enterprise', 'individual', 'government'] as const).map((nature) => [filingType, nature] as const),
)

/** The case with one paper more of every kind there is, in a province. */
function withEveryKind(filingCase: Case, province: string): Case {
  const [like] = currentRound(filingCase).documents
  if (!like) {
    throw new Error('A filing without papers')
  }
  const more = DOCUMENT_KINDS.map((kind, index): CaseDocument => ({
    ...like,
    id: `extra-${String(index)}`,
    kind,
    face: 'page',
    owner: 'entity',
  }))
  const rounds = filingCase.rounds.map((round) => ({ ...round, documents: [...round.documents, ...more] }))
  return { ...filingCase, province, rounds }
}

function listOf(filingCase: Case) {
  const { documents } = currentRound(filingCase)
  const asked = askedDocuments(pack, filingCase, '2026-11-20')
  const originals = originalFiles(documents, asked)
  const decision = decidingDecision(filingCase)
  if (!decision) {
    throw new Error('not passed')
  }
  const input = composeDossier({
    filingCase,
    decision,
    checklist: [],
    originals,
    applicationVersion: '0.1.0',
  })
  const section = input.sections.find(({ title }) => title.endsWith('、提交材料清单'))
  const table = section?.blocks.find(
    (block): block is Extract<DossierBlock, { block: 'table' }> => block.block === 'table',
  )
  return { documents, asked, originals, input, rows: (table?.rows ?? []).map(({ cells }) => cells) }
}

describe('the list of materials of every filing type in every province', () => {
  it.each(CASES)('of %s by %s has every paper once, by the name on its page', async (filingType, nature) => {
    const { filingCase } = await passedCase({ seed: `list-${filingType}-${nature}`, filingType, nature })
    for (const { code } of PROVINCES) {
      const { documents, asked, originals, input, rows } = listOf(withEveryKind(filingCase, code))
      expect(originals.map(({ document: { id } }) => id).toSorted()).toEqual(
        documents.map(({ id }) => id).toSorted(),
      )
      expect(rows.map(([number, name, page]) => [number, name, page])).toEqual(
        input.pictures.map(({ title }, index) => {
          const number = String(index + 1)
          return [number, title.replace(`材料 ${number} · `, ''), { pageOf: index }]
        }),
      )
      expect(rows).toHaveLength(documents.length)
      const order = asked.map(({ ruleId }) => ruleId)
      for (const [index, { askedBy, ownName }] of originals.entries()) {
        expect(rows[index]?.[3]).toContain(askedBy?.ruleId ?? '规则未要求')
        expect(rows[index]?.[1]).toContain(ownName ?? '')
      }
      const answered = originals.flatMap(({ askedBy }) => (askedBy ? [askedBy.ruleId] : []))
      expect(answered.filter((ruleId) => !order.includes(ruleId))).toEqual([])
      expect(answered.every((ruleId) => new RegExp(`^(national|desk|${code}):`).test(ruleId))).toBe(true)
      // What a rule asks for stands before what none does, and the rules keep their order.
      const places = originals.map(({ askedBy }) => (askedBy ? order.indexOf(askedBy.ruleId) : order.length))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  it('calls a paper as the administration does, also where the general rule asks for it first', async () => {
    const { filingCase } = await passedCase({ seed: 'own-name', filingType: 'change', nature: 'enterprise' })
    const nameIn = (province: string, kind: DocumentKind): string | null | undefined => {
      const renamed = filingCase.rounds.map((round) => ({
        ...round,
        application: {
          ...round.application,
          changes: [{ field: 'entity.name', before: '旧名', after: '新名' }],
        } as typeof round.application,
      }))
      const { originals } = listOf(withEveryKind({ ...filingCase, rounds: renamed }, province))
      return originals.find(({ document }) => document.kind === kind)?.ownName
    }
    expect(nameIn('330000', 'name-change-letter')).toBe('工商更名函')
    // No rule of Hainan has a name for it.
    expect(nameIn('460000', 'name-change-letter')).toBeNull()
  })
})

describe('the names that administrations give to papers', () => {
  const entries = Object.entries<{ readonly kind: string; readonly zh: string }>(paperNames.names)

  it.each(entries)(
    '%s: stands in the rule, word for word, for the one kind that it asks for',
    (ruleId, own) => {
      const rule = rules.get(ruleId)
      expect(ruleId).toMatch(/^[1-6]\d0000:/)
      expect(rule?.check).toMatchObject({ name: 'document-present', documents: [{ anyOf: [own.kind] }] })
      expect(JSON.stringify([rule?.title.zh, rule?.requirement.zh, rule?.facts])).toContain(own.zh)
    },
  )

  it('say nothing of kinds that hold anything', () => {
    expect(entries.filter(([, { kind }]) => ['supplementary', 'pre-approval'].includes(kind))).toEqual([])
  })
})
