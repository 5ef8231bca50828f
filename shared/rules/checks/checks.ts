import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { addressDetail } from './addressDetail'
import { age } from './age'
import { appFeatures } from './appFeatures'
import { certificateNumber } from './certificateNumber'
import { certificateType, entityCertificateType } from './certificateType'
import { certificateValidity } from './certificateValidity'
import { changePolicy } from './changePolicy'
import type { CheckContext } from './checkContext'
import { contactNumbers } from './contactNumbers'
import { creditCodeNature } from './creditCodeNature'
import { distinctPictures } from './distinctPictures'
import { documentPresent } from './documentPresent'
import { domainAge } from './domainAge'
import { domainChange } from './domainChange'
import { domainName } from './domainName'
import { domainRealName } from './domainRealName'
import { domainRegistrant } from './domainRegistrant'
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
import { homepage } from './homepage'
import { icpNumber } from './icpNumber'
import { landline } from './landline'
import { legalRepresentative } from './legalRepresentative'
import { lockedFields } from './lockedFields'
import { mailingAddress } from './mailingAddress'
import { matchesRecord } from './matchesRecord'
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

/** Every named check. A rule of a pack names one of them and gives its parameters; code knows no rule. */
const CHECKS = [
  addressDetail,
  age,
  appFeatures,
  certificateNumber,
  certificateType,
  certificateValidity,
  changePolicy,
  contactNumbers,
  creditCodeNature,
  distinctPictures,
  documentPresent,
  domainAge,
  domainChange,
  domainName,
  domainRealName,
  domainRegistrant,
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
  homepage,
  icpNumber,
  landline,
  legalRepresentative,
  lockedFields,
  mailingAddress,
  matchesRecord,
  mobile,
  nameRelation,
  oneServiceKind,
  orderType,
  personConsistency,
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
  subscriptionMonths,
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

/** Lets the named check judge the case. */
export function judge(check: RuleCheck, context: CheckContext): MachineVerdict {
  const { name, ...params } = check
  const found = BY_NAME.get(name)
  if (found === undefined) {
    throw new Error(`No check ${name}`)
  }
  // The schema of this name has parsed the parameters; the union of checks cannot say so.
  return found.judge(context, params as never)
}
