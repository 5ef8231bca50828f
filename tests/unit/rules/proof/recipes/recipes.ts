import type { RuleCheck } from '../../../../../shared/rules/checks/checks'
import type { Recipe } from '../proofCases'
import { addressDetail } from './addressDetail'
import { addressSymbols } from './addressSymbols'
import { age } from './age'
import { appFeatures } from './appFeatures'
import { appName } from './appName'
import { bracketWidth } from './bracketWidth'
import { certificateNumber } from './certificateNumber'
import { certificateType } from './certificateType'
import { certificateValidity } from './certificateValidity'
import { changePolicy } from './changePolicy'
import { contactNumbers } from './contactNumbers'
import { creditCodeNature } from './creditCodeNature'
import { distinctPictures } from './distinctPictures'
import { distinctServiceNames } from './distinctServiceNames'
import { documentPresent } from './documentPresent'
import { domainAge } from './domainAge'
import { domainChange } from './domainChange'
import { domainLabels } from './domainLabels'
import { domainName } from './domainName'
import { domainRealName } from './domainRealName'
import { domainRegistrant } from './domainRegistrant'
import { domainRegistrar } from './domainRegistrar'
import { domainSuffix } from './domainSuffix'
import { domainValidity } from './domainValidity'
import { domainsPerWebsite } from './domainsPerWebsite'
import { email } from './email'
import { emergencyNumber } from './emergencyNumber'
import { emptyShell } from './emptyShell'
import { entityCertificateType } from './entityCertificateType'
import { entityProvince } from './entityProvince'
import { filingDocuments } from './filingDocuments'
import { filingPassword } from './filingPassword'
import { forbiddenWords } from './forbiddenWords'
import { foreignName } from './foreignName'
import { homepage } from './homepage'
import { icpNumber } from './icpNumber'
import { landline } from './landline'
import { legalRepresentative } from './legalRepresentative'
import { lockedFields } from './lockedFields'
import { mailingAddress } from './mailingAddress'
import { matchesRecord } from './matchesRecord'
import { mobile } from './mobile'
import { nameEnding } from './nameEnding'
import { nameRelation } from './nameRelation'
import { nonMainlandPapers } from './nonMainlandPapers'
import { oneServiceKind } from './oneServiceKind'
import { onlineShopAddress } from './onlineShopAddress'
import { orderType } from './orderType'
import { personConsistency } from './personConsistency'
import { phoneCarrier } from './phoneCarrier'
import { phoneRegion } from './phoneRegion'
import { photoLook } from './photoLook'
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
import { soleTrader } from './soleTrader'
import { subscriptionMonths } from './subscriptionMonths'
import { temporaryCard } from './temporaryCard'
import { triggerWords } from './triggerWords'

/** For each named check what breaks it, what keeps it and what lies on its bound. A check without a recipe is no proof. */
export const RECIPES: { readonly [Name in RuleCheck['name']]: Recipe<Name> } = {
  'address-detail': addressDetail,
  'address-symbols': addressSymbols,
  age,
  'app-features': appFeatures,
  'app-name': appName,
  'bracket-width': bracketWidth,
  'certificate-number': certificateNumber,
  'certificate-type': certificateType,
  'certificate-validity': certificateValidity,
  'change-policy': changePolicy,
  'contact-numbers': contactNumbers,
  'credit-code-nature': creditCodeNature,
  'distinct-pictures': distinctPictures,
  'distinct-service-names': distinctServiceNames,
  'document-present': documentPresent,
  'domain-age': domainAge,
  'domain-change': domainChange,
  'domain-labels': domainLabels,
  'domain-name': domainName,
  'domain-real-name': domainRealName,
  'domain-registrant': domainRegistrant,
  'domain-registrar': domainRegistrar,
  'domain-suffix': domainSuffix,
  'domain-validity': domainValidity,
  'domains-per-website': domainsPerWebsite,
  email,
  'emergency-number': emergencyNumber,
  'empty-shell': emptyShell,
  'entity-certificate-type': entityCertificateType,
  'entity-province': entityProvince,
  'filing-documents': filingDocuments,
  'filing-password': filingPassword,
  'forbidden-words': forbiddenWords,
  'foreign-name': foreignName,
  homepage,
  'icp-number': icpNumber,
  landline,
  'legal-representative': legalRepresentative,
  'locked-fields': lockedFields,
  'mailing-address': mailingAddress,
  'matches-record': matchesRecord,
  mobile,
  'name-ending': nameEnding,
  'name-relation': nameRelation,
  'non-mainland-papers': nonMainlandPapers,
  'one-service-kind': oneServiceKind,
  'online-shop-address': onlineShopAddress,
  'order-type': orderType,
  'person-consistency': personConsistency,
  'phone-carrier': phoneCarrier,
  'phone-region': phoneRegion,
  'photo-look': photoLook,
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
  'sole-trader': soleTrader,
  'subscription-months': subscriptionMonths,
  'temporary-card': temporaryCard,
  'trigger-words': triggerWords,
}
