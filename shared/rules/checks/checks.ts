import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { addressDetail } from './addressDetail'
import { addressSymbols } from './addressSymbols'
import { age } from './age'
import { appFeatures } from './appFeatures'
import { appName } from './appName'
import { bracketWidth } from './bracketWidth'
import { certificateNumber } from './certificateNumber'
import { certificateType, entityCertificateType } from './certificateType'
import { certificateValidity } from './certificateValidity'
import { changePolicy } from './changePolicy'
import type { CheckContext } from './checkContext'
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
import { domainsPerWebsite } from './domainsPerWebsite'
import { domainSuffix } from './domainSuffix'
import { domainValidity } from './domainValidity'
import { email } from './email'
import { emergencyNumber } from './emergencyNumber'
import { emptyShell } from './emptyShell'
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

/** Every named check. A rule of a pack names one of them and gives its parameters; code knows no rule. */
const CHECKS = [
  addressDetail,
  addressSymbols,
  age,
  appFeatures,
  appName,
  bracketWidth,
  certificateNumber,
  certificateType,
  certificateValidity,
  changePolicy,
  contactNumbers,
  creditCodeNature,
  distinctPictures,
  distinctServiceNames,
  documentPresent,
  domainAge,
  domainChange,
  domainLabels,
  domainName,
  domainRealName,
  domainRegistrant,
  domainRegistrar,
  domainsPerWebsite,
  domainSuffix,
  domainValidity,
  email,
  emergencyNumber,
  emptyShell,
  entityCertificateType,
  entityProvince,
  filingDocuments,
  filingPassword,
  forbiddenWords,
  foreignName,
  homepage,
  icpNumber,
  landline,
  legalRepresentative,
  lockedFields,
  mailingAddress,
  matchesRecord,
  mobile,
  nameEnding,
  nameRelation,
  nonMainlandPapers,
  oneServiceKind,
  onlineShopAddress,
  orderType,
  personConsistency,
  phoneCarrier,
  phoneRegion,
  photoLook,
  preApproval,
  publicIp,
  remark,
  samePerson,
  serverProvince,
  serviceContent,
  serviceCount,
  serviceName,
  serviceNumber,
  sharedContacts,
  soleTrader,
  subscriptionMonths,
  temporaryCard,
  triggerWords,
] as const

type AnyCheck = (typeof CHECKS)[number]
type SchemaOf<List extends readonly AnyCheck[]> = { readonly [Index in keyof List]: List[Index]['schema'] }

/** A rule's `check`: the name of a check and the parameters that it takes. */
export const checkSchema = z.discriminatedUnion(
  'name',
  // `map` forgets that the list is not empty and which schema stands where.
  CHECKS.map((check) => check.schema) as unknown as SchemaOf<typeof CHECKS>,
)
export type RuleCheck = z.output<typeof checkSchema>

export const CHECK_NAMES: readonly string[] = CHECKS.map((check) => check.name)

const BY_NAME: ReadonlyMap<string, AnyCheck> = new Map(CHECKS.map((check) => [check.name, check]))

/** Makes a rule's check ready to judge cases: its parameters are read once and not for each case. */
export function prepareCheck(check: RuleCheck): (context: CheckContext) => MachineVerdict {
  const found = BY_NAME.get(check.name)
  if (found === undefined) {
    throw new Error(`No check ${check.name}`)
  }
  // The schema of this name has parsed the parameters; the union of checks cannot say so.
  return found.prepare(check as never)
}
