import type { DocumentKind } from '../../../shared/domain/documentKinds'
import type { CertificateType } from '../../../shared/domain/filing'
import {
  creditCodeCheckCharacter,
  organisationCodeCheckCharacter,
} from '../../../shared/domain/identifiers/checkCharacters'
import { addDays } from '../../../shared/calendar/chinaTime'
import { addYears } from '../dates'
import type { Random } from '../random'
import { makeOffice } from './addresses'
import { makeBrand, type Brand } from './brands'
import {
  ORGANISATION_FORMS,
  scopeOf,
  type OrganisationForm,
  type OrganisationNature,
} from './organisationForms'
import type { Home } from './places'

/** A synthetic organisation as its certificate shows it. */
export interface Organisation {
  readonly nature: OrganisationNature
  readonly form: OrganisationForm
  readonly brand: Brand
  readonly name: string
  readonly certificateType: CertificateType
  readonly certificateKind: DocumentKind
  readonly number: string
  readonly address: string
  readonly legalRepresentative: string
  readonly capital: string
  readonly establishedOn: string
  readonly issuedOn: string
  readonly validFrom: string
  readonly validTo: string
  readonly scope: string
  readonly authority: string
}

const CAPITALS = ['壹佰万元整', '伍佰万元整', '壹仟万元整', '贰佰万元整', '伍拾万元整'] as const

export interface OrganisationWishes {
  readonly home: Home
  readonly nature: OrganisationNature
  readonly today: string
  readonly legalRepresentative: string
  /** Papers from before the unified code of 2015, as in claims of old filings. */
  readonly legacyPapers: boolean
}

export function makeOrganisation(random: Random, wishes: OrganisationWishes): Organisation {
  const { home, nature } = wishes
  const form = ORGANISATION_FORMS[nature]
  const brand = makeBrand(random)
  const name = makeOrganisationName(random, home, nature, brand)
  const code = makeSocialCreditCode(random, form.codePrefix, home.city.code)
  const established = wishes.legacyPapers
    ? addDays('2006-03-01', random.int(0, 900))
    : addDays(wishes.today, -random.int(500, 3600))
  const issued = wishes.legacyPapers
    ? addDays(wishes.today, -random.int(300, 1000))
    : addDays(established, random.int(0, 420))
  return {
    nature,
    form,
    brand,
    name,
    certificateType: wishes.legacyPapers ? 'organisation-code' : 'unified-social-credit-code',
    certificateKind: wishes.legacyPapers ? 'organisation-code-certificate' : form.certificate,
    number: wishes.legacyPapers ? `${code.slice(8, 16)}-${code.slice(16, 17)}` : code,
    address: makeOffice(random, home),
    legalRepresentative: wishes.legalRepresentative,
    capital: random.pick(CAPITALS),
    establishedOn: established,
    issuedOn: issued,
    validFrom: issued,
    validTo:
      nature === 'enterprise' || nature === 'sole-trader' ? '长期' : addYears(wishes.today, random.int(1, 4)),
    scope: scopeOf(name),
    authority: authorityOf(home, form),
  }
}

/**
 * Unified social credit code (GB 32100) around an organisation code from PDY00001-PDY99999, which GB 11714 keeps for
 * private use: the number is valid and no registered organisation has it.
 */
export function makeSocialCreditCode(random: Random, prefix: string, region: string): string {
  const body = `PDY${String(random.int(1, 99_999)).padStart(5, '0')}`
  const first17 = `${prefix}${region}${body}${organisationCodeCheckCharacter(body)}`
  return `${first17}${creditCodeCheckCharacter(first17)}`
}

function makeOrganisationName(random: Random, home: Home, nature: OrganisationNature, brand: Brand): string {
  const ending = random.pick(ORGANISATION_FORMS[nature].nameEndings)
  const city = home.city.name.replace(/市$/, '')
  switch (nature) {
    case 'government':
      return `${home.city.name}${home.district}${ending}（示例）`
    case 'institution':
      return `${home.city.name}${brand.name}${ending}`
    case 'foreign-representative-office':
      return `乌托邦${brand.name}${ending.replace('代表处', `${city}代表处`)}`
    case 'law-firm':
      return `${home.province.nameZh.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '')}${brand.name}${ending}`
    case 'enterprise':
    case 'sole-trader':
    case 'social-organisation':
    case 'private-non-enterprise':
    case 'foundation':
    case 'other':
      return nature === 'sole-trader'
        ? `${home.district}${brand.name}${ending}`
        : `${city}${brand.name}${ending}`
  }
}

function authorityOf(home: Home, form: OrganisationForm): string {
  // Hainan's licences carry the seal of the province, which its administration asks for.
  if (home.province.code === '460000' && form.certificate === 'business-licence') {
    return '海南省市场监督管理局'
  }
  return form.certificate === 'uscc-certificate'
    ? `中共${home.city.name}${form.authority}`
    : `${home.city.name}${form.authority}`
}
