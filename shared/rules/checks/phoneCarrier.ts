import { z } from 'zod'
import { checkPhone } from '../../domain/identifiers/phone'
import { distinctPersons, personsOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { field, pass, unsure, worstOf } from './verdicts'

/**
 * Mobile numbers are of an operator with a network of its own. Numbers of these segments are resold: whether the
 * division takes them, and whether its text messages reach them, a person finds out.
 */
export const phoneCarrier = defineCheck(
  'phone-carrier',
  { resoldSegments: z.array(z.string().regex(/^1\d{2,3}$/)).min(1) },
  (context, { resoldSegments }) =>
    worstOf(
      distinctPersons(personsOf(context)).map(({ person, path }) => {
        const evidence = [field(`${path}.mobile`)]
        const phone = checkPhone(person.mobile)
        if (!phone.ok || phone.kind !== 'mobile') {
          return unsure({ evidence, measured: masked(person.mobile) })
        }
        const segment = resoldSegments.find((start) => phone.number.startsWith(start))
        return segment === undefined
          ? pass({ evidence })
          : unsure({ evidence, measured: `${segment}${masked(person.mobile)}` })
      }),
    ),
)
