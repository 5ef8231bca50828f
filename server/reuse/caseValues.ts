import type { Application, Person } from '../../shared/domain/filing'
import { checkPhone } from '../../shared/domain/identifiers/phone'
import { checkResidentId } from '../../shared/domain/identifiers/residentId'
import { tidy } from '../../shared/domain/identifiers/tidy'
import type { ValuePlace } from '../../shared/protocol/reuse'

/** `name` is not searched for; with a number it tells whether two entries mean the same person. */
export type ValueKind = 'phone' | 'certificate' | 'address' | 'name'

export interface CaseValue {
  readonly kind: ValueKind
  readonly subject: ValuePlace['subject']
  readonly field: ValuePlace['field'] | 'name'
  /** Empty where the value belongs to no single service. */
  readonly serviceId: string
  /** In one spelling, whatever was typed. */
  readonly value: string
}

/** Shorter ones (无, a city alone) are shared by many and mean nothing. */
const SHORTEST_ADDRESS = 8

/** Everything in an application that the reuse search compares. */
export function caseValues(application: Application): readonly CaseValue[] {
  const { entity } = application
  const services = 'services' in application ? application.services : []
  const own = (kind: ValueKind, field: CaseValue['field'], value: string | null): readonly CaseValue[] =>
    value === null ? [] : [{ kind, subject: 'entity', field, serviceId: '', value }]
  return [
    ...own('name', 'name', plainText(entity.name)),
    ...own('certificate', 'certificateNumber', plainNumber(entity.certificate.number)),
    ...own('address', 'certificateAddress', plainAddress(entity.certificate.address)),
    ...own('address', 'mailingAddress', plainAddress(entity.mailingAddress)),
    ...personValues(entity.principal, 'entity-principal', ''),
    ...services.flatMap(({ id, principal }) => personValues(principal, 'service-principal', id)),
  ]
}

function personValues(
  person: Person,
  subject: 'entity-principal' | 'service-principal',
  serviceId: string,
): readonly CaseValue[] {
  const values: ReadonlyArray<readonly [ValueKind, CaseValue['field'], string | null]> = [
    ['name', 'name', plainText(person.name)],
    ['certificate', 'certificateNumber', plainNumber(person.certificate.number)],
    ['address', 'certificateAddress', plainAddress(person.certificate.address)],
    ['phone', 'mobile', plainPhone(person.mobile)],
    ['phone', 'landline', plainPhone(person.landline)],
    ['phone', 'emergencyPhone', plainPhone(person.emergencyPhone)],
  ]
  return values.flatMap(([kind, field, value]) =>
    value === null ? [] : [{ kind, subject, field, serviceId, value }],
  )
}

/** As it is dialled from abroad; what is no number of the mainland is compared as it was typed. */
function plainPhone(typed: string | undefined): string | null {
  const text = tidy(typed ?? '')
  if (text === '') {
    return null
  }
  const checked = checkPhone(text)
  return checked.ok ? checked.e164 : text
}

/** The 15-digit form of an identity number is the same number. */
function plainNumber(typed: string): string | null {
  const text = tidy(typed)
  if (text === '') {
    return null
  }
  const checked = checkResidentId(text)
  return checked.ok ? checked.number : text
}

function plainAddress(typed: string | undefined): string | null {
  const text = plainText(typed ?? '')
  return text === null || text.length < SHORTEST_ADDRESS ? null : text
}

/** Letters and digits alone: spaces, brackets and hyphens are typed as people like. */
function plainText(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
  return text === '' ? null : text
}
