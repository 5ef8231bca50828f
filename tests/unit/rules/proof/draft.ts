import {
  applicationSchema,
  type Application,
  type Entity,
  type Person,
  type RecordOnFile,
  type Service,
} from '../../../../shared/domain/filing'
import type { FilingType } from '../../../../shared/domain/filingTypes'
import { provinceByCode } from '../../../../shared/domain/provinces'
import type { Case } from '../../../../shared/protocol/case'
import { FIRST_FILING, makeCase, PRINCIPAL, SUBMITTED, WEBSITE, type DocumentAt } from '../caseMaker'

interface Change {
  readonly field: string
  readonly before: string
  readonly after: string
}

/**
 * A filing that is still being put together: every field that any filing type could have. `caseOf` makes the case of
 * it, and refuses what could not come in as a bundle.
 */
export interface Draft {
  readonly filingType: FilingType
  readonly province: string
  readonly entity: Entity
  readonly services: readonly Service[]
  readonly changes: readonly Change[]
  readonly filingPassword: string
  readonly entityIcpNumber: string
  /** What the administration's record shows; undefined where the provider got none. */
  readonly record: RecordOnFile | undefined
  readonly documents: readonly DocumentAt[]
  /** Instant with its offset. */
  readonly submittedAt: string
  /** China date of the review, a week after the submission so that the two cannot be confused. */
  readonly today: string
}

interface Setting {
  readonly filingType: FilingType
  readonly province: string
  readonly kind: Entity['kind']
  readonly service: 'website' | 'app'
}

const REVIEWED = '2026-11-27'

/** A name of a service in which no list of words finds anything. */
export const NEUTRAL_NAME = '样例星河小记'

/** Filing types whose services have a number already. */
const FILED_SERVICES: readonly FilingType[] = [
  'add-provider',
  'change',
  'claim',
  'cancel-service',
  'remove-provider',
]

/** A filing of this kind with nothing wrong in its form. Papers are left to the rule that asks for them. */
export function draftOf(setting: Setting): Draft {
  const entityIcpNumber = `${provinceByCode(setting.province)?.icpCharacter ?? ''}ICP备12345678号`
  const principal: Person = {
    ...PRINCIPAL,
    certificate: { ...PRINCIPAL.certificate, address: addressIn(setting.province) },
  }
  return {
    ...setting,
    entity: entityOf(setting, principal),
    services: [serviceOf(setting, principal, entityIcpNumber)],
    changes: [{ field: 'entity.principal.landline', before: '0571-88888888', after: '0571-88888889' }],
    filingPassword: 'example-password',
    entityIcpNumber,
    record: undefined,
    documents: [],
    submittedAt: `${SUBMITTED}T10:00:00+08:00`,
    today: REVIEWED,
  }
}

function entityOf({ kind, province }: Setting, principal: Person): Entity {
  const mailingAddress = addressIn(province)
  if (kind === 'individual') {
    const { certificate, name } = principal
    return { kind, nature: 'individual', name, certificate, mailingAddress, principal }
  }
  const certificate = { ...FIRST_FILING.entity.certificate, address: mailingAddress }
  return { ...FIRST_FILING.entity, certificate, mailingAddress, principal }
}

function serviceOf({ kind, service, filingType }: Setting, principal: Person, entityNumber: string): Service {
  const holder = kind === 'individual' ? principal : { ...FIRST_FILING.entity }
  const website: Service = {
    ...WEBSITE,
    name: NEUTRAL_NAME,
    contentCategories: [kind === 'individual' ? '其他' : '单位门户网站'],
    domains: WEBSITE.domains.map((domain) => ({
      ...domain,
      registrantName: holder.name,
      registrantCertificateNumber: holder.certificate.number,
    })),
    principal,
  }
  const filed = FILED_SERVICES.includes(filingType)
    ? { ...website, icpNumber: `${entityNumber}-1${service === 'app' ? 'A' : ''}` }
    : website
  if (service === 'website') {
    return filed
  }
  const { homepage: _, ...app } = filed
  const publicKeyMd5 = '0123456789abcdef0123456789abcdef'
  return {
    ...app,
    kind: 'app',
    app: { platforms: [{ os: 'android', packageName: 'com.example.xinghe', publicKeyMd5 }] },
  }
}

/** An address down to the room in this division. */
export function addressIn(province: string, city = '样例市'): string {
  const name = provinceByCode(province)?.nameZh ?? ''
  // A municipality is its own city.
  return `${name}${name.endsWith('市') ? '' : city}样例区样例路1号3层301室`
}

/** The case of a draft. Throws where the draft could not have come in as a bundle. */
export function caseOf(draft: Draft): Case {
  const made = makeCase({
    application: applicationOf(draft),
    documents: draft.documents,
    province: draft.province,
  })
  return { ...made, rounds: made.rounds.map((round) => ({ ...round, submittedAt: draft.submittedAt })) }
}

function applicationOf(draft: Draft): Application {
  const { filingType, entity, services, changes, filingPassword, entityIcpNumber, record } = draft
  const onFile = {
    entityIcpNumber,
    filingPassword,
    ...(record === undefined ? {} : { recordOnFile: record }),
  }
  const existing = filingType === 'first-filing' ? {} : { existing: onFile }
  const listed = filingType === 'cancel-entity' ? {} : { services }
  const changed = filingType === 'change' ? { changes } : {}
  const cancels = ['cancel-entity', 'cancel-service', 'remove-provider'].includes(filingType)
  const reason = cancels ? { reason: '不再使用' } : {}
  return applicationSchema.parse({ filingType, entity, ...existing, ...listed, ...changed, ...reason })
}
