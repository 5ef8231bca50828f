import { z } from 'zod'
import { tidy } from '../../domain/identifiers/tidy'
import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { recordOf } from './recordedFields'
import { field, notApplicable, pass, unsure } from './verdicts'

/**
 * A filing without services, or whose services have no access, is an empty shell. `remains`: the record has services
 * besides those that this order takes away; with none a person warns the applicant, who may want just that, or may have
 * moved to another provider. `direct-add`: the record has no services and the new one is simply added;
 * where it has some the rule has nothing to say.
 */
export const emptyShell = defineCheck(
  'empty-shell',
  { when: z.enum(['remains', 'direct-add']) },
  (context, { when }) => {
    const { application } = context
    const evidence = [field('application.existing')]
    if (application.filingType === 'cancel-entity') {
      return notApplicable({ evidence, measured: application.filingType })
    }
    const record = recordOf(application)
    if (record === undefined) {
      return unsure({ evidence })
    }
    const filed = record.services.map(({ icpNumber }) => icpNumber)
    if (when === 'direct-add') {
      const ground = { evidence, measured: String(filed.length), expected: '0' }
      return (filed.length === 0 ? pass : notApplicable)(ground)
    }
    const leaving = servicesOf(context).map(({ service }) => tidy(service.icpNumber ?? ''))
    const left = filed.filter((number) => !leaving.includes(tidy(number)))
    const ground = { evidence, measured: String(left.length), expected: '≥ 1' }
    return (left.length > 0 ? pass : unsure)(ground)
  },
)
