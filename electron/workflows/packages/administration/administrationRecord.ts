import { provinceByCode } from '../../../../shared/domain/provinces'
import type { Application, EntityNature, Person, Service } from '../../../../shared/domain/filing'
import {
  administrationRecordSchema,
  RECORD_FORMAT,
  type AdministrationRecord,
} from '../../../../shared/package/administrationRecord'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../../shared/protocol/case'
import { kindName } from '../dossier/codeNames'
import { hasServices } from '../dossier/wording'
import type { OriginalFile } from '../originalFiles'
import {
  accessModeCode,
  certificateCode,
  contentCode,
  languageCode,
  natureCode,
  preApprovalCode,
  requestTypeCode,
} from './administrationCodes'

type Certificate = Person['certificate']

/** The filing of a passed case as the administration's interface numbers it. */
export function administrationRecord(
  filingCase: Case,
  decision: AcknowledgedDecision,
  originals: readonly OriginalFile[],
): AdministrationRecord {
  const { round, submittedAt, application } = currentRound(filingCase)
  const { entity } = application
  // Parsed, so that members come in the order of the schema, which is that of the elements.
  return administrationRecordSchema.parse({
    format: RECORD_FORMAT,
    version: 1,
    orderNumber: filingCase.orderNumber,
    round,
    province: division(filingCase.province),
    requestType: requestTypeCode(application.filingType),
    submittedAt,
    decidedAt: decision.decidedAt,
    entity: {
      name: entity.name,
      nature: natureCode(entity.nature),
      certificate: certificate(entity.certificate, entity.nature),
      legalRepresentative: entity.legalRepresentative,
      mailingAddress: entity.mailingAddress,
      principal: person(entity.principal),
      remarks: entity.remarks,
    },
    ...existing(application),
    services: hasServices(application) ? application.services.map(service) : [],
    changes: application.filingType === 'change' ? application.changes : [],
    ...('reason' in application ? { reason: application.reason } : {}),
    documents: originals.map(
      ({ document: { kind, face, owner, serviceId, sha256 }, path, ownName, askedBy }) => ({
        file: path,
        kind,
        name: kindName(kind),
        ...(ownName === null ? {} : { ownName }),
        ...(askedBy === null ? {} : { ruleId: askedBy.ruleId }),
        face,
        owner,
        serviceId,
        sha256,
      }),
    ),
  })
}

function existing(application: Application) {
  if (!('existing' in application)) {
    return {}
  }
  const { entityIcpNumber, filingPassword } = application.existing
  return { existing: { entityIcpNumber, filingPassword } }
}

function service(own: Service) {
  const { id, kind, name, icpNumber, homepage, domains, access, remarks } = own
  return {
    id,
    kind,
    name,
    icpNumber,
    homepage,
    contents: own.contentCategories.map(contentCode),
    languages: own.languages.map(languageCode),
    domains,
    principal: person(own.principal),
    preApprovals: own.preApprovals.map(({ category, number }) => ({
      category: preApprovalCode(category),
      number,
    })),
    platforms: own.app?.platforms ?? [],
    ...(access
      ? {
          access: {
            serviceNumber: access.serviceNumber,
            mode: accessModeCode(access.mode),
            ipAddresses: access.ipAddresses,
            serverProvince: division(access.serverProvince),
            subscriptionEndsAt: access.subscriptionEndsAt,
          },
        }
      : {}),
    remarks,
  }
}

function person({ name, certificate: own, mobile, email, landline, emergencyPhone }: Person) {
  return { name, certificate: certificate(own, null), mobile, email, landline, emergencyPhone }
}

function certificate(own: Certificate, nature: EntityNature | null) {
  const { number, address, validFrom, validTo } = own
  return {
    type: certificateCode(own, nature),
    number,
    address,
    validFrom,
    ...(validTo === undefined ? {} : { validTo: validTo === 'long-term' ? '长期' : validTo }),
  }
}

function division(code: string) {
  return { code, name: provinceByCode(code)?.nameZh ?? '' }
}
