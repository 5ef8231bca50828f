import { z } from 'zod'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../domain/documentKinds'
import { makeCheckContext, narrowTo, type CheckContext } from './checks/checkContext'
import { wantedPapers } from './checks/documentPresent'
import type { DuePaper } from './checks/duePaper'
import { filingPapers } from './checks/filingDocuments'
import { conditionState } from './conditions'
import type { JudgedCase } from './judgedCase'
import { localizedSchema } from './localized'
import type { Rule } from './rule'
import type { RulePack } from './rulePack'
import { rulesInForce } from './rulesInForce'

/** A document that a rule asks for, and what answers it. `documentIds` is empty while it is missing. */
export const requiredDocumentSchema = z.strictObject({
  ruleId: z.string(),
  rule: localizedSchema,
  /** False where the rule carries a caution, or whether it concerns the case is open: asked for, not insisted on. */
  isSure: z.boolean(),
  kinds: z.array(z.enum(DOCUMENT_KINDS)),
  face: z.enum(DOCUMENT_FACES).nullable(),
  personPath: z.string().nullable(),
  serviceId: z.string().nullable(),
  documentIds: z.array(z.string()),
})
export type RequiredDocument = z.output<typeof requiredDocumentSchema>

/** The documents due for the round under review, each once. `today`: China date of the review. */
export function requiredDocuments(
  pack: RulePack,
  filingCase: JudgedCase,
  today: string,
): readonly RequiredDocument[] {
  return onePerPaper(askedDocuments(pack, filingCase, today))
}

/**
 * What the rules of the pack for filing type, entity and division ask of the round under review, in the order of the
 * rules; a paper that several rules ask for is there for each of them. Rules that only warn or explain ask for nothing
 * here. `today`: China date of the review.
 */
export function askedDocuments(
  pack: RulePack,
  filingCase: JudgedCase,
  today: string,
): readonly RequiredDocument[] {
  const both = makeCheckContext(filingCase, today)
  const contexts = { both, website: narrowTo(both, 'website'), app: narrowTo(both, 'app') }
  return rulesInForce(pack, filingCase)
    .filter(({ stage, severity }) => stage === 'provider-review' && ['reject', 'return'].includes(severity))
    .flatMap((rule) => requiredBy(rule, contexts[rule.appliesTo.service]))
}

/** Two rules may ask for the same paper; the first one that insists on it stands. */
export function onePerPaper(asked: readonly RequiredDocument[]): readonly RequiredDocument[] {
  return asked.filter((own) => {
    const same = asked.filter((other) => samePaper(own, other))
    return own === (same.find(({ isSure }) => isSure) ?? same[0])
  })
}

function requiredBy(rule: Rule, context: CheckContext): readonly RequiredDocument[] {
  const states = (rule.when ?? []).map((condition) => conditionState(condition, context).holds)
  if (states.includes(false)) {
    return []
  }
  const isSure =
    rule.cautions.length === 0 && rule.confidence !== 'inferred' && states.every((holds) => holds === true)
  return papersOf(rule, context).map(({ kinds, documentIds, ...paper }) => ({
    ruleId: rule.id,
    rule: { zh: rule.title.zh, en: rule.title.en },
    isSure,
    kinds: [...kinds],
    documentIds: [...documentIds],
    ...paper,
  }))
}

function papersOf({ check }: Rule, context: CheckContext): readonly DuePaper[] {
  switch (check?.name) {
    case 'document-present':
      return wantedPapers(context, check.documents)
    case 'filing-documents':
      return filingPapers(context, check)
    default:
      return []
  }
}

function samePaper(one: RequiredDocument, other: RequiredDocument): boolean {
  return (
    one.kinds.toSorted().join() === other.kinds.toSorted().join() &&
    one.face === other.face &&
    one.personPath === other.personPath &&
    one.serviceId === other.serviceId
  )
}
