import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { servicesOf, type ServiceAt } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, unsure, worstOf } from './verdicts'

const categorySchema = z.strictObject({
  /** Name of the approval, as the form has it. */
  category: z.string(),
  /** Content types that lie in its field. */
  contents: z.array(z.string()).min(1),
  /** `unsure` where the approval survives in some divisions only. */
  missing: z.enum(['fail', 'unsure']),
})
type Category = z.output<typeof categorySchema>

/**
 * Content that needs the approval of an authority brings its paper. A paper that is there is read by a person; a
 * service with no such content and no declared approval is not concerned.
 */
export const preApproval = defineCheck(
  'pre-approval',
  { categories: z.array(categorySchema).min(1) },
  (context, { categories }) =>
    worstOf(servicesOf(context).map((service) => judgeService(context, service, categories))),
)

function judgeService(
  context: CheckContext,
  { service, path }: ServiceAt,
  categories: readonly Category[],
): MachineVerdict {
  const touched = categories.filter(({ contents }) =>
    contents.some((content) => service.contentCategories.includes(content)),
  )
  const declared = service.preApprovals.map(({ category }) => category)
  const evidence = [field(`${path}.contentCategories`), field(`${path}.preApprovals`)]
  if (touched.length === 0 && declared.length === 0) {
    return notApplicable({ evidence, measured: service.contentCategories.join(', ') })
  }
  const ground = {
    evidence,
    measured: declared.join(', ') || undefined,
    expected: touched.map(({ category }) => category).join(', ') || undefined,
  }
  const papers = context.documents.filter(
    (document) =>
      document.kind === 'pre-approval' &&
      (document.serviceId === undefined || document.serviceId === service.id),
  )
  if (papers.length > 0) {
    const read = papers.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...evidence, ...read] })
  }
  const needed = declared.length > 0 || touched.some(({ missing }) => missing === 'fail')
  const missing = { kind: 'missing-document', documentKind: 'pre-approval' } as const
  return (needed ? fail : unsure)({ ...ground, evidence: [...evidence, missing] })
}
