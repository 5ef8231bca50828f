import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { defineCheck } from './defineCheck'
import { TEXT_PLACES, textsAt, wordsIn, wordsSchema } from './textPlaces'
import { fail, field, pass, unsure } from './verdicts'
import { gather } from '../gather'

/**
 * Words that call for a paper. With one of them in the form and none of the papers uploaded the rule is broken; with a
 * paper somebody reads it. `unseen` names a place that only the pictures show: without a word in the form a person
 * still has to look there.
 */
export const triggerWords = defineCheck(
  'trigger-words',
  {
    in: z.array(z.enum(TEXT_PLACES)).min(1),
    words: wordsSchema.min(1),
    ignoring: wordsSchema.default([]),
    documents: z.array(z.enum(DOCUMENT_KINDS)).min(1),
    unseen: z.enum(['business-scope']).optional(),
    /** A remark may take the place of the paper; a person reads it. */
    orRemark: z.boolean().default(false),
  },
  (context, params) => {
    const texts = textsAt(context, params.in)
    const hits = gather(texts, ({ text, path }) =>
      wordsIn(text, params.words, params.ignoring).map((word) => ({ word, path })),
    )
    if (hits.length === 0) {
      const ground = { evidence: texts.map(({ path }) => field(path)) }
      return params.unseen === undefined ? pass(ground) : unsure({ ...ground, measured: params.unseen })
    }
    const papers = context.documents.filter(({ kind }) => params.documents.includes(kind))
    const ground = {
      evidence: [...new Set(hits.map(({ path }) => path))].map(field),
      measured: [...new Set(hits.map(({ word }) => word))].join(', '),
      expected: params.documents.join(' / '),
    }
    const remarks = params.orRemark ? textsAt(context, ['entity-remarks', 'service-remarks']) : []
    if (papers.length === 0 && remarks.length > 0) {
      return unsure({ ...ground, evidence: [...ground.evidence, ...remarks.map(({ path }) => field(path))] })
    }
    if (papers.length === 0) {
      const missing = params.documents.map((kind) => ({
        kind: 'missing-document' as const,
        documentKind: kind,
      }))
      return fail({ ...ground, evidence: [...ground.evidence, ...missing] })
    }
    const read = papers.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
  },
)
