import { PROVINCES } from '../../../../../shared/domain/provinces'
import { services } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const icpNumber: Recipe<'icp-number'> = (_, draft) => {
  const own = draft.entityIcpNumber
  const other = PROVINCES.find(({ code }) => code !== draft.province)?.icpCharacter ?? ''
  const entityNumber = (number: string) => ({ ...draft, entityIcpNumber: number })
  const serviceNumber = (number: string | undefined) => services(draft, { icpNumber: number })
  return {
    breaks: [fails('a number that is none', entityNumber('12345678'))],
    keeps: [passes('the number of the entity', draft)],
    boundary: [
      fails('the number of another division', entityNumber(`${other}${own.slice(1)}`)),
      fails('a digit less', entityNumber(own.replace(/\d号/u, '号'))),
      fails('the number of a service', entityNumber(`${own}-1`)),
      passes('a service of the entity', serviceNumber(`${own}-12`)),
      fails('a service of another entity', serviceNumber(`${own.replace('12345678', '12345679')}-1`)),
      fails('a service with the number of the entity', serviceNumber(own)),
      passes('a service without a number', serviceNumber(undefined)),
    ],
  }
}
