import { z } from 'zod'
import { ENTITY_NATURES } from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import { hasNature } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { plainText, TEXT_PLACES, textsAt, wordsIn, wordsSchema, type TextAt } from './textPlaces'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  in: z.array(z.enum(TEXT_PLACES)).min(1),
  words: wordsSchema.min(1),
  ignoring: wordsSchema.default([]),
  match: z.enum(['contains', 'prefix']),
  /** Natures that may have the right to such a word; a person decides. */
  judgedByPersonForNatures: z.array(z.enum(ENTITY_NATURES)).default([]),
  /** An uploaded approval may cover the word; a person decides. */
  exceptWithPreApproval: z.boolean().default(false),
  /** `person-reads` where the rule forbids more than a list of words. */
  otherwise: z.enum(['pass', 'person-reads']).default('pass'),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** None of these words stands in the texts. */
export const forbiddenWords = defineCheck('forbidden-words', shape, (context, params) =>
  worstOf(textsAt(context, params.in).map((text) => judgeText(context, text, params))),
)

function judgeText(context: CheckContext, { text, path }: TextAt, params: Params): MachineVerdict {
  const found = wordsIn(text, params.words, params.ignoring).filter(
    (word) => params.match === 'contains' || plainText(text).startsWith(word),
  )
  const evidence = [field(path)]
  if (found.length === 0) {
    return (params.otherwise === 'pass' ? pass : unsure)({ evidence, measured: text })
  }
  const approvals = context.documents.filter(({ kind }) => kind === 'pre-approval')
  const approved = params.exceptWithPreApproval && approvals.length > 0
  const ground = {
    evidence: [...evidence, ...approvals.map(({ id }) => ({ kind: 'document' as const, documentId: id }))],
    measured: `${text} ∋ ${found.join(', ')}`,
  }
  return approved || hasNature(context, params.judgedByPersonForNatures) ? unsure(ground) : fail(ground)
}
