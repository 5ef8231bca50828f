import { parse } from 'tldts'
import { toASCII, toUnicode } from 'tr46'
import { problem, type Verdict } from './verdict'

export type DomainNameProblem =
  'empty' | 'address' | 'characters' | 'label-length' | 'name-length' | 'no-suffix' | 'suffix-only'

export interface DomainNameFacts {
  /** The spelling by which names are compared: small ASCII letters, Chinese labels as `xn--…`. */
  readonly ascii: string
  /** The same name for people to read. */
  readonly unicode: string
  /** The part that was registered and is filed, in ASCII: `example.com` of `www.example.com`. */
  readonly registrable: string
  /** True when the name is the registrable one itself, as a filing demands. */
  readonly isRegistrable: boolean
  readonly suffix: string
  /** False for a suffix that is not in the public root, such as `.test`. Approval in China is another question. */
  readonly suffixKnown: boolean
}

/** RFC 1035: octets of a label, and of a name written without its final dot. */
const LABEL_LENGTH = 63
const NAME_LENGTH = 253
/** Longer text is no domain name in any spelling; it is not worth a table look-up for each character. */
const LONGEST_INPUT = 1000

/** Characters that UTS #46 leaves as they are. */
const PLAIN = /^[a-z0-9.-]+$/
/** Hyphens that it forbids: at either end of a label, or in third and fourth place as before an encoding (`xn--`). */
const ODD_HYPHENS = /(?:^|\.)(?:-|..--)|-(?:\.|$)/

const UTS46 = { checkBidi: true, checkHyphens: true, checkJoiners: true, useSTD3ASCIIRules: true } as const

/** The name has been read: nothing is left to extract or to validate. */
const REGISTRATION = { allowPrivateDomains: false, extractHostname: false, validateHostname: false } as const

/**
 * Checks a domain name as a filing states it, ASCII or internationalised, and finds its registrable part by the
 * public suffix list (ICANN section: a name under a hosting company's suffix belongs to that company). Mapping and
 * validity of Chinese names follow UTS #46 with STD3 rules, lengths RFC 1035 after conversion.
 */
export function checkDomainName(typed: string): Verdict<DomainNameFacts, DomainNameProblem> {
  const text = typed.trim()
  if (text === '') {
    return problem('empty')
  }
  if (text.length > LONGEST_INPUT) {
    return problem('name-length')
  }
  const converted = asciiOf(text)
  if (converted === null) {
    return problem(parse(text).isIp === true ? 'address' : 'characters')
  }
  // A final dot means the root; it names the same domain.
  const ascii = converted.endsWith('.') ? converted.slice(0, -1) : converted
  const labels = ascii.split('.')
  if (labels.includes('')) {
    return problem('characters')
  }
  if (labels.some((label) => label.length > LABEL_LENGTH)) {
    return problem('label-length')
  }
  if (ascii.length > NAME_LENGTH) {
    return problem('name-length')
  }
  return registrationOf(ascii, labels.length)
}

/** The mapping tables are asked only about names that need them: most are plain, and a checklist reads many. */
function asciiOf(text: string): string | null {
  return isPlain(text.toLowerCase()) ? text.toLowerCase() : toASCII(text, UTS46)
}

function isPlain(name: string): boolean {
  return PLAIN.test(name) && !ODD_HYPHENS.test(name)
}

function registrationOf(ascii: string, labelCount: number): Verdict<DomainNameFacts, DomainNameProblem> {
  const { domain, publicSuffix, isIcann, isIp } = parse(ascii, REGISTRATION)
  if (isIp === true) {
    return problem('address')
  }
  if (domain === null || publicSuffix === null) {
    return problem(labelCount === 1 && isIcann !== true ? 'no-suffix' : 'suffix-only')
  }
  return {
    ok: true,
    ascii,
    unicode: isPlain(ascii) ? ascii : toUnicode(ascii, UTS46).domain,
    registrable: domain,
    isRegistrable: domain === ascii,
    suffix: publicSuffix,
    suffixKnown: isIcann === true,
  }
}

/** Whether two spellings name the same domain (`示例.中国`, `xn--fsq092h.xn--fiqs8s`); false when either is no name. */
export function isSameDomain(one: string, other: string): boolean {
  const first = checkDomainName(one)
  const second = checkDomainName(other)
  return first.ok && second.ok && first.ascii === second.ascii
}
