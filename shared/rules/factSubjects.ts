/** Closed words of facts that measure, date or spell something; see `factTerms.ts`. */

export const LIMIT_SUBJECTS = [
  'chinese-characters',
  'cloud-resources',
  'code-digits',
  'contact-fields',
  'contact-numbers',
  'domain-certificate-size',
  'domain-levels',
  'domains-per-order',
  'domains-per-website',
  'entities-per-account',
  'filing-numbers',
  'fine',
  'home-urls',
  'home-urls-per-domain',
  'icon-size',
  'id-digits',
  'migration-regions',
  'name-characters',
  'numbers-of-one-person',
  'numbers-of-two-persons',
  'open-orders',
  'picture-size',
  'pictures',
  'pilot-batch',
  'price',
  'remark-characters',
  'service-numbers',
  'services-of-entity',
  'services-per-order',
  'wrong-attempts',
] as const

/** What a fact counts; `ordinal` is a place in a row, not an amount. */
export const LIMIT_UNITS = [
  'items',
  'ordinal',
  'attempts',
  'characters',
  'digits',
  'levels',
  'regions',
  'KB',
  'MB',
  'yuan',
] as const

export const PERIOD_SUBJECTS = [
  'authority-review',
  'change-after-access',
  'change-ahead',
  'correction',
  'domain-certificate-validity',
  'domain-validity',
  'entity-certificate-validity',
  'identity-paper-validity',
  'lease',
  'letter-age',
  'opening',
  'phone-bills',
  'provider-review',
  'public-security-filing',
  'registry-data-wait',
  'residence-permit-validity',
  'sms-confirmation',
  'sms-delivery',
  'subscription',
  'subscription-left',
  'undertaking-validity',
] as const

export const PERIOD_UNITS = ['minutes', 'hours', 'days', 'working-days', 'months'] as const

export const DATE_SUBJECTS = [
  'android-only-since',
  'checks-from',
  'checks-until',
  'exempt-if-filed-before',
  'filed-before',
  'policy',
  'transition-from',
  'transition-until',
] as const

/** What is written exactly so, or in such a form. */
export const PATTERN_SUBJECTS = [
  'address-separator',
  'domain-name',
  'duplicate-mark',
  'file-format',
  'filing-number-suffix',
  'footer-link',
  'former-registrar',
  'game-approval-number',
  'licence-name',
  'licence-seal',
  'office-phone',
  'organiser-name',
  'service-name',
  'signature-digest',
  'signature-encoding',
] as const

export const NAME_SHAPES = [
  'administrative',
  'chinese',
  'digits-only',
  'domain',
  'emoji',
  'english',
  'enterprise',
  'full-pinyin',
  'generic',
  'idiom',
  'industry',
  'latin-only',
  'marketing',
  'person-name',
  'pinyin',
  'place-name',
  'placeholder',
  'popular-app',
  'product',
  'symbols-only',
  'web-address',
] as const

export const STEPS = [
  'access',
  'add-new-provider',
  'cancel-filing',
  'change',
  'file',
  'file-anew',
  'list-in-store',
  'new-service',
  'old-certificate',
  'remove-old-provider',
] as const

export const METHOD_SUBJECTS = [
  'account',
  'administrator-check',
  'annual-review',
  'code-change',
  'correction',
  'delivery',
  'entity-replacement',
  'filing-by-ip',
  'upload',
] as const

export const METHODS = [
  'app-face',
  'authority-app',
  'authority-system',
  'backdrop',
  'cancel-and-refile',
  'change-filing',
  'china-site-account',
  'migration',
  'post',
  'provider-app',
  'sms',
  'video',
] as const

/** How far a division lets a filing pass to another holder, as its page says it. */
export const CHANGE_POLICIES = [
  'none',
  'rename-only',
  'registry-proof',
  'same-organisation',
  'same-legal-rep',
  'related-with-proof',
  'legal-rep-to-company',
  'free-with-conditions',
  'free-except-to-individual',
  'free',
] as const
