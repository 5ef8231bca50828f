import type { FilingType } from '../domain/filingTypes'
import { checkIcpNumber, type IcpNumberForm, type IcpNumberProblem } from '../domain/identifiers/icpNumber'
import type { IssuedNumbers } from '../domain/notice'

/** Types that end a filing, or its hosting here: the administration gives no number. */
const WITHOUT_NUMBERS: readonly FilingType[] = ['cancel-entity', 'cancel-service', 'remove-provider']

/** What the numbers of an approval must fit. */
export interface NumberedFiling {
  readonly filingType: FilingType
  /** Six-digit code of the division. */
  readonly province: string
  readonly services: ReadonlyArray<{ readonly id: string; readonly kind: 'website' | 'app' | 'other' }>
}

export interface IssuedNumberProblem {
  readonly code:
    | IcpNumberProblem
    /** Numbers with a type that gets none, or none with one that does. */
    | 'numbers-missing'
    | 'numbers-unexpected'
    | 'other-province'
    /** An entity's number where a service's belongs, or the other way round. */
    | 'wrong-form'
    | 'other-entity'
    | 'twice'
    | 'service-missing'
    | 'service-unknown'
  /** `entity`, or the id of a service; null when it is about the whole. */
  readonly of: string | null
}

/** Whether an approval of this type carries numbers. */
export function hasIssuedNumbers(filingType: FilingType): boolean {
  return !WITHOUT_NUMBERS.includes(filingType)
}

/**
 * What is wrong with the numbers of an approval; empty when nothing is. The entity's number belongs to the division
 * of the filing, and every service has one of that entity, in the form of its kind and none of them twice.
 */
export function issuedNumberProblems(
  filing: NumberedFiling,
  numbers: IssuedNumbers | null,
): readonly IssuedNumberProblem[] {
  if (numbers === null || !hasIssuedNumbers(filing.filingType)) {
    const isDue = hasIssuedNumbers(filing.filingType)
    return isDue === (numbers !== null)
      ? []
      : [{ code: isDue ? 'numbers-missing' : 'numbers-unexpected', of: null }]
  }
  const entity = checkIcpNumber(numbers.entity)
  const entityProblems: IssuedNumberProblem[] = []
  if (!entity.ok) {
    entityProblems.push({ code: entity.problem, of: 'entity' })
  } else if (entity.form !== 'entity') {
    entityProblems.push({ code: 'wrong-form', of: 'entity' })
  } else if (entity.province.code !== filing.province) {
    entityProblems.push({ code: 'other-province', of: 'entity' })
  }
  const entityNumber = entity.ok ? entity.entityNumber : null
  return [
    ...entityProblems,
    ...filing.services.flatMap((service) => serviceProblems(service, numbers, entityNumber)),
    ...unknownServices(filing, numbers),
  ]
}

function serviceProblems(
  service: NumberedFiling['services'][number],
  numbers: IssuedNumbers,
  entityNumber: string | null,
): readonly IssuedNumberProblem[] {
  const given = numbers.services.filter(({ serviceId }) => serviceId === service.id)
  const [only] = given
  if (only === undefined) {
    return [{ code: 'service-missing', of: service.id }]
  }
  const checked = checkIcpNumber(only.number)
  if (!checked.ok) {
    return [{ code: checked.problem, of: service.id }]
  }
  if (!formFits(service.kind, checked.form)) {
    return [{ code: 'wrong-form', of: service.id }]
  }
  if (entityNumber !== null && checked.entityNumber !== entityNumber) {
    return [{ code: 'other-entity', of: service.id }]
  }
  const same = numbers.services.filter(({ number }) => {
    const other = checkIcpNumber(number)
    return other.ok && other.serviceSequence === checked.serviceSequence
  })
  return given.length > 1 || same.length > 1 ? [{ code: 'twice', of: service.id }] : []
}

/** Mini programs and quick apps are filed as Apps and have letters of their own. */
function formFits(kind: 'website' | 'app' | 'other', form: IcpNumberForm): boolean {
  if (form === 'entity') {
    return false
  }
  return kind === 'other' || (kind === 'website') === (form === 'website')
}

function unknownServices(filing: NumberedFiling, numbers: IssuedNumbers): readonly IssuedNumberProblem[] {
  const known = new Set(filing.services.map(({ id }) => id))
  return numbers.services
    .filter(({ serviceId }) => !known.has(serviceId))
    .map(({ serviceId }) => ({ code: 'service-unknown', of: serviceId }))
}
