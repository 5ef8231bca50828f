import { PROVINCES } from '../provinces'
import { birthDateOf } from './birthDate'
import { residentIdCheckCharacter } from './checkCharacters'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

/** Whose number it is: the address part tells citizens from holders of the permits that share the algorithm. */
export type IdentityNumberHolder = 'citizen' | 'hong-kong' | 'macao' | 'taiwan' | 'foreigner'

export type ResidentIdProblem = 'length' | 'characters' | 'region' | 'birth-date' | 'check-character'

export interface ResidentIdFacts {
  /** 18 characters in capitals; a legacy number is lengthened to its present form. */
  readonly number: string
  readonly holder: IdentityNumberHolder
  /** True for a 15-digit number of the first generation: not valid for a filing, but worth recognising. */
  readonly legacy: boolean
  /** First six digits: the county in force when the number was given, so abolished counties are right. */
  readonly regionCode: string
  /** `YYYY-MM-DD`; whether it lies in the past is for the caller, who has a clock. */
  readonly birthDate: string
  readonly sex: 'male' | 'female'
}

/**
 * Numbering of residence permits for Hong Kong, Macao and Taiwan residents (State Council, in force 2018-09-01): the
 * address part is one of these instead of a county.
 */
const PERMIT_HOLDERS: ReadonlyMap<string, IdentityNumberHolder> = new Map([
  ['810000', 'hong-kong'],
  ['820000', 'macao'],
  ['830000', 'taiwan'],
])

/** GB/T 2260 province digits that a citizen's number can open with; 71 (Taiwan) has no filings but has citizens. */
const CITIZEN_PROVINCES: ReadonlySet<string> = new Set([
  ...PROVINCES.map(({ code }) => code.slice(0, 2)),
  '71',
])

function holderOf(regionCode: string): IdentityNumberHolder | undefined {
  if (regionCode.startsWith('9')) {
    // Card for foreign permanent residents, version of 2023: nine opens the number, the rest is no GB/T 2260 code.
    return 'foreigner'
  }
  return (
    PERMIT_HOLDERS.get(regionCode) ?? (CITIZEN_PROVINCES.has(regionCode.slice(0, 2)) ? 'citizen' : undefined)
  )
}

/**
 * Checks an identity number of GB 11643-1999 (18 characters, MOD 11-2) and reads what it says. Takes the 15-digit
 * form that the standard replaced (19 is inserted before the year), and the numbers of the three residence permits
 * and of the 2023 foreign permanent resident card; `holder` tells which.
 */
export function checkResidentId(typed: string): Verdict<ResidentIdFacts, ResidentIdProblem> {
  const text = tidy(typed)
  const legacy = text.length === 15
  if (!legacy && text.length !== 18) {
    return problem('length')
  }
  if (!(legacy ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(text)) {
    return problem('characters')
  }
  const body = legacy ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17)
  const regionCode = body.slice(0, 6)
  const holder = holderOf(regionCode)
  if (holder === undefined || (legacy && holder !== 'citizen')) {
    return problem('region')
  }
  const birthDate = birthDateOf(body.slice(6, 14))
  if (birthDate === undefined) {
    return problem('birth-date')
  }
  const number = body + residentIdCheckCharacter(body)
  if (!legacy && number !== text) {
    return problem('check-character')
  }
  const sex = Number(body.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, holder, legacy, regionCode, birthDate, sex }
}
