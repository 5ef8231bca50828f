import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { servicesOf, type ServiceAt } from './caseFacts'
import { defineCheck } from './defineCheck'
import { wordsIn, wordsSchema } from './textPlaces'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  /** Names that stand for no name. */
  placeholders: z.array(z.string().min(1)).min(1),
  /** Words of price and advertising, and generic names: a person reads a name that has one. */
  doubtfulWords: wordsSchema.default([]),
  /** `person-reads` where the rule forbids more than the machine can tell. */
  otherwise: z.enum(['pass', 'person-reads']).default('pass'),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** Pictures in a line of text; digits and # count as emoji parts and are none by themselves. */
const EMOJI = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|\uFE0F/u
const PRICE = /[¥￥$€]\s*\d|\d\s*元/u

/** Names of Apps are names: no placeholder, no emoji, no price. */
export const appName = defineCheck('app-name', shape, (context, params) =>
  worstOf(
    servicesOf(context)
      .filter(({ service }) => service.kind === 'app')
      .map((app) => judgeName(app, params)),
  ),
)

function judgeName({ service, path }: ServiceAt, params: Params): MachineVerdict {
  const { name } = service
  const plain = name.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  const evidence = [field(`${path}.name`)]
  const wrong = [
    ...(params.placeholders.some((word) => plain === word.toUpperCase()) ? ['placeholder'] : []),
    ...(EMOJI.test(name) ? ['emoji'] : []),
    ...(PRICE.test(name) ? ['price'] : []),
  ]
  if (wrong.length > 0) {
    return fail({ evidence, measured: `${name} (${wrong.join(', ')})` })
  }
  const doubtful = wordsIn(name, params.doubtfulWords)
  if (doubtful.length > 0) {
    return unsure({ evidence, measured: `${name} ∋ ${doubtful.join(', ')}` })
  }
  return (params.otherwise === 'pass' ? pass : unsure)({ evidence, measured: name })
}
