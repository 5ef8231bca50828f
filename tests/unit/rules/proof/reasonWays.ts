/**
 * Reasons that no line of a checklist leads to, and why none can: what they are about lies outside the case. A person
 * who learns of it finds the reason in the catalogue.
 */
export const FOUND_BY_HAND: Readonly<Record<string, string>> = {
  'account-risk': 'the provider watches its accounts',
  'domain-already-filed': 'who else has filed a domain stands in the ministry’s register',
  'domain-blacklisted': 'the list of barred domains is the ministry’s',
  'order-expired': 'how long an order may lie idle is each provider’s own term',
  'registrar-note-missing': 'the paper form went out of use, the reason is for filings that still bring one',
  'subject-blacklisted': 'the list of barred entities is the administration’s',
  'verification-expired': 'the task of the photo is kept by the provider’s platform',
}
