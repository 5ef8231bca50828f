import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { isLegalRepresentative, sameName } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { wordsIn, wordsSchema } from './textPlaces'
import { fail, field, notApplicable, pass, unsure, worstOf, type Ground } from './verdicts'

/** What a licence without a trade name bears behind the owner's name, or in place of a name. */
const NO_TRADE_NAME = /[（(]个体工商户[)）]$|^无$|^\*+$/u

const shape = {
  /**
   * What becomes of a sole trader without a trade name: files as an individual, gets one first, files under the
   * owner's name with （个体工商户） behind it, or under the owner's name alone. Absent: the rule does not say.
   */
  withoutTradeName: z.enum(['individual', 'obtain-first', 'name-with-suffix', 'owner-name']).optional(),
  /** One of these words stands in the remark of whoever has no trade name. */
  remark: wordsSchema.default([]),
  /** The principal is the owner. */
  ownerOnly: z.boolean().default(false),
  /** What only the papers, or a register, show: a person looks. */
  personLooksFor: z.array(z.enum(['seal', 'fingerprint', 'credit-system'])).default([]),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** A sole trader files under the name and in the form that the division wants. */
export const soleTrader = defineCheck('sole-trader', shape, (context, params) => {
  const { nature } = context.application.entity
  if (nature !== 'sole-trader') {
    return notApplicable({ evidence: [field('application.entity.nature')], measured: nature })
  }
  const looks = params.personLooksFor.map((what) =>
    unsure({ evidence: [field('application.entity.certificate.number')], expected: what }),
  )
  return worstOf([judgeName(context, params), ...judgeOwner(context, params), ...looks])
})

function judgeName(context: CheckContext, { withoutTradeName, remark }: Params): MachineVerdict {
  const { name, legalRepresentative, remarks = '' } = context.application.entity
  const ground: Ground = {
    evidence: [field('application.entity.name')],
    measured: name,
    expected: withoutTradeName,
  }
  const owner = name.replace(NO_TRADE_NAME, '')
  const suffixed = owner !== name && owner !== ''
  const bare = owner === '' || (legalRepresentative !== undefined && sameName(owner, legalRepresentative))
  if (!bare && !suffixed) {
    return pass(ground)
  }
  if (legalRepresentative === undefined || withoutTradeName === undefined) {
    return unsure(ground)
  }
  const explained = remark.length === 0 || wordsIn(remarks, remark).length > 0
  switch (withoutTradeName) {
    case 'individual':
    case 'obtain-first':
      return fail(ground)
    case 'name-with-suffix':
      return (suffixed && sameName(owner, legalRepresentative) ? pass : fail)(ground)
    case 'owner-name':
      return explained ? pass(ground) : unsure({ ...ground, evidence: [field('application.entity.remarks')] })
  }
}

function judgeOwner(context: CheckContext, { ownerOnly }: Params): readonly MachineVerdict[] {
  if (!ownerOnly) {
    return []
  }
  const { principal, legalRepresentative } = context.application.entity
  const isOwner = isLegalRepresentative(context, principal)
  const ground = {
    evidence: [field('application.entity.principal.name')],
    measured: principal.name,
    expected: legalRepresentative,
  }
  return [(isOwner === null ? unsure : isOwner ? pass : fail)(ground)]
}
