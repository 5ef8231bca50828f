import { z } from 'zod'
import { tidy } from '../../domain/identifiers/tidy'
import { sameName, websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { recordOf } from './recordedFields'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/**
 * No other website of the filing, or of the record on file, bears a website's name. With one that does a person
 * compares what they show; other entities' websites are not in a case.
 */
export const distinctServiceNames = defineCheck(
  'distinct-service-names',
  {
    /** A name that is used twice is explained in the remark. */
    remark: z.boolean().default(false),
  },
  (context, { remark }) => {
    const websites = websitesOf(context)
    const recorded = recordOf(context.application)?.services ?? []
    return worstOf(
      websites.map(({ service, path }) => {
        const number = tidy(service.icpNumber ?? '')
        const twins = [
          ...websites.filter((other) => other.path !== path).map((other) => other.service.name),
          ...recorded.filter(({ icpNumber }) => tidy(icpNumber) !== number).map(({ name }) => name),
        ].filter((name) => sameName(name, service.name))
        const evidence = [field(`${path}.name`)]
        const ground = { evidence, measured: service.name }
        if (twins.length === 0) {
          return pass(ground)
        }
        const silent = remark && (service.remarks ?? '') === ''
        return silent
          ? fail({ ...ground, evidence: [...evidence, field(`${path}.remarks`)] })
          : unsure(ground)
      }),
    )
  },
)
