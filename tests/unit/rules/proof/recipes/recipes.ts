import type { RuleCheck } from '../../../../../shared/rules/checks/checks'
import type { Recipe } from '../proofCases'
import { addressDetail } from './addressDetail'
import { age } from './age'
import { appFeatures } from './appFeatures'
import { certificateNumber } from './certificateNumber'
import { certificateType } from './certificateType'
import { certificateValidity } from './certificateValidity'
import { changePolicy } from './changePolicy'
import { contactNumbers } from './contactNumbers'
import { creditCodeNature } from './creditCodeNature'
import { distinctPictures } from './distinctPictures'
import { documentPresent } from './documentPresent'
import { domainAge } from './domainAge'
import { domainChange } from './domainChange'
import { domainName } from './domainName'
import { domainRealName } from './domainRealName'
import { domainRegistrant } from './domainRegistrant'
import { domainSuffix } from './domainSuffix'
import { domainValidity } from './domainValidity'
import { domainsPerWebsite } from './domainsPerWebsite'
import { email } from './email'
import { emergencyNumber } from './emergencyNumber'
import { entityCertificateType } from './entityCertificateType'
import { entityProvince } from './entityProvince'
import { filingDocuments } from './filingDocuments'
import { filingPassword } from './filingPassword'
import { forbiddenWords } from './forbiddenWords'
import { homepage } from './homepage'
import { icpNumber } from './icpNumber'
import { landline } from './landline'
import { legalRepresentative } from './legalRepresentative'
import { lockedFields } from './lockedFields'
import { mailingAddress } from './mailingAddress'
import { mobile } from './mobile'
import { nameRelation } from './nameRelation'
import { oneServiceKind } from './oneServiceKind'
import { orderType } from './orderType'
import { personConsistency } from './personConsistency'
import { preApproval } from './preApproval'
import { publicIp } from './publicIp'
import { remark } from './remark'
import { samePerson } from './samePerson'
import { serverProvince } from './serverProvince'
import { serviceContent } from './serviceContent'
import { serviceCount } from './serviceCount'
import { serviceName } from './serviceName'
import { serviceNumber } from './serviceNumber'
import { sharedContacts } from './sharedContacts'
import { subscriptionMonths } from './subscriptionMonths'
import { triggerWords } from './triggerWords'

/** For each named check what breaks it, what keeps it and what lies on its bound. A check without a recipe is no proof. */
export const RECIPES: { readonly [Name in RuleCheck['name']]: Recipe<Name> } = {
  'address-detail': addressDetail,
  age,
  'app-features': appFeatures,
  'certificate-number': certificateNumber,
  'certificate-type': certificateType,
  'certificate-validity': certificateValidity,
  'change-policy': changePolicy,
  'contact-numbers': contactNumbers,
  'credit-code-nature': creditCodeNature,
  'distinct-pictures': distinctPictures,
  'document-present': documentPresent,
  'domain-age': domainAge,
  'domain-change': domainChange,
  'domain-name': domainName,
  'domain-real-name': domainRealName,
  'domain-registrant': domainRegistrant,
  'domain-suffix': domainSuffix,
  'domain-validity': domainValidity,
  'domains-per-website': domainsPerWebsite,
  email,
  'emergency-number': emergencyNumber,
  'entity-certificate-type': entityCertificateType,
  'entity-province': entityProvince,
  'filing-documents': filingDocuments,
  'filing-password': filingPassword,
  'forbidden-words': forbiddenWords,
  homepage,
  'icp-number': icpNumber,
  landline,
  'legal-representative': legalRepresentative,
  'locked-fields': lockedFields,
  'mailing-address': mailingAddress,
  mobile,
  'name-relation': nameRelation,
  'one-service-kind': oneServiceKind,
  'order-type': orderType,
  'person-consistency': personConsistency,
  'pre-approval': preApproval,
  'public-ip': publicIp,
  remark,
  'same-person': samePerson,
  'server-province': serverProvince,
  'service-content': serviceContent,
  'service-count': serviceCount,
  'service-name': serviceName,
  'service-number': serviceNumber,
  'shared-contacts': sharedContacts,
  'subscription-months': subscriptionMonths,
  'trigger-words': triggerWords,
}
