import type { Draft } from '../draft'
import { serviceTimes } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

function numbered(draft: Draft, ...numbers: readonly string[]): Draft {
  const made = serviceTimes(draft, numbers.length)
  return {
    ...made,
    services: made.services.map((service, index) => ({
      ...service,
      ...(service.access === undefined
        ? {}
        : { access: { ...service.access, serviceNumber: numbers[index] ?? '' } }),
    })),
  }
}

export const serviceNumber: Recipe<'service-number'> = (_, draft) => ({
  breaks: [fails('one number for two services', numbered(draft, 'SN-1', 'SN-1'))],
  keeps: [passes('a number for each', numbered(draft, 'SN-1', 'SN-2'))],
  boundary: [
    passes('a single service', numbered(draft, 'SN-1')),
    fails('the first number once more at the end', numbered(draft, 'SN-1', 'SN-2', 'SN-1')),
    fails('the same number in small letters', numbered(draft, 'SN-1', 'sn-1')),
    passes('numbers one digit apart', numbered(draft, 'SN-11', 'SN-12')),
  ],
})
