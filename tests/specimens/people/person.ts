import type { Person } from '../../../shared/domain/filing'
import { provinceOfMobile } from '../../../shared/domain/identifiers/mobileRegion'
import { mrzCheckDigit, residentIdCheckCharacter } from '../../../shared/domain/identifiers/checkCharacters'
import { addDays } from '../../../shared/calendar/chinaTime'
import { addYears, ageOn } from '../dates'
import type { Random } from '../random'
import { makeDwelling } from './addresses'
import { makeForeignName, makeName, makeRomanisedName, type Sex } from './names'
import type { Home } from './places'

export type IdentityPaper = 'resident-id' | 'hk-macao-permit' | 'hkmt-residence-permit' | 'passport'

/** A synthetic person: what a form says of them (`record`) and what only their papers show. */
export interface SpecimenPerson {
  readonly record: Person
  readonly paper: IdentityPaper
  readonly sex: Sex
  readonly birthDate: string
  readonly ethnicity: string
  readonly issuingAuthority: string
  readonly validFrom: string
  readonly validTo: string
  /** Latin letters of the name on a travel document. */
  readonly latinName: string
  /** Seed of the drawn face; the same on the card and on the photo. */
  readonly faceSeed: string
}

export interface PersonWishes {
  readonly home: Home
  /** Date on which the papers are valid. */
  readonly today: string
  readonly paper?: IdentityPaper
  readonly age?: number
  /** The card ran out so many days before `today`. */
  readonly expiredDays?: number
  readonly mailDomain: string
  /** Six-digit code of a division that takes local mobile numbers only. */
  readonly localMobileIn?: string
}

const MOBILE_PREFIXES = [
  '130',
  '131',
  '132',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '155',
  '158',
  '159',
  '176',
  '182',
  '186',
  '187',
  '188',
  '189',
] as const
const ETHNICITIES = ['汉', '汉', '汉', '汉', '汉', '汉', '汉', '回', '满', '苗', '壮', '土家'] as const
const MAIL_NAMES = ['admin', 'beian', 'contact', 'mail', 'info', 'hello', 'office'] as const

export function makePerson(random: Random, wishes: PersonWishes): SpecimenPerson {
  const sex: Sex = random.chance(0.55) ? 'male' : 'female'
  const paper = wishes.paper ?? 'resident-id'
  const birthDate = makeBirthDate(random, wishes.today, wishes.age ?? random.int(24, 54))
  const term = makeTerm(random, paper, birthDate, wishes)
  const papers = makePapers(random, paper, sex, birthDate, wishes.home)
  const mobile = localMobile(makeMobile(random), wishes.localMobileIn)
  return {
    record: {
      name: papers.name,
      certificate: {
        type: paper,
        number: papers.number,
        ...(paper === 'resident-id' ? { address: makeDwelling(random, wishes.home) } : {}),
        validFrom: term.from,
        validTo: term.to === '长期' ? 'long-term' : term.to,
      },
      mobile,
      email: `${random.pick(MAIL_NAMES)}${random.digits(4)}@${wishes.mailDomain}`,
      landline: `${wishes.home.city.areaCode}-5550${random.digits(4)}`,
      emergencyPhone: makeMobile(random),
    },
    paper,
    sex,
    birthDate,
    ethnicity: random.pick(ETHNICITIES),
    issuingAuthority: papers.authority,
    validFrom: term.from,
    validTo: term.to,
    latinName: papers.latinName,
    faceSeed: `face-${papers.number}`,
  }
}

/** A mobile number whose middle is 00: well-formed, and easily told from a real one. */
export function makeMobile(random: Random): string {
  return `${random.pick(MOBILE_PREFIXES)}00${random.digits(6)}`
}

/** The number moved to a beginning that was handed out in the division, where one with 00 in its middle was. */
function localMobile(mobile: string, province: string | undefined): string {
  const local = MOBILE_PREFIXES.flatMap((prefix) =>
    Array.from({ length: 100 }, (_, index) => `${prefix}00${String(index).padStart(2, '0')}`),
  ).filter((start) => province !== undefined && provinceOfMobile(start) === province)
  const start = local[Number(mobile.slice(5, 7)) % local.length] ?? mobile.slice(0, 7)
  return `${start}${mobile.slice(7)}`
}

/**
 * Resident number (GB 11643): city code, birth date, a low sequence whose parity tells the sex, check character.
 * Real cards carry the code of a county; the code of a whole city marks the number as a specimen.
 */
export function makeResidentNumber(random: Random, region: string, birthDate: string, sex: Sex): string {
  const sequence = random.int(0, 24) * 2 + (sex === 'male' ? 1 : 2)
  const first17 = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return `${first17}${residentIdCheckCharacter(first17)}`
}

function makeBirthDate(random: Random, today: string, age: number): string {
  return addDays(addYears(today, -age), -random.int(2, 360))
}

interface Papers {
  readonly name: string
  readonly number: string
  readonly authority: string
  readonly latinName: string
}

function makePapers(random: Random, paper: IdentityPaper, sex: Sex, birthDate: string, home: Home): Papers {
  const name = makeName(random, sex)
  switch (paper) {
    case 'resident-id':
      return {
        name,
        number: makeResidentNumber(random, home.city.code, birthDate, sex),
        authority: `${home.city.name}公安局${home.district.replace(/区$/, '')}分局`,
        latinName: '',
      }
    case 'hkmt-residence-permit':
      return {
        name,
        number: makeResidentNumber(random, '810000', birthDate, sex),
        authority: `${home.city.name}公安局${home.district.replace(/区$/, '')}分局`,
        latinName: makeRomanisedName(random),
      }
    case 'hk-macao-permit':
      return {
        name,
        number: `H00${random.digits(6)}`,
        authority: '公安部出入境管理局（样本）',
        latinName: makeRomanisedName(random),
      }
    case 'passport': {
      const foreign = makeForeignName(random)
      return {
        name: `${foreign.family} ${foreign.given}`,
        number: `X00${random.digits(6)}`,
        authority: 'UTOPIA PASSPORT OFFICE',
        latinName: `${foreign.family}<<${foreign.given.replaceAll(' ', '<')}`,
      }
    }
  }
}

/** Terms of GA 448: 10 years from 16 to 25, 20 from 26 to 45, without end from 46; permits and passports 10. */
function makeTerm(
  random: Random,
  paper: IdentityPaper,
  birthDate: string,
  wishes: PersonWishes,
): { readonly from: string; readonly to: string } {
  if (wishes.expiredDays !== undefined) {
    const to = addDays(wishes.today, -wishes.expiredDays)
    return { from: addYears(to, -10), to }
  }
  const age = ageOn(birthDate, wishes.today)
  const from = addDays(wishes.today, -random.int(200, age < 18 ? 500 : 2600))
  const issuedAt = ageOn(birthDate, from)
  if (paper !== 'resident-id') {
    return { from, to: addYears(from, paper === 'hkmt-residence-permit' ? 9 : 10) }
  }
  if (issuedAt >= 46) {
    return { from, to: '长期' }
  }
  return { from, to: addYears(from, issuedAt >= 26 ? 20 : issuedAt >= 16 ? 10 : 5) }
}

/** The two machine-readable lines of a passport (ICAO 9303, TD3). */
export function passportLines(person: SpecimenPerson): readonly [string, string] {
  const compact = (date: string): string => date.slice(2).replaceAll('-', '')
  const number = person.record.certificate.number.padEnd(9, '<')
  const birth = compact(person.birthDate)
  const end = compact(person.validTo)
  const checkedNumber = `${number}${mrzCheckDigit(number)}`
  const checkedBirth = `${birth}${mrzCheckDigit(birth)}`
  const checkedEnd = `${end}${mrzCheckDigit(end)}`
  const optional = '<'.repeat(14)
  const checkedOptional = `${optional}${mrzCheckDigit(optional)}`
  const total = mrzCheckDigit(`${checkedNumber}${checkedBirth}${checkedEnd}${checkedOptional}`)
  const sex = person.sex === 'male' ? 'M' : 'F'
  return [
    `P<UTO${person.latinName}`.padEnd(44, '<').slice(0, 44),
    `${checkedNumber}UTO${checkedBirth}${sex}${checkedEnd}${checkedOptional}${total}`,
  ]
}
