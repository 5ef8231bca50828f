import { z } from 'zod'
import { provinceCodeSchema } from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import { websitesOf, type ServiceAt } from './caseFacts'
import { defineCheck } from './defineCheck'
import { wordsIn, wordsSchema } from './textPlaces'
import { fail, field, pass, worstOf } from './verdicts'

const shape = {
  /** Content types of which the applicant may choose, by their Chinese names; any when absent. */
  allowed: z.array(z.string()).optional(),
  allowedByProvince: z.record(provinceCodeSchema, z.array(z.string())).optional(),
  forbidden: z.array(z.string()).default([]),
  /** Words that may not stand in the website's name either. */
  nameWords: wordsSchema.default([]),
  /** Types that need a remark on what the website shows. */
  remarkFor: z.array(z.string()).default([]),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** A website's content types are open to the applicant and explained where they must be. */
export const serviceContent = defineCheck('service-content', shape, (context, params) =>
  worstOf(
    websitesOf(context).map((website) =>
      judgeWebsite(website, params, params.allowedByProvince?.[context.province] ?? params.allowed),
    ),
  ),
)

function judgeWebsite(
  { service, path }: ServiceAt,
  params: Params,
  allowed: readonly string[] | undefined,
): MachineVerdict {
  const chosen = service.contentCategories
  const wrong = chosen.filter(
    (category) =>
      params.forbidden.includes(category) || (allowed !== undefined && !allowed.includes(category)),
  )
  const words = wordsIn(service.name, params.nameWords)
  const expected = allowed?.join(' / ')
  if (wrong.length > 0 || words.length > 0) {
    return fail({
      evidence: [
        ...(wrong.length > 0 ? [field(`${path}.contentCategories`)] : []),
        ...(words.length > 0 ? [field(`${path}.name`)] : []),
      ],
      measured: [...wrong, ...words].join(', '),
      expected,
    })
  }
  const explain = chosen.some((category) => params.remarkFor.includes(category))
  if (explain && (service.remarks ?? '') === '') {
    return fail({ evidence: [field(`${path}.remarks`)], measured: chosen.join(', '), expected })
  }
  return pass({ evidence: [field(`${path}.contentCategories`)], measured: chosen.join(', '), expected })
}
