import { labelDefect, type DefectLabel, type DefectName } from './catalogue'

type TruthDefect = keyof typeof FIELDS

/** Where the faults that lie in the applicant's own truth show on the form. */
const FIELDS = {
  'expired-id': 'entity.principal.certificate.validTo',
  underage: 'entity.principal.certificate.number',
  'mailing-other-province': 'entity.mailingAddress',
  'shared-phone': 'services.0.principal.mobile',
  'phone-used-elsewhere': 'entity.principal.mobile',
  'short-subscription': 'services.0.access.subscriptionMonths',
  'service-number-used': 'services.0.access.serviceNumber',
  'domain-expiring': 'services.0.domains.0.expiresAt',
  'domain-not-verified': 'services.0.domains.0.realNameVerified',
  'registrant-differs': 'services.0.domains.0.registrantName',
  'forbidden-service-name': 'services.0.name',
  'record-differs': 'existing.recordOnFile.entity.name',
} as const satisfies Partial<Record<DefectName, string>>

export function labelTruth(defects: ReadonlySet<DefectName>): readonly DefectLabel[] {
  return (Object.keys(FIELDS) as TruthDefect[])
    .filter((defect) => defects.has(defect))
    .map((defect) => labelDefect(defect, { field: FIELDS[defect] }))
}
