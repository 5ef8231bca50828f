import type { Case } from '../../../shared/protocol/case'
import type { ReadField, ReadFieldName } from '../../../shared/reading/readField'

/** Fields of a person that stand nowhere else. */
const PERSONAL_KEYS = [
  'mobile',
  'email',
  'landline',
  'emergencyPhone',
  'certificateNumber',
  'registrantCertificateNumber',
  'legalRepresentative',
  'filingPassword',
] as const

/** What a paper says of a person. */
export const PERSONAL_READINGS: readonly ReadFieldName[] = [
  'name',
  'sex',
  'ethnicity',
  'birth-date',
  'address',
  'number',
  'legal-representative',
  'registrant',
]

/** Where a case tells of private persons. */
export interface PersonalSources {
  readonly case: Case
  readonly readings: Readonly<Record<string, readonly ReadField[] | null>>
}

/** Every value of a private person in a case: what the forms of all rounds say, and what was read from the papers. */
export function personalValues({ case: filingCase, readings }: PersonalSources): ReadonlySet<string> {
  const values = new Set<string>()
  for (const { application } of filingCase.rounds) {
    collect(application, values)
  }
  const read = Object.values(readings).flatMap((fields) => fields ?? [])
  for (const { field, value } of read) {
    if (PERSONAL_READINGS.includes(field)) {
      values.add(value)
    }
  }
  values.delete('')
  return values
}

function collect(part: unknown, values: Set<string>): void {
  if (Array.isArray(part)) {
    for (const item of part) {
      collect(item, values)
    }
    return
  }
  if (typeof part !== 'object' || part === null) {
    return
  }
  const fields = part as Readonly<Record<string, unknown>>
  const names = isPerson(fields)
    ? [...PERSONAL_KEYS, 'name', 'certificateAddress', 'mailingAddress']
    : PERSONAL_KEYS
  for (const name of names) {
    add(fields[name], values)
  }
  if (isPerson(fields) && typeof fields['certificate'] === 'object' && fields['certificate'] !== null) {
    const { number, address } = fields['certificate'] as Readonly<Record<string, unknown>>
    add(number, values)
    add(address, values)
  }
  for (const value of Object.values(fields)) {
    collect(value, values)
  }
}

/** A responsible person, or an entity that is one. */
function isPerson(fields: Readonly<Record<string, unknown>>): boolean {
  return 'mobile' in fields || fields['kind'] === 'individual' || fields['nature'] === 'individual'
}

function add(value: unknown, values: Set<string>): void {
  if (typeof value === 'string') {
    values.add(value)
  }
}
