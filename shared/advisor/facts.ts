/**
 * What a caller may tell about a site before it is asked whether it needs a filing, in the order in which it is asked.
 * Each fact has a closed list of answers; what nobody knows yet is absent.
 */
export const FACTS = {
  /** What of the provider's products stands in front of the visitors. */
  product: ['instance', 'slb', 'oss', 'cdn', 'waf', 'anti-ddos', 'site-builder'],
  /** Of a content delivery network. */
  accelerationArea: ['mainland', 'worldwide', 'outside-mainland'],
  /** Hong Kong, Macao and Taiwan are outside. */
  serverPlace: ['mainland', 'outside-mainland'],
  /** By what visitors reach it. */
  address: ['domain', 'ip-only', 'none'],
  instanceBought: ['yes', 'no'],
  /** `sub`: a domain below a registered one, which the guides call second-level. */
  domainLevel: ['top', 'sub'],
  /** Whether the registered domain has a number, and through whom. */
  domainFiled: ['here', 'elsewhere', 'no'],
  /** Where the server stands from which storage, acceleration or protection fetches. */
  origin: ['here', 'elsewhere'],
  /** Sales on the site, or a sales platform for third parties. */
  commercial: ['yes', 'no'],
  /** A question carries the day of opening in place of `open`. */
  openSince: ['open', 'not-open'],
} as const

export type FactName = keyof typeof FACTS
export type FactValue<Name extends FactName> = (typeof FACTS)[Name][number]

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[]

/** Whether a filing is needed, which is the question itself; then what is due besides. */
export const ADVICE_TOPICS = ['filing', 'licence', 'public-security'] as const
export type AdviceTopic = (typeof ADVICE_TOPICS)[number]

export const ADVICE_VERDICTS = [
  'file-here',
  'file-elsewhere',
  'add-provider',
  'not-required',
  'licence-required',
  'public-security-due',
] as const
