import { z } from 'zod'
import type { Application } from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import { websitesOf, type ServiceAt } from './caseFacts'
import { defineCheck } from './defineCheck'
import { countChinese, hasForm, NAME_FORMS } from './nameForms'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  minChineseCharacters: z.number().int().positive().optional(),
  minCharacters: z.number().int().positive().optional(),
  maxCharacters: z.number().int().positive().optional(),
  forbiddenForms: z.array(z.enum(NAME_FORMS)).default([]),
  /** `person-reads` where the rule forbids more than the machine can tell. */
  otherwise: z.enum(['pass', 'person-reads']).default('pass'),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** Names of websites are long enough and have none of the forbidden forms. */
export const serviceName = defineCheck('service-name', shape, (context, params) =>
  worstOf(websitesOf(context).map((website) => judgeName(context.application, website, params))),
)

function judgeName(application: Application, { service, path }: ServiceAt, params: Params): MachineVerdict {
  const { name } = service
  const length = Array.from(name).length
  const { minChineseCharacters = 0, minCharacters = 0, maxCharacters = Number.POSITIVE_INFINITY } = params
  const forms = params.forbiddenForms.filter((form) => hasForm(name, form, application))
  const ground = {
    evidence: [field(`${path}.name`)],
    measured: forms.length === 0 ? name : `${name} (${forms.join(', ')})`,
    expected: boundsOf(params),
  }
  const tooShort = countChinese(name) < minChineseCharacters || length < minCharacters
  if (forms.length > 0 || tooShort || length > maxCharacters) {
    return fail(ground)
  }
  return (params.otherwise === 'pass' ? pass : unsure)(ground)
}

function boundsOf(params: Params): string | undefined {
  const bounds = [
    ...(params.minChineseCharacters === undefined ? [] : [`≥ ${String(params.minChineseCharacters)} 汉字`]),
    ...(params.minCharacters === undefined ? [] : [`≥ ${String(params.minCharacters)}`]),
    ...(params.maxCharacters === undefined ? [] : [`≤ ${String(params.maxCharacters)}`]),
  ]
  return bounds.length === 0 ? undefined : bounds.join(', ')
}
