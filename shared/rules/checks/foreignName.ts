import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { defineCheck } from './defineCheck'
import { textsAt } from './textPlaces'
import { fail, field, notApplicable, pass, unsure } from './verdicts'

const CHINESE = /\p{Script=Han}/u

/**
 * A legal representative whose licence bears a Chinese name and whose passport bears another one: a statement that
 * both are one person is there, and the remark says so. A person reads both.
 */
export const foreignName = defineCheck(
  'foreign-name',
  { documents: z.array(z.enum(DOCUMENT_KINDS)).min(1) },
  (context, { documents }) => {
    const { legalRepresentative = '', principal } = context.application.entity
    const evidence = [
      field('application.entity.legalRepresentative'),
      field('application.entity.principal.name'),
    ]
    const ground = { evidence, measured: principal.name, expected: legalRepresentative }
    if (principal.certificate.type !== 'passport' || !CHINESE.test(legalRepresentative)) {
      return notApplicable(ground)
    }
    if (CHINESE.test(principal.name)) {
      return pass(ground)
    }
    const papers = context.documents.filter(({ kind }) => documents.includes(kind))
    const remarks = textsAt(context, ['entity-remarks', 'service-remarks'])
    if (papers.length === 0 || remarks.length === 0) {
      const missing = documents.map((kind) => ({ kind: 'missing-document' as const, documentKind: kind }))
      return fail({ ...ground, evidence: [...evidence, ...(papers.length === 0 ? missing : [])] })
    }
    const read = papers.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...evidence, ...read] })
  },
)
