/**
 * The filing types of the provider's guides (filing guide, section 2: first filing, add provider, new service
 * with the entity filed elsewhere or here, change, claim, cancel entity, cancel service, remove provider).
 */
export const FILING_TYPES = [
  'first-filing',
  'add-provider',
  'new-service-filed-elsewhere',
  'new-service-filed-here',
  'change',
  'claim',
  'cancel-entity',
  'cancel-service',
  'remove-provider',
] as const
export type FilingType = (typeof FILING_TYPES)[number]

/** Types whose services must already be hosted here, so that access data (instance, service number) is due. */
export const HOSTED_FILING_TYPES = [
  'first-filing',
  'add-provider',
  'new-service-filed-elsewhere',
  'new-service-filed-here',
] as const satisfies readonly FilingType[]

/** Types after whose provider review the administrator's photo is verified (filing guide, section 7). */
export const PHOTO_FILING_TYPES = [
  'first-filing',
  'add-provider',
  'new-service-filed-elsewhere',
  'new-service-filed-here',
] as const satisfies readonly FilingType[]

/**
 * Types in which named persons may have to verify by SMS. Removing the provider never needs it (filing guide,
 * section 8); for the others the rules in force on the day decide.
 */
export const SMS_FILING_TYPES: readonly FilingType[] = FILING_TYPES.filter(
  (type) => type !== 'remove-provider',
)
