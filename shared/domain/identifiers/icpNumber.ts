import { provinceByIcpCharacter, type Province } from '../provinces'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type IcpNumberProblem = 'form' | 'province' | 'operating-licence' | 'public-security-number'

export type IcpNumberForm = 'entity' | 'website' | 'app' | 'mini-program' | 'quick-app'

export interface IcpNumberFacts {
  /** One spelling, `京ICP备12345678号-1`. */
  readonly number: string
  /** The entity's part, `京ICP备12345678号`: equal for all services of one organiser. */
  readonly entityNumber: string
  readonly form: IcpNumberForm
  readonly province: Province
  /** False when an older character stands for the province (川 for 蜀 and so on): a hint only. */
  readonly usualCharacter: boolean
  /** Number of the service, which websites and apps share; undefined on an entity number. */
  readonly serviceSequence: number | undefined
}

const SERVICE_FORMS: Readonly<Record<string, IcpNumberForm>> = {
  '': 'website',
  A: 'app',
  X: 'mini-program',
  K: 'quick-app',
}

/** A two- or four-digit year and six digits; then, for a service, its sequence and the letter of its kind. */
const FILING_NUMBER = /^(.)ICP备(\d{8}|\d{10})号(?:-([1-9]\d{0,4})([AXK]?))?$/u
/** 增值电信业务经营许可证 and ICP证: a licence to operate, often typed where the filing number is asked. */
const OPERATING_LICENCE = /^(?:.{0,2}[AB]\d-\d{4,8}(?:-\d+)?|.ICP证\d{6,8}号?(?:-\d+)?)$/u
/** 公安联网备案号: 14 digits, alone or behind 京公网安备. */
const PUBLIC_SECURITY_NUMBER = /^(?:.公网安备)?\d{14}号?$/u

/**
 * Reads a filing number (备案号) and tells which form it has: the entity's, or one of its services'. The forms are
 * those that providers' guides describe; whether the number exists only the authority's register can say.
 */
export function checkIcpNumber(typed: string): Verdict<IcpNumberFacts, IcpNumberProblem> {
  const number = tidy(typed)
  const [, character, body, sequence, letter] = FILING_NUMBER.exec(number) ?? []
  if (character === undefined || body === undefined) {
    return problem(otherNumber(number))
  }
  const found = provinceByIcpCharacter(character)
  if (found === undefined) {
    return problem('province')
  }
  return {
    ok: true,
    number,
    entityNumber: `${character}ICP备${body}号`,
    form: sequence === undefined ? 'entity' : (SERVICE_FORMS[letter ?? ''] ?? 'website'),
    province: found.province,
    usualCharacter: found.usual,
    serviceSequence: sequence === undefined ? undefined : Number(sequence),
  }
}

function otherNumber(number: string): IcpNumberProblem {
  if (OPERATING_LICENCE.test(number)) {
    return 'operating-licence'
  }
  return PUBLIC_SECURITY_NUMBER.test(number) ? 'public-security-number' : 'form'
}
