import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Two Chinese characters in a row, or three letters, are enough to see where a name comes from. */
const SHARED_CHINESE = 2
const SHARED_LATIN = 3
/** Parts of an organization's name that many share and that therefore show no relation. */
const COMMON = /有限责任公司|股份有限公司|有限公司|公司|集团|科技|网络|信息|技术|中国|事务所|合作社|委员会/gu

/** A website's name has something of the organization's name in it; where it has not, a person looks for the link. */
export const nameRelation = defineCheck(
  'name-relation',
  {
    proof: z.array(z.enum(DOCUMENT_KINDS)),
    /** Where there is no link to be seen, the remark has to tell one. */
    remarkRequired: z.boolean().default(false),
  },
  (context, { proof, remarkRequired }) =>
    worstOf(
      websitesOf(context).map(({ service, path }) => {
        const ground = {
          evidence: [field(`${path}.name`), field('application.entity.name')],
          measured: service.name,
          expected: context.application.entity.name,
        }
        if (isRelated(service.name, context.application.entity.name)) {
          return pass(ground)
        }
        if (remarkRequired && (service.remarks ?? '') === '') {
          return fail({ ...ground, evidence: [...ground.evidence, field(`${path}.remarks`)] })
        }
        const papers = context.documents.filter(({ kind }) => proof.includes(kind))
        const read = papers.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
        return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
      }),
    ),
)

function isRelated(name: string, organisation: string): boolean {
  const whole = organisation.normalize('NFKC').toUpperCase()
  const own = whole.replace(COMMON, '·')
  const plain = Array.from(name.normalize('NFKC').toUpperCase().replace(COMMON, '·'))
  return plain.some((_, start) => {
    const pair = plain.slice(start, start + SHARED_CHINESE).join('')
    const triple = plain.slice(start, start + SHARED_LATIN).join('')
    return (
      (/^\p{Script=Han}{2}$/u.test(pair) && own.includes(pair)) ||
      (/^[A-Z]{3}$/u.test(triple) && own.includes(triple))
    )
  })
}
