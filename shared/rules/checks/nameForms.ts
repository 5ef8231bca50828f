import type { Application } from '../../domain/filing'
import { checkDomainName } from '../../domain/identifiers/domainName'
import { PROVINCES } from '../../domain/provinces'
import { gather } from '../gather'

/** Forms that a name of a service may not have. */
export const NAME_FORMS = [
  'digits',
  'latin',
  'symbols',
  'has-latin',
  'domain',
  'applicant-name',
  'place-name',
] as const
type NameForm = (typeof NAME_FORMS)[number]

const SHORT_PLACE_NAMES = PROVINCES.map(({ nameZh }) =>
  nameZh.replace(/(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u, ''),
)

/** Whether a name has a form. `place-name` knows the names of the 31 divisions, nothing below them. */
export function hasForm(name: string, form: NameForm, application: Application): boolean {
  const plain = name.normalize('NFKC').replace(/\s/gu, '')
  switch (form) {
    case 'digits':
      return /^\p{Nd}+$/u.test(plain)
    case 'latin':
      return /^[\p{Script=Latin}\p{P}\p{S}\p{Nd}]*\p{Script=Latin}[\p{Script=Latin}\p{P}\p{S}\p{Nd}]*$/u.test(
        plain,
      )
    case 'symbols':
      return /^[\p{P}\p{S}]+$/u.test(plain)
    case 'has-latin':
      return /\p{Script=Latin}/u.test(plain)
    case 'domain':
      return isDomain(plain, application)
    case 'applicant-name':
      return plain.includes(application.entity.principal.name.normalize('NFKC').replace(/\s/gu, ''))
    case 'place-name':
      return SHORT_PLACE_NAMES.some((place) => plain.includes(place))
  }
}

/** The name is an address, or one of the filing's own domains. */
function isDomain(plain: string, application: Application): boolean {
  const bare = plain.replace(/^https?:\/\//iu, '').replace(/\/.*$/u, '')
  if (/^www\./iu.test(bare)) {
    return true
  }
  const own = 'services' in application ? gather(application.services, ({ domains }) => domains) : []
  if (own.some(({ name }) => name.toLowerCase() === bare.toLowerCase())) {
    return true
  }
  // Most names have no dot at all, and reading them as a domain takes longer than the rest of the rule.
  const facts = /[.。]/u.test(bare) ? checkDomainName(bare) : undefined
  return facts?.ok === true && (facts.suffixKnown || /[a-z0-9-]+\.[a-z]{2,}$/iu.test(bare))
}

/** Number of Chinese characters. */
export function countChinese(text: string): number {
  return Array.from(text).filter((character) => /\p{Script=Han}/u.test(character)).length
}
